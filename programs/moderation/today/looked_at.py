"""The panel of the admin's home with the applications that somebody looked at last: the way back to where one was."""

from wagtail.admin.ui.components import Component

from programs.access import READ, may, scope
from programs.models import Application, Look

LAST = 5


class LookedAtPanel(Component):
    name = "looked_at"
    template_name = "programs/moderation/looked_at.html"
    order = 125

    def get_context_data(self, parent_context):
        return {"applications": looked_at(parent_context["request"].user)}


def looked_at(user):
    """Those that they may still read, the latest first. Two queries."""
    readable = scope(Application.objects.order_by(), user, READ).values("pk")
    looks = Look.objects.filter(user=user, application__in=readable).order_by("-at")
    keys = list(looks.values_list("application", flat=True)[:LAST])
    found = Application.objects.with_program().light().in_bulk(keys)
    return [found[key] for key in keys]


def add_looked_at_panel(request, panels):
    """construct_homepage_panels"""
    if may(request.user, READ):
        panels.append(LookedAtPanel())
