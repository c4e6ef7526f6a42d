"""Taking a verb on many applications of the queue."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils.translation import ngettext
from wagtail.admin import messages

from programs.access import DECIDE, scope
from programs.lifecycle import TRANSITIONS, Refused, advance
from programs.models import Application, Decision
from programs.moderation.queue.seen import SeenField
from programs.moderation.queue.selection import Selection

from .one import reason_field


class ReasonForAllForm(forms.Form):
    reason = reason_field()
    seen = SeenField(words=Application.Status.values, required=False)


class DecideSelection(Selection):
    """One verb for all the applications that the screen showed, each in the state it was shown in."""

    duty = DECIDE
    verb = None
    form_class = ReasonForAllForm
    template_name = "programs/moderation/bulk_decide.html"

    def fitting(self):
        """The chosen applications from whose state the verb can be taken."""
        return [row for row in self.chosen[0] if row.status in TRANSITIONS[self.verb].sources]

    def get_initial(self):
        return {"seen": {row.pk: row.status for row in self.fitting()}}

    def get_context_data(self, **kwargs):
        fitting = self.fitting()
        return super().get_context_data(**kwargs) | {
            "fitting": fitting,
            "unfitting": [row for row in self.chosen[0] if row not in fitting],
            "done": TRANSITIONS[self.verb].done,
            "verb": self.verb,
            "announced": self.verb in Decision.Verb.values,
        }

    def get_actionable_objects(self):
        """Once the screen is sent: what it showed, even if the list has changed since."""
        if self.cleaned_form is None:
            return super().get_actionable_objects()
        seen = self.cleaned_form.cleaned_data["seen"]
        rows = list(scope(Application.objects.filter(pk__in=seen), self.request.user, DECIDE).order_by("pk"))
        if not rows:
            raise PermissionDenied
        return rows, {}

    @classmethod
    def execute_action(cls, objects, *, action, **kwargs):
        typed = action.cleaned_form.cleaned_data
        refusals = []
        for application in objects:
            try:
                advance(
                    application,
                    cls.verb,
                    by=action.request.user,
                    seen=typed["seen"][application.pk],
                    reason=typed["reason"].strip(),
                )
            except Refused as refused:
                refusals.append(str(refused))
        for refusal in refusals:
            messages.error(action.request, refusal)
        return len(objects) - len(refusals), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        if not num_parent_objects:
            return None
        return ngettext(
            "%(n)d application %(done)s. Nobody is told until you announce it.",
            "%(n)d applications %(done)s. Nobody is told until you announce it.",
            num_parent_objects,
        ) % {"n": num_parent_objects, "done": TRANSITIONS[self.verb].done}


def decide_selection(verb, priority, base=DecideSelection):
    """The bulk action of one verb."""
    label = TRANSITIONS[verb].label
    named = {
        "verb": verb,
        "action_type": verb,
        "display_name": label,
        "aria_label": label,
        "action_priority": priority,
    }
    return type(f"{verb.title()}Selection", (base,), named)


class JunkSelection(DecideSelection):
    """No decision: nobody is told, now or later."""

    def get_success_message(self, num_parent_objects, num_child_objects):
        if not num_parent_objects:
            return None
        told = ngettext("%(n)d application %(done)s.", "%(n)d applications %(done)s.", num_parent_objects)
        return told % {"n": num_parent_objects, "done": TRANSITIONS[self.verb].done}


DECIDE_ACTIONS = [decide_selection(verb, priority) for priority, verb in enumerate(Decision.Verb.values)]
JUNK_ACTIONS = [decide_selection(verb, 200 + place, JunkSelection) for place, verb in enumerate(["junk", "not-junk"])]
