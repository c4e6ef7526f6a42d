"""What a call and a program are now: always derived from dates and the time, never stored.

Unknown dates and overlapping rounds are defined here and nowhere else.
"""

from dataclasses import dataclass
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


class ProgramState(models.TextChoices):
    PAUSED = "paused", _("Paused")
    OPEN = "open", _("Applications open")
    SOON = "soon", _("Opening soon")
    DECIDING = "deciding", _("Deciding")
    MENTORING = "mentoring", _("Mentoring under way")
    FINISHED = "finished", _("Finished")
    NOTHING = "nothing", _("Nothing planned")


def call_state(call, now=None):
    """The call's state at an instant. A call without an opening date is not open; one without a closing date stays open.

    Reads call.form, call.round.program and, for a call with a limit, its applications (or `call.taken`, where a query
    has counted them).
    """
    now = now or timezone.now()
    if call.round.program.paused:
        return CallState.PAUSED
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
    zone = call.round.program.time_zone
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
    if state == CallState.WITHDRAWN:
        return gettext("The form is not available at the moment.")
    return gettext("The dates are yet to be announced.")


def open_sentence(call, zone, now):
    if not call.closes:
        return gettext("Open, with no closing date.")
    when = dates.moment(call.closes, zone)
    days = (call.closes.astimezone(ZoneInfo(zone)).date() - now.astimezone(ZoneInfo(zone)).date()).days
    if days == 0:
        return gettext("Closes today: %(when)s.") % {"when": when}
    left = ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}
    return gettext("Closes %(when)s, %(left)s.") % {"when": when, "left": left}


@dataclass(frozen=True)
class Standing:
    """A program's state with the sentence that says since or until when."""

    state: ProgramState
    sentence: str = ""

    @property
    def label(self):
        return self.state.label


def standing(program, now=None):
    """The program's state: paused > open > opening soon > deciding > mentoring > finished > nothing planned.

    Where several rounds overlap, the first of these that any of them is in. Reads program.rounds and their calls.
    """
    now = now or timezone.now()
    if program.paused:
        return Standing(ProgramState.PAUSED)
    rounds = list(program.rounds.all())
    calls = [call for round in rounds for call in round.calls.all()]
    for state in (CallState.OPEN, CallState.UPCOMING):
        found = [call for call in calls if call_state(call, now) == state]
        if found:
            call = min(
                found, key=lambda call: (call.opens if state == CallState.UPCOMING else call.closes) or _far(now)
            )
            program_state = ProgramState.OPEN if state == CallState.OPEN else ProgramState.SOON
            return Standing(program_state, call_sentence(call, state, now))
    today = now.astimezone(ZoneInfo(program.time_zone)).date()
    return deciding(rounds, today, now) or mentoring(rounds, today) or past(rounds, calls, now)


def _far(now):
    return now.replace(year=9999)


def deciding(rounds, today, now):
    """A round whose every call has closed and whose promised date, or else first day, is still to come."""
    for round in rounds:
        until = round.decisions_by or round.starts
        calls = round.calls.all()
        if calls and until and today <= until and all(call.closes and call.closes <= now for call in calls):
            if round.decisions_by:
                return Standing(
                    ProgramState.DECIDING,
                    gettext("Applicants hear by %(when)s.") % {"when": dates.weekday_and_day(round.decisions_by)},
                )
            return Standing(
                ProgramState.DECIDING, gettext("Mentoring begins on %(when)s.") % {"when": dates.day(round.starts)}
            )
    return None


def mentoring(rounds, today):
    for round in rounds:
        if round.starts and round.starts <= today and (round.ends is None or today <= round.ends):
            if round.ends:
                return Standing(
                    ProgramState.MENTORING,
                    gettext("The present round ends on %(when)s.") % {"when": dates.day(round.ends)},
                )
            return Standing(ProgramState.MENTORING)
    return None


def past(rounds, calls, now):
    ended = [round for round in rounds if round.ends]
    closed = [call for call in calls if call.closes and call.closes <= now]
    if ended:
        last = max(ended, key=lambda round: round.ends)
        return Standing(
            ProgramState.FINISHED, gettext("The last round ended on %(when)s.") % {"when": dates.day(last.ends)}
        )
    if closed:
        last = max(closed, key=lambda call: call.closes)
        return Standing(ProgramState.FINISHED, call_sentence(last, CallState.CLOSED, now))
    return Standing(ProgramState.NOTHING, gettext("The next dates are yet to be announced.") if rounds else "")
