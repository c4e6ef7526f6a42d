"""How the verbs of an application read in Wagtail's history."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from programs.lifecycle import TRANSITIONS


def register_log_actions(actions):
    for verb, transition in TRANSITIONS.items():
        actions.register_action(f"programs.{verb}", transition.label, capfirst(transition.done))
    actions.register_action("programs.announce", _("Announce"), _("Announced"))
