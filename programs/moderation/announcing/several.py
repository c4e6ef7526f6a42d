"""Announcing the decisions on chosen applications."""

from django.core.exceptions import PermissionDenied
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from programs.access import ANNOUNCE, scope
from programs.models import Decision
from programs.moderation.queue.selection import Selection

from .screens import DecisionsForm, samples, tell
from .telling import announce, counted


class AnnounceSelection(Selection):
    """Announces the decisions on the chosen applications that the screen showed."""

    duty = ANNOUNCE
    display_name = _("Announce")
    aria_label = _("Announce the decisions on the selected applications")
    action_type = "announce"
    action_priority = 100
    form_class = DecisionsForm
    template_name = "programs/moderation/bulk_announce.html"

    @cached_property
    def decisions(self):
        related = ("application__call__round__program", "application__call__role")
        silent = Decision.objects.undisclosed().filter(application__in=[row.pk for row in self.chosen[0]])
        return list(silent.select_related(*related))

    def get_initial(self):
        return {"seen": {decision.pk: decision.verb for decision in self.decisions}}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "decisions": self.decisions,
            "numbers": counted(self.decisions),
            "samples": samples(self.decisions),
        }

    def get_actionable_objects(self):
        if self.cleaned_form is None:
            return super().get_actionable_objects()
        seen = self.cleaned_form.cleaned_data["seen"]
        rows = scope(Decision.objects.filter(pk__in=seen), self.request.user, ANNOUNCE)
        if not rows.exists():
            raise PermissionDenied
        return rows, {}

    @classmethod
    def execute_action(cls, objects, *, action, **kwargs):
        letters = announce(objects, by=action.request.user)
        tell(action.request, announced=len(letters), seen=len(action.cleaned_form.cleaned_data["seen"]))
        return len(letters), 0
