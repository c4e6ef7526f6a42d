"""Which open calls of a program somebody may begin with what they have sent, and how much of each form that fills in."""

from dataclasses import dataclass

from django.utils.translation import get_language

from programs.models import Call, FormVersion
from programs.offer.call_state import CallState, call_state

from .carrying import carried, in_other_words


@dataclass(frozen=True)
class Offer:
    call: Call
    version: FormVersion
    typed: dict
    """What is filled in, as programs/applying/again/carrying.py gives it."""
    fits: list
    """The questions that this answers."""
    otherwise: dict
    """How such a question was asked before, by its key, where the words were others."""
    same_round: bool

    @property
    def filled(self):
        return len(self.fits)

    @property
    def asked(self):
        return len(self.version.asked)

    @property
    def rest(self):
        """What is asked anew."""
        return [question for question in self.version.asked if question not in self.fits]


def offers(sent, call, *, but):
    """Offers for an application or a receipt of this call: the open calls of its program with a form of ours that shares a
    question, those of its round first. `but` are the numbers of calls that are none for this person."""
    calls = Call.objects.select_related("round__program", "role", "form__locale").with_taken()
    calls = calls.filter(round__program=call.round.program, form__live=True, url="").exclude(pk__in=but)
    found = [offer(sent, call, other) for other in calls if call_state(other) == CallState.OPEN]
    return sorted((one for one in found if one.fits), key=lambda one: not one.same_round)


def offer(sent, call, other):
    version = other.form.in_language(get_language()).version()
    typed, fits = carried(sent, version)
    otherwise = in_other_words(sent.version, version)
    return Offer(other, version, typed, fits, otherwise, same_round=other.round_id == call.round_id)
