"""Taking a verb on many applications of the queue."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from programs.access import DECIDE, scope
from programs.lifecycle import TRANSITIONS, advance_all, silent_among, take_back_all, told_statuses
from programs.models import Application, Decision
from programs.moderation.places import places_of
from programs.moderation.queue.seen import SeenField
from programs.moderation.queue.selection import Selection

from .one import more, reason_field

TOLD = 10
"""So many refusals get a line each; more are counted in one."""


class SeenForm(forms.Form):
    seen = SeenField(words=Application.Status.values, required=False)


class ReasonForAllForm(SeenForm):
    reason = reason_field()


class ShownSelection(Selection):
    """Applications on which the person decides, each in the state that the screen showed."""

    duty = DECIDE

    def get_actionable_objects(self):
        """Once the screen is sent: what it showed, even if the list has changed since."""
        if self.cleaned_form is None:
            return super().get_actionable_objects()
        seen = self.cleaned_form.cleaned_data["seen"]
        rows = list(scope(Application.objects.filter(pk__in=seen), self.request.user, DECIDE).order_by("pk"))
        if not rows:
            raise PermissionDenied
        return rows, {}


class DecideSelection(ShownSelection):
    """One verb for all the applications that the screen showed, each in the state it was shown in."""

    verb = None
    form_class = ReasonForAllForm
    template_name = "programs/moderation/bulk_decide.html"

    def fitting(self):
        """The chosen applications from whose state the verb can be taken, from some only while their applicants do not know."""
        step = TRANSITIONS[self.verb]
        return [row for row in self.chosen[0] if row.status in step.sources or self._silent(row) in step.silent]

    def _silent(self, row):
        return row.status if row.pk in self.silent else None

    @cached_property
    def silent(self):
        return silent_among([row.pk for row in self.chosen[0]])

    def outcomes(self, rows):
        """What happens to each: [(row, the state it goes to, whether a letter goes when it is announced), ...]."""
        known = told_statuses([row.pk for row in rows])
        target = TRANSITIONS[self.verb].target
        return [(row, Application.Status(target).label, known[row.pk] != target) for row in rows]

    def get_initial(self):
        return {"seen": {row.pk: row.status for row in self.fitting()}}

    def get_context_data(self, **kwargs):
        fitting = self.fitting()
        return super().get_context_data(**kwargs) | {
            "fitting": fitting,
            "outcomes": self.outcomes(fitting),
            "places": places_of({row.call_id for row in fitting}, more(self.verb, fitting)),
            "unfitting": [row for row in self.chosen[0] if row not in fitting],
            "done": TRANSITIONS[self.verb].done,
            "verb": self.verb,
            "announced": self.verb in Decision.Verb.values,
        }

    @classmethod
    def execute_action(cls, objects, *, action, **kwargs):
        typed = action.cleaned_form.cleaned_data
        seen = {application.pk: typed["seen"][application.pk] for application in objects}
        done, refusals = advance_all(seen, cls.verb, by=action.request.user, reason=typed["reason"].strip())
        for refusal in refusals[:TOLD]:
            messages.error(action.request, refusal)
        if left := len(refusals[TOLD:]):
            told = ngettext("%(n)d more was left as it is.", "%(n)d more were left as they are.", left)
            messages.error(action.request, told % {"n": left})
        return len(done), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        if not num_parent_objects:
            return None
        return ngettext(
            "%(n)d application %(done)s. Nobody is told until you announce it.",
            "%(n)d applications %(done)s. Nobody is told until you announce it.",
            num_parent_objects,
        ) % {"n": num_parent_objects, "done": TRANSITIONS[self.verb].done}


class TakeBackSelection(ShownSelection):
    """Undoes what was decided and not announced: each goes back to what its applicant knows."""

    display_name = _("Take back")
    aria_label = _("Take back what was decided and not announced about the selected applications")
    action_type = "take-back"
    action_priority = 90
    form_class = SeenForm
    template_name = "programs/moderation/bulk_take_back.html"

    @cached_property
    def outcomes(self):
        """[(row, the state it goes back to), ...]"""
        rows = self.chosen[0]
        keys = [row.pk for row in rows]
        silent, known = silent_among(keys), told_statuses(keys)
        return [(row, Application.Status(known[row.pk]).label) for row in rows if row.pk in silent]

    def get_initial(self):
        return {"seen": {row.pk: row.status for row, _back in self.outcomes}}

    def get_context_data(self, **kwargs):
        fitting = {row.pk for row, _back in self.outcomes}
        unfitting = [row for row in self.chosen[0] if row.pk not in fitting]
        return super().get_context_data(**kwargs) | {"outcomes": self.outcomes, "unfitting": unfitting}

    @classmethod
    def execute_action(cls, objects, *, action, **kwargs):
        seen = action.cleaned_form.cleaned_data["seen"]
        done = take_back_all({row.pk: seen[row.pk] for row in objects}, by=action.request.user)
        if left := len(objects) - len(done):
            told = ngettext(
                "%(n)d was changed or announced meanwhile and left as it is.",
                "%(n)d were changed or announced meanwhile and left as they are.",
                left,
            )
            messages.error(action.request, told % {"n": left})
        return len(done), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        if not num_parent_objects:
            return None
        told = ngettext("%(n)d decision taken back.", "%(n)d decisions taken back.", num_parent_objects)
        return told % {"n": num_parent_objects}


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
