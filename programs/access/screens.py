"""Staff lists that show and touch only what the policy allows: the ground of every ModelViewSet in programs.

Wagtail's generic views ask whether a person may change *some* row of a model. These ask about the row in hand. A
screen declares its model and its policy:

    class RoundViewSet(ScopedViewSet):
        model = Round
        policy = ProgramPolicy(Round, add=PLAN, change=PLAN, view=PLAN)
"""

from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from wagtail.admin.views import generic
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.views.generic.usage import UsageView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from portal.rows.editing import RowCreating, RowDeleting, RowEditing
from portal.rows.history import RowHistory

MENTORING_MENU = "register_mentoring_menu_item"
"""The hook that puts an entry into the admin's menu "Mentoring"."""


class ScopedRow:
    """What a view needs on the model, it needs on this row: neither found nor saved outside the person's programs."""

    def ask(self, row):
        needed = self.any_permission_required or [self.permission_required]
        if not self.permission_policy.user_has_any_permission_for_instance(self.request.user, needed, row):
            raise PermissionDenied

    def get_object(self, *args, **kwargs):
        row = super().get_object(*args, **kwargs)
        self.ask(row)
        return row


class ScopedSaving(ScopedRow):
    """A row may not be saved into a program that is not the person's. Saving is atomic: refusing undoes it."""

    def save_instance(self):
        row = super().save_instance()
        self.ask(row)
        return row


class ScopedIndexView(generic.IndexView):
    """Lists the rows on which the person has any of the duties that the list shows."""

    def get_base_queryset(self):
        return self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, self.any_permission_required
        )


class ScopedCreateView(RowCreating, ScopedSaving, generic.CreateView):
    pass


class ScopedEditView(RowEditing, ScopedSaving, generic.EditView):
    pass


class ScopedDeleteView(RowDeleting, ScopedRow, generic.DeleteView):
    pass


class ScopedInspectView(ScopedRow, generic.InspectView):
    pass


class ScopedHistoryView(RowHistory, ScopedRow, HistoryView):
    pass


class ScopedUsageView(ScopedRow, UsageView):
    pass


class ScopedViewSet(ModelViewSet):
    """A ModelViewSet in the menu "Mentoring" whose every view asks `policy`, about the row where there is one."""

    policy = None
    menu_hook = MENTORING_MENU
    add_to_reference_index = False
    copy_view_enabled = False
    sort_order_field = None  # reordering and copying have views of their own that nothing here scopes
    index_view_class = ScopedIndexView
    add_view_class = ScopedCreateView
    edit_view_class = ScopedEditView
    delete_view_class = ScopedDeleteView
    inspect_view_class = ScopedInspectView
    history_view_class = ScopedHistoryView
    usage_view_class = ScopedUsageView

    def __init__(self, name=None, **kwargs):
        super().__init__(name, **kwargs)
        if self.policy is None or self.copy_view_enabled or self.reorder_view_enabled:
            raise ImproperlyConfigured(f"{type(self).__name__} needs a policy, and may neither copy nor reorder.")
        register_permission_policy(self.model, self.policy)
