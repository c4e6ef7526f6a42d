"""An open call in words, and who is in the middle of it: what is known of people who have begun and not ended."""

from django.utils.translation import gettext, ngettext

from programs import access
from programs.models import Draft, Reminder
from programs.offer.call_state import CallState, call_state
from programs.offer.windows import until


def is_open(call, now):
    return call_state(call, now) == CallState.OPEN


def call_in_words(call):
    """“Fall 2026 – mentee” is open until Friday, January 29, 2027, 11:59 pm Eastern."""
    if not call.closes:
        return gettext("“%(call)s” is open.") % {"call": call}
    return gettext("“%(call)s” is open until %(when)s.") % {"call": call, "when": until(call.closes, call.zone)}


def in_the_middle(call, user):
    """Sentences. How many applied, and how many have begun to, is the committee's to know."""
    if access.may(user, access.COUNT, call):
        received = call.applications.standing().count()
        told = ngettext("%(count)d application has come in.", "%(count)d applications have come in.", received)
        yield told % {"count": received}
        begun = Draft.objects.unsent().filter(call=call, application=None).count()
        told = ngettext(
            "%(count)d form is under way and not sent yet.", "%(count)d forms are under way and not sent yet.", begun
        )
        yield told % {"count": begun}
    waiting = Reminder.objects.confirmed().filter(correspondent__program=call.round.program, told_at=None).count()
    if waiting:
        told = ngettext("%(count)d person waits to be told.", "%(count)d people wait to be told.", waiting)
        yield told % {"count": waiting}
    yield gettext("Others may have the form open and not sent yet.")
