"""Applications on paper: one, or all that a list shows, each on a sheet of its own. Without sensitive answers, letters and
notes: paper is passed on."""

from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.views.generic import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from programs.access.shown_to import by_section, sensitive_questions
from programs.moderation.queue.listing import list_at
from programs.moderation.queue.one_application import OneApplication
from programs.moderation.queue.reach import reach_of

MOST = 200
"""Applications printed at a time."""


def sheet(application, reach):
    """What one sheet says."""
    audience = reach.audience(application.call)
    return {
        "application": application,
        "sections": by_section(application, to=audience, sensitive=False),
        "left_out": sensitive_questions(application, to=audience),
    }


def printed(request, applications, **context):
    reach = reach_of(request)
    sheets = [sheet(application, reach) for application in applications]
    context |= {"sheets": sheets, "language": get_language()}
    return TemplateResponse(request, "programs/moderation/print.html", context)


class PrintView(OneApplication, View):
    any_permission_required = ["view", "change"]
    http_method_names = ["get", "head"]

    def get(self, request, *args, **kwargs):
        return printed(request, [self.object], back=self.own_address())


class PrintListView(PermissionCheckedMixin, View):
    """What the list of this address shows, in its order."""

    any_permission_required = ["view", "change"]
    http_method_names = ["get", "head"]
    model = None

    @cached_property
    def listing(self):
        return list_at(self.request, self.request.GET)

    def get(self, request, *args, **kwargs):
        rows = self.listing.get_queryset().defer(None).select_related("version")
        rows = list(rows[: MOST + 1])
        back = self.listing.address_of_list
        return printed(request, rows[:MOST], back=back, most=MOST if len(rows) > MOST else None)
