"""The association's list of topics, kept by whoever has Django's permissions on it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.views import generic
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.viewsets.model import ModelViewSet

from portal.models import Topic
from portal.rows.editing import RowCreating, RowDeleting, RowEditing
from portal.rows.history import RowHistory


class TopicCreateView(RowCreating, generic.CreateView):
    pass


class TopicEditView(RowEditing, generic.EditView):
    pass


class TopicDeleteView(RowDeleting, generic.DeleteView):
    pass


class TopicHistoryView(RowHistory, HistoryView):
    pass


class TopicViewSet(ModelViewSet):
    model = Topic
    url_prefix = "topics"
    icon = "tag"
    menu_label = _("Topics")
    add_to_settings_menu = True
    copy_view_enabled = False
    add_view_class = TopicCreateView
    edit_view_class = TopicEditView
    delete_view_class = TopicDeleteView
    history_view_class = TopicHistoryView
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
