"""The association's list of topics, kept by whoever has Django's permissions on it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from .models import Topic


class TopicViewSet(ModelViewSet):
    model = Topic
    url_prefix = "topics"
    icon = "tag"
    menu_label = _("Topics")
    add_to_settings_menu = True
    copy_view_enabled = False
    add_to_reference_index = False
    search_backend_name = None
    panels = [
        TitleFieldPanel("name", targets=["slug"], classname="", placeholder=False),
        FieldPanel("name_es"),
        FieldPanel("slug"),
    ]
    list_display = ["name", "name_es"]
    search_fields = ["name", "name_es", "slug"]
    ordering = "name"
