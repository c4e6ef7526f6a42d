"""What a call is now: always derived from dates and the time, never stored. Unknown dates are defined here."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from . import dates
from .windows import today_of, until


class CallState(models.TextChoices):
    OPEN = "open", _("Open")
    PAUSED = "paused", _("Paused")
    UNKNOWN = "unknown", _("Dates to be announced")
    UPCOMING = "upcoming", _("Not open yet")
    FULL = "full", _("Full")
    CLOSED = "closed", _("Closed")
    WITHDRAWN = "withdrawn", _("Open: ask how to apply")
    """Its time is now, and there is no form: none yet, or none any more."""
    CALLED_OFF = "called-off", _("Called off")
    DRAFT = "draft", _("Draft")


def call_state(call, now=None):
    """The call's state at an instant; programs.offer.windows says what its dates mean. One without a closing date stays
    open.

    Reads call.form, call.round.program and, for a call with a limit, its applications (or `call.taken`, where a query
    has counted them).
    """
    now = now or timezone.now()
    if call.round.draft or call.round.program.draft:
        return CallState.DRAFT
    if call.round.program.paused:
        return CallState.PAUSED
    if call.round.called_off:
        return CallState.CALLED_OFF
    if call.has_closed(now):
        return CallState.CLOSED
    if not call.has_opened(now):
        return not_open_yet(call, now)
    if not call.url and not (call.form and call.form.live):
        return CallState.WITHDRAWN
    if call.limit is not None and taken(call) >= call.limit:
        return CallState.FULL
    return CallState.OPEN


def not_open_yet(call, now):
    """A month that passed without anybody making it exact promises nothing any more."""
    about = call.opens_about
    to_come = call.opens or (about and not about.has_passed(today_of(now, call.zone)))
    return CallState.UPCOMING if to_come else CallState.UNKNOWN


def taken(call):
    """How many applications stand against the call's limit."""
    counted = getattr(call, "taken", None)
    return call.applications.counted().count() if counted is None else counted


def call_sentence(call, state=None, now=None):
    """The call's state in one sentence with its dates, such as "Closes Friday, January 29, 2027, 11:59 pm Eastern (69 days left)"."""
    now = now or timezone.now()
    state = state or call_state(call, now)
    zone = call.zone
    if state == CallState.OPEN:
        return open_sentence(call, zone, now)
    if state == CallState.UPCOMING:
        return upcoming_sentence(call, zone, now)
    if state == CallState.CLOSED:
        return closed_sentence(call, zone)
    if state == CallState.FULL:
        return gettext("All %(limit)d applications this call can take have come in.") % {"limit": call.limit}
    if state == CallState.PAUSED:
        return gettext("The program is paused and takes no applications.")
    if state == CallState.CALLED_OFF:
        return gettext("This round is called off.")
    if state == CallState.WITHDRAWN:
        told = gettext("There is no form here at the moment: ask those who run the program how to apply.")
        return f"{open_sentence(call, zone, now)} {told}"
    return unknown_sentence(call, zone, now)


def upcoming_sentence(call, zone, now):
    about = call.opens_about
    if call.opens:
        return gettext("Opens %(when)s.") % {"when": dates.moment(call.opens, zone)}
    if about.has_begun(today_of(now, zone)):
        return gettext("Is to open %(when)s; the day is not announced yet.") % {"when": about.when}
    return pgettext("a month or a season", "Opens %(when)s.") % {"when": about.when}


def closed_sentence(call, zone):
    if call.closes:
        return gettext("Closed on %(when)s.") % {"when": until(call.closes, zone)}
    return gettext("Was to close %(when)s.") % {"when": call.closes_about.when}


def unknown_sentence(call, zone, now):
    about = call.opens_about
    if about and about.has_passed(today_of(now, zone)):
        told = gettext("Was to open %(when)s, and nothing newer is announced: ask those who run the program.")
        return told % {"when": about.when}
    return gettext("The dates are yet to be announced.")


def open_sentence(call, zone, now):
    soft = soft_sentence(call, zone, now)
    closing = closing_sentence(call, zone, now)
    if soft and not call.says_closing:
        return soft
    return f"{soft} {closing}" if soft and now < call.preferred_by else closing


def closing_sentence(call, zone, now):
    if call.closes_about:
        return gettext("Closes %(when)s; the day is not announced yet.") % {"when": call.closes_about.when}
    if call.says_closing and not call.closes:
        return gettext("Open; when it closes is yet to be announced.")
    if not call.closes:
        return gettext("Apply any time.") if call.round.standing else gettext("Open, with no closing date.")
    when = until(call.closes, zone)
    days = (call.last_day - today_of(now, zone)).days
    if days <= 0:
        return gettext("Closes today: %(when)s.") % {"when": when}
    told = ngettext("Closes %(when)s, %(days)d day left.", "Closes %(when)s, %(days)d days left.", days)
    return told % {"when": when, "days": days}


def soft_sentence(call, zone, now):
    """The soft deadline, while it is to come and after; empty where there is none."""
    if not call.preferred_by:
        return ""
    if now < call.preferred_by:
        told = gettext("Apply by %(when)s to be read first.")
    else:
        told = gettext("Open. The first reading began on %(when)s; later applications are read as places allow.")
    return told % {"when": until(call.preferred_by, zone)}
