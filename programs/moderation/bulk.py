"""Taking a verb on many applications of the queue, or announcing them, with a screen in between.

Wagtail hands a bulk action whatever ids stand in the address, or every row there is. Here the address only says what
the screen shows, and only of the person's own programs; what is then done is done to what the screen showed.
"""

from copy import copy
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction

from programs.access import ANNOUNCE, DECIDE, READ, require, scope
from programs.lifecycle import TRANSITIONS, Refused, advance
from programs.models import Application, Decision

from .announce_screens import DecisionsForm, samples, tell
from .announcing import announce, counted
from .deciding import reason_field
from .queue import QueueView
from .seen import SeenField, ids_in


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
        request = copy(self.request)
        request.GET = QueryDict(address.query)
        view = QueueView(model=Application, index_results_url_name="application:index_results")
        view.setup(request)
        return view.get_queryset()

    def get_actionable_objects(self):
        rows, without_duty = self.chosen
        if not rows and not without_duty:
            raise PermissionDenied
        return rows, {"items_with_no_access": without_duty}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"display_name": self.display_name}

    def get_execution_context(self):
        return {"action": self}


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


def decide_selection(verb, priority):
    """The bulk action of one verb."""
    label = TRANSITIONS[verb].label
    named = {
        "verb": verb,
        "action_type": verb,
        "display_name": label,
        "aria_label": label,
        "action_priority": priority,
    }
    return type(f"{verb.title()}Selection", (DecideSelection,), named)


BULK_ACTIONS = [
    *(decide_selection(verb, priority) for priority, verb in enumerate(Decision.Verb.values)),
    AnnounceSelection,
]
