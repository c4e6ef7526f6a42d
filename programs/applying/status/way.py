"""The way of one application as a timeline with today on it: what was, what is, what is to come."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _

from programs.offer import dates

from .words import Status

AHEAD = {Status.RECEIVED, Status.ACCEPTED, Status.WAITLISTED}
"""Who still has something to expect of the round."""


@dataclass(frozen=True)
class Stop:
    """One line. `state` is done, now or, for what is to come, empty."""

    when: str
    words: str
    state: str = ""


def way(application, told, now=None):
    now = now or timezone.now()
    zone = ZoneInfo(application.program.time_zone)
    today = now.astimezone(zone).date()
    been = [Stop(dates.day(at.astimezone(zone)), words, "done") for at, words in happened(application, told)]
    plans = list(planned(application.call.round, told, today))
    past = [Stop(dates.day(day), words, "done") for day, words in plans if day < today]
    ahead = [Stop(coming(day, today), words) for day, words in plans if day >= today]
    here = Stop(_("Today, %(day)s") % {"day": dates.day(today)}, present(application, told, today), "now")
    return [*been, *past, here, *ahead]


def coming(day, today):
    return dates.weekday_and_day(day) if day > today else _("Still today")


def happened(application, told):
    """(when, what) of what the applicant did and was told, in order."""
    yield application.submitted_at, _("You sent your application")
    if application.changed_at:
        yield application.changed_at, _("You changed your application")
    if told.at:
        yield told.at, _("We wrote to you with the decision")
    if told.status == Status.WITHDRAWN:
        letter = application.letters.filter(kind="withdrawn").order_by("pk").last()
        if letter:
            yield letter.created_at, _("You withdrew your application")


def planned(round, told, today):
    """(day, what) of the round's own days that concern somebody who stands so."""
    if round.called_off or told.status not in AHEAD:
        return
    waits = told.status == Status.RECEIVED and round.decisions_by and round.decisions_by >= today
    days = [
        (waits and round.decisions_by, _("By this day we write to you with the decision, whatever it is")),
        (round.starts, _("Formal mentoring begins")),
        (told.status == Status.ACCEPTED and round.ends, _("Formal mentoring ends")),
    ]
    yield from ((day, words) for day, words in days if day)


def present(application, told, today):
    """What is going on today, in one sentence."""
    round = application.call.round
    if told.status == Status.WITHDRAWN:
        return _("Nothing more happens with this application")
    if round.called_off:
        return _("This round is called off")
    if told.status == Status.RECEIVED:
        return reading(round, today)
    if told.status == Status.WAITLISTED:
        return _("You are on the waiting list")
    if told.status == Status.DECLINED:
        return _("No place this time. Other ways are open to you: see below")
    return under_way(round, today)


def reading(round, today):
    """A promise that was not kept is not passed over in silence."""
    if round.decisions_by and round.decisions_by < today:
        return _("The committee is still reading, later than it promised. You have missed nothing")
    return _("The program’s committee reads every application")


def under_way(round, today):
    if round.ends and round.ends < today:
        return _("The round is over. Thank you for taking part")
    if round.starts and round.starts <= today:
        return _("Formal mentoring is under way")
    return _("You are accepted. The committee writes to you before mentoring begins")
