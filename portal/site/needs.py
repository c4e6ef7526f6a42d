"""The panel of the admin's home that says what needs its reader today. Other apps say what through the hook "needs_editor": a
function of the user that yields (sentence, address), only for what this person may do something about."""

from itertools import chain

from wagtail import hooks
from wagtail.admin.ui.components import Component


class NeedsPanel(Component):
    name = "needs_editor"
    template_name = "portal/findings/needs.html"
    order = 120

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {"needs": list(chain.from_iterable(hook(user) for hook in hooks.get_hooks("needs_editor")))}


def add_needs_panel(request, panels):
    """construct_homepage_panels"""
    panels.append(NeedsPanel())
