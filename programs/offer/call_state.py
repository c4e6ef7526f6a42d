"""What a call is now: always derived from dates and the time, never stored. Unknown dates are defined here."""

from zoneinfo import ZoneInfo

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from . import dates


class CallState(models.TextChoices):
    OPEN = "open", _("Open")
    PAUSED = "paused", _("Paused")
    UNKNOWN = "unknown", _("Dates to be announced")
    UPCOMING = "upcoming", _("Not open yet")
    FULL = "full", _("Full")
    CLOSED = "closed", _("Closed")
    WITHDRAWN = "withdrawn", _("Form withdrawn")
    CALLED_OFF = "called-off", _("Called off")
    DRAFT = "draft", _("Draft")


def call_state(call, now=None):
    """The call's state at an instant. A call without an opening date is not open; one without a closing date stays open.

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
    if call.closes and now >= call.closes:
        return CallState.CLOSED
    if call.opens is None:
        return CallState.UNKNOWN
    if now < call.opens:
        return CallState.UPCOMING
    if not call.url and not (call.form and call.form.live):
        return CallState.WITHDRAWN
    if call.limit is not None and taken(call) >= call.limit:
        return CallState.FULL
    return CallState.OPEN


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
        return gettext("Opens %(when)s.") % {"when": dates.moment(call.opens, zone)}
    if state == CallState.CLOSED:
        return gettext("Closed on %(when)s.") % {"when": dates.moment(call.closes, zone)}
    if state == CallState.FULL:
        return gettext("All %(limit)d applications this call can take have come in.") % {"limit": call.limit}
    if state == CallState.PAUSED:
        return gettext("The program is paused and takes no applications.")
    if state == CallState.CALLED_OFF:
        return gettext("This round is called off.")
    if state == CallState.WITHDRAWN:
        return gettext("The form is not available at the moment.")
    return gettext("The dates are yet to be announced.")


def open_sentence(call, zone, now):
    soft = soft_sentence(call, zone, now)
    if not call.closes:
        return soft or gettext("Open, with no closing date.")
    when = dates.moment(call.closes, zone)
    days = (call.closes.astimezone(ZoneInfo(zone)).date() - now.astimezone(ZoneInfo(zone)).date()).days
    if days == 0:
        return gettext("Closes today: %(when)s.") % {"when": when}
    told = ngettext("Closes %(when)s, %(days)d day left.", "Closes %(when)s, %(days)d days left.", days)
    closing = told % {"when": when, "days": days}
    return f"{soft} {closing}" if soft and now < call.preferred_by else closing


def soft_sentence(call, zone, now):
    """The soft deadline, while it is to come and after; empty where there is none."""
    if not call.preferred_by:
        return ""
    if now < call.preferred_by:
        told = gettext("Apply by %(when)s to be read first.")
    else:
        told = gettext("Open. The first reading began on %(when)s; later applications are read as places allow.")
    return told % {"when": dates.moment(call.preferred_by, zone)}
