"""Lists of entries: goal examples, activities, citations. Each is a short declaration."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import (
    CreateView,
    DeleteView,
    EditView,
    HistoryView,
    IndexView,
    SnippetViewSet,
)

from portal.rows.editing import RowCreating, RowDeleting, RowEditing
from portal.rows.history import RowHistory
from resources.admin.choosing.choosers import ActivityChooserViewSet, GoalChooserViewSet
from resources.admin.editing.entry_forms import ACTIVITY_PANELS, GOAL_PANELS
from resources.admin.usage.where import places
from resources.models import Activity, GoalExample

from .bodies import LEADING
from .columns import FOR_WHOM, LEADS_TO, PARTS, STANDS_IN, TO_DO, TOPICS, field
from .filters import ActivityFilterSet, GoalFilterSet
from .listing import RESOURCES_MENU, Listing


class EntryIndexView(Listing, IndexView):
    fetched = ()
    """What the rows lead to, as prefetch_related() takes it."""

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related(*self.fetched)


class EntryCreateView(RowCreating, CreateView):
    pass


class EntryEditView(RowEditing, EditView):
    pass


class EntryHistoryView(RowHistory, HistoryView):
    pass


class EntryDeleteView(RowDeleting, DeleteView):
    """Says first which pages lose it. They survive: a page passes over what is not there any more."""

    def get_context_data(self, **kwargs):
        found = places([self.object], self.request.user)[self.object.pk]
        return super().get_context_data(places=found, **kwargs)


class EntryViewSet(SnippetViewSet):
    menu_hook = RESOURCES_MENU
    copy_view_enabled = False
    index_view_class = EntryIndexView
    add_view_class = EntryCreateView
    edit_view_class = EntryEditView
    edit_template_name = "portal/rows/entry_edit.html"
    delete_view_class = EntryDeleteView
    history_view_class = EntryHistoryView
    delete_template_name = "resources/admin/confirm_delete.html"
    chooser_per_page = 50
    search_fields = ["text", "text_es"]


class GoalViewSet(EntryViewSet):
    model = GoalExample
    icon = "check"
    menu_label = _("Goal examples")
    menu_order = 20
    chooser_viewset_class = GoalChooserViewSet
    edit_handler = GOAL_PANELS
    filterset_class = GoalFilterSet
    list_display = ["__str__", FOR_WHOM, TOPICS, TO_DO, STANDS_IN]
    list_export = [
        *(field(GoalExample, name) for name in ("text", "text_es", "for_whom")),
        *(TOPICS, TO_DO, STANDS_IN),
        field(GoalExample, "editors_note"),
    ]
    export_filename = "goal-examples"


class ActivityIndexView(EntryIndexView):
    fetched = LEADING


class ActivityViewSet(EntryViewSet):
    model = Activity
    icon = "list-ul"
    menu_label = _("Activities")
    menu_order = 30
    index_view_class = ActivityIndexView
    chooser_viewset_class = ActivityChooserViewSet
    edit_handler = ACTIVITY_PANELS
    filterset_class = ActivityFilterSet
    list_display = ["__str__", FOR_WHOM, TOPICS, TO_DO, STANDS_IN]
    list_export = [
        *(field(Activity, name) for name in ("text", "text_es", "for_whom")),
        *(TOPICS, PARTS, LEADS_TO, TO_DO, STANDS_IN),
        field(Activity, "editors_note"),
    ]
    export_filename = "activities"
