"""The association's own words that mean the same, kept by whoever has Django's permissions on them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from home.models import Synonyms


class SynonymsViewSet(ModelViewSet):
    model = Synonyms
    url_prefix = "synonyms"
    icon = "search"
    menu_label = _("Search: same meaning")
    add_to_settings_menu = True
    copy_view_enabled = False
    add_to_reference_index = False
    search_backend_name = None
    panels = [FieldPanel("words"), FieldPanel("words_es")]
    list_display = ["__str__", "words_es"]
    search_fields = ["words", "words_es"]
    ordering = "words"
