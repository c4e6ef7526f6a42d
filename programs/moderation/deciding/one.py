"""Taking a verb on one application: shows the letter first, takes a reason, refuses a stale screen and loses nothing."""

from collections import Counter

from django import forms
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages

from programs.access import DECIDE, scope
from programs.letters.writing import STATUS_LINK, render, write
from programs.lifecycle import STANDS, TRANSITIONS, Refused, advance, is_silent, overtaken, verbs_from
from programs.models import Application, Decision
from programs.moderation.places import places_of
from programs.moderation.queue.one_application import OneApplication


def decide(application, verb, *, by, seen, reason=""):
    """Take the verb for the committee. Its letter, if it has one, is written at once; decisions are silent."""
    with transaction.atomic():
        advance(application, verb, by=by, seen=seen, reason=reason)
        if TRANSITIONS[verb].letter:
            write(TRANSITIONS[verb].letter, application)
    return application


def letter_for(verb, application):
    """The letter that this verb leads to, as (subject, text); None where nothing would be left to tell."""
    if verb not in Decision.Verb.values:
        kind = TRANSITIONS[verb].letter
    else:
        kind = verb if Decision(verb=verb).disclosed_status != application.disclosed_status else ""
    return shown(kind, application) if kind else None


def more(verb, applications):
    """How many of each call the verb would accept of these, or take out of those accepted: {call's key: number}."""
    accepted, found = Application.Status.ACCEPTED, Counter()
    for application in applications:
        found[application.call_id] += TRANSITIONS[verb].target == accepted
        found[application.call_id] -= application.status == accepted
    return found


def shown(kind, application, own=None):
    """The letter as the committee may see it: without the secret link, which is minted when it is sent. `own` as in
    render()."""
    subject, body = render(kind, application, own=own)
    with override(application.language):
        return subject, body.replace(STATUS_LINK, gettext("[private link to the application]"))


def reason_field():
    return forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For the committee only. The applicant does not see it."),
    )


class ReasonForm(forms.Form):
    reason = reason_field()
    seen = forms.ChoiceField(choices=Application.Status.choices, widget=forms.HiddenInput)


class DecideView(OneApplication, FormView):
    permission_required = "change"
    template_name = "programs/moderation/decide.html"
    form_class = ReasonForm

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if self.verb not in TRANSITIONS:
            raise Http404

    @property
    def verb(self):
        return self.kwargs["verb"]

    @property
    def transition(self):
        return TRANSITIONS[self.verb]

    def get_page_title(self):
        return self.transition.label

    def own_breadcrumbs(self):
        return [{"url": self.own_address(), "label": str(self.object)}, {"url": "", "label": self.transition.label}]

    def get_initial(self):
        return {"seen": self.object.status}

    def get(self, request, *args, **kwargs):
        """The screen this was opened from says what it showed; where that is past, say so before anything is typed."""
        seen = request.GET.get("seen", self.object.status)
        if seen != self.object.status:
            messages.warning(request, overtaken(self.object))
        return super().get(request, *args, **kwargs)

    def form_valid(self, form):
        typed = form.cleaned_data
        try:
            decide(self.object, self.verb, by=self.request.user, seen=typed["seen"], reason=typed["reason"].strip())
        except Refused as refused:
            return self.refuse(form, refused)
        messages.success(self.request, self.done_message(), buttons=self.next_button())
        return redirect(self.own_address())

    def refuse(self, form, refused):
        """Shows the application as it is now, with the reason still in its box, ready to be decided anew."""
        self.object = self.get_object()
        messages.error(self.request, str(refused))
        again = ReasonForm({"reason": form.cleaned_data["reason"], "seen": self.object.status})
        return self.render_to_response(self.get_context_data(form=again), status=409)

    def done_message(self):
        told = {"reference": self.object.reference, "done": self.transition.done}
        if self.transition.letter:
            return gettext("%(reference)s is %(done)s. A letter says so to the applicant.") % told
        if self.verb not in Decision.Verb.values:
            return gettext("%(reference)s is %(done)s.") % told
        return gettext("%(reference)s is %(done)s. Nobody is told until you announce it.") % told

    def next_button(self):
        waiting = scope(Application.objects.awaiting_decision(), self.request.user, DECIDE).first()
        if waiting is None:
            return []
        return [messages.button(reverse("application:inspect", args=[waiting.pk]), gettext("Next waiting"))]

    def get_context_data(self, **kwargs):
        allowed = self.verb in verbs_from(self.object.status, silent=is_silent(self.object))
        return super().get_context_data(**kwargs) | {
            "application": self.object,
            "verb": self.verb,
            "action": self.transition.label,
            "allowed": allowed,
            "at_once": self.transition.letter,
            "letter": letter_for(self.verb, self.object) if allowed else None,
            "stands": STANDS[self.object.status],
            "places": places_of([self.object.call_id], more(self.verb, [self.object]) if allowed else None),
        }
