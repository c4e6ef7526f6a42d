"""Applications chosen in the queue for one action, with a screen in between.

Wagtail hands a bulk action whatever ids stand in the address, or every row there is. Here the address only says what
the screen shows, and only of the person's own programs; what is then done is done to what the screen showed.
"""

from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.views.bulk_action import BulkAction

from portal.site.addresses import ids_in
from programs.access import READ, require, scope
from programs.models import Application

from .listing import list_at


class Selection(BulkAction):
    """Applications chosen in the queue, on which the person has `duty`."""

    models = [Application]
    duty = None

    def dispatch(self, request, *args, **kwargs):
        require(request.user, self.duty)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def chosen(self):
        """What the address chooses of what the person may see: the rows with the duty, and those without it."""
        ids = self.request.GET.getlist("id")
        rows = self.listed() if "all" in ids else self.visible().filter(pk__in=ids_in(ids))
        rows = list(rows.order_by("submitted_at", "id"))
        same = Application.objects.filter(pk__in=[row.pk for row in rows])
        mine = set(scope(same, self.request.user, self.duty).values_list("pk", flat=True))
        return [row for row in rows if row.pk in mine], [row for row in rows if row.pk not in mine]

    def visible(self):
        return scope(Application.objects.with_program(), self.request.user, READ)

    def listed(self):
        """The list the person came from, with its filters and its search, however many pages it has."""
        address = urlsplit(self.next_url)
        if address.path != reverse("application:index"):
            return Application.objects.none()
        return list_at(self.request, QueryDict(address.query)).get_queryset()

    def get_actionable_objects(self):
        rows, without_duty = self.chosen
        if not rows and not without_duty:
            raise PermissionDenied
        return rows, {"items_with_no_access": without_duty}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"display_name": self.display_name}

    def get_execution_context(self):
        return {"action": self}
