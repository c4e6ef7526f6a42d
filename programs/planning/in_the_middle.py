"""An open call in words, and who is in the middle of it: what is known of people who have begun and not ended."""

from django.utils.translation import get_language_info, gettext, ngettext

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


def in_the_middle(call, user, language=""):
    """Sentences. How many applied, and how many have begun to, is the committee's to know. With a language: those who apply
    in it."""
    if access.may(user, access.COUNT, call):
        yield _received_in(call, language) if language else _received(call)
        yield _under_way(call, language)
    waiting = Reminder.objects.confirmed().filter(correspondent__program=call.round.program, told_at=None).count()
    if waiting and not language:
        told = ngettext("%(count)d person waits to be told.", "%(count)d people wait to be told.", waiting)
        yield told % {"count": waiting}
    yield gettext("Others may have the form open and not sent yet.")


def _received(call):
    received = call.applications.standing().count()
    told = ngettext("%(count)d application has come in.", "%(count)d applications have come in.", received)
    return told % {"count": received}


def _received_in(call, language):
    received = call.applications.standing().filter(version__language=language).count()
    told = ngettext(
        "%(count)d application has come in, written in %(language)s.",
        "%(count)d applications have come in, written in %(language)s.",
        received,
    )
    return told % {"count": received, "language": get_language_info(language)["name_translated"]}


def _under_way(call, language):
    drafts = Draft.objects.unsent().filter(call=call, application=None)
    begun = (drafts.filter(language=language) if language else drafts).count()
    told = ngettext(
        "%(count)d form is under way and not sent yet.", "%(count)d forms are under way and not sent yet.", begun
    )
    return told % {"count": begun}
