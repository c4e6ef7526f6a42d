"""What the list of programs says of each: what happens next, and how many applied for which part. Asks no query of its
own; the rows come from Program.objects.with_rounds()."""

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from programs.offer import dates
from programs.offer.call_state import taken
from programs.offer.catalog import OfferedProgram
from programs.offer.windows import until


@dataclass(frozen=True)
class Event:
    """Something that happens at an instant; a day without a time is over when it ends. `role`: for whom, if not all."""

    at: datetime
    label: str
    when: str
    role: str = ""


def next_date(program, now):
    """(what happens, when) of whatever comes first; None where nothing is to come. A paused program has nothing."""
    rounds = (
        [] if program.paused else [round for round in program.rounds.all() if not (round.called_off or round.draft)]
    )
    coming = [event for round in rounds for event in events(round, program.time_zone) if event.at > now]
    if not coming:
        return None
    first = min(coming, key=lambda event: event.at)
    roles = [event.role for event in coming if (event.at, event.label) == (first.at, first.label)]
    return first.label % {"roles": ", ".join(dict.fromkeys(roles))}, first.when


def events(round, zone):
    labels = {
        "opens": gettext("Applications open: %(roles)s"),
        "preferred_by": gettext("Soft deadline: %(roles)s"),
        "closes": gettext("Applications close: %(roles)s"),
    }
    for call in round.calls.all():
        for name, label in labels.items():
            if at := getattr(call, name):
                when = dates.moment(at, call.zone) if name == "opens" else until(at, call.zone)
                yield Event(at, label, when, call.role.said("plural"))
        if not call.opens and call.opens_first:
            label = gettext("Applications are to open: %(roles)s")
            yield Event(call.opens_first, label, call.opens_about.words, call.role.said("plural"))
    days = {
        gettext("Decisions are promised"): round.decisions_by,
        gettext("Mentoring begins"): round.starts,
        gettext("Mentoring ends"): round.ends,
    }
    for label, day in days.items():
        if day:
            yield Event(datetime.combine(day, time.max, ZoneInfo(zone)), label, dates.weekday_and_day(day))


def applied(program, now):
    """“mentors 15 of 18, mentees 22 of 30”, a line for each round that is not over."""
    rounds = [dated.row for dated in OfferedProgram(program).rounds(now)]
    told = [(round.said("name"), ", ".join(map(_against_places, round.calls.all()))) for round in rounds]
    told = [(name, words) for name, words in told if words]
    return [words if len(told) == 1 else f"{name}: {words}" for name, words in told]


def _against_places(call):
    words = {"roles": call.role.said("plural"), "taken": taken(call), "places": call.places}
    return (gettext("%(roles)s %(taken)d of %(places)d") if call.places else gettext("%(roles)s %(taken)d")) % words
