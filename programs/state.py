"""What a call and a program are now: always derived from dates and the time, never stored.

Unknown dates and overlapping rounds are defined here and nowhere else.
"""

from dataclasses import dataclass
from operator import attrgetter
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
    rounds = [round for round in program.rounds.all() if not round.called_off]
    states = {call: call_state(call, now) for round in rounds for call in round.calls.all()}
    today = now.astimezone(ZoneInfo(program.time_zone)).date()
    return (
        taking(states, now)
        or deciding(rounds, states, today, now)
        or mentoring(rounds, today)
        or past(rounds, states, today, now)
        or Standing(ProgramState.NOTHING, not_yet(states, now) if rounds else called_off(program))
    )


def called_off(program):
    """What is to say where every round is called off; empty where there is none."""
    if not program.rounds.all():
        return ""
    return gettext("The round that was planned is called off.")


def taking(states, now):
    """Of the open calls the one that closes first, else of those to come the one that opens first."""
    for state, program_state, date in (
        (CallState.OPEN, ProgramState.OPEN, attrgetter("closes")),
        (CallState.UPCOMING, ProgramState.SOON, attrgetter("opens")),
    ):
        found = [call for call in states if states[call] == state]
        if found:
            known = [call for call in found if date(call)]
            return Standing(program_state, call_sentence(min(known, key=date, default=found[0]), state, now))
    return None


def deciding(rounds, states, today, now):
    """A round that takes no more applications and whose promised date, or else first day, is still to come."""
    for round in rounds:
        found = [states[call] for call in round.calls.all()]
        if not found or not set(found) <= {CallState.CLOSED, CallState.FULL}:
            continue
        if round.decisions_by and today <= round.decisions_by:
            told = gettext("Applicants hear by %(when)s.") % {"when": dates.weekday_and_day(round.decisions_by)}
            return Standing(ProgramState.DECIDING, told)
        if round.starts and today < round.starts:
            told = gettext("Mentoring begins on %(when)s.") % {"when": dates.day(round.starts)}
            return Standing(ProgramState.DECIDING, told)
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


def past(rounds, states, today, now):
    """The round that ended last; where no end is known, the call that closed last in a round that takes no more."""
    ended = [round.ends for round in rounds if round.ends and round.ends < today]
    if ended:
        told = gettext("The last round ended on %(when)s.") % {"when": dates.day(max(ended))}
        return Standing(ProgramState.FINISHED, told)
    over = [round for round in rounds if all(states[call] == CallState.CLOSED for call in round.calls.all())]
    closed = [call for round in over for call in round.calls.all()]
    if closed:
        last = max(closed, key=lambda call: call.closes)
        return Standing(ProgramState.FINISHED, call_sentence(last, CallState.CLOSED, now))
    return None


def not_yet(states, now):
    """What is to say of calls that are neither open, to come nor over."""
    for state in (CallState.FULL, CallState.WITHDRAWN):
        for call in (call for call in states if states[call] == state):
            return call_sentence(call, state, now)
    return gettext("The next dates are yet to be announced.")
