"""Rounds: two programs' past ones with the dates of their pages, and invented ones for a demo that is alive today.

The dates of past rounds are those of the captured pages. Everything that is open, upcoming or being decided is INVENTED,
with its places and limits, counted from the day of loading, for four programs whose pages give no dates: NMRT, YALSA,
STS and LLAMA.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.text import slugify

from programs.models import Milestone, Round
from programs.offer.dates import ANYWHERE_ON_EARTH
from programs.offer.precision import Precision

DAY, EARLY, MONTH, SEASON, YEARLY, UNKNOWN = (
    Precision.DAY,
    Precision.EARLY,
    Precision.MONTH,
    Precision.SEASON,
    Precision.YEARLY,
    Precision.UNKNOWN,
)

FRIDAY = 4


def add_past_rounds(programs):
    add_alcts_2018(programs["ALCTS"])
    add_alsc_fall_2014(programs["ALSC"])
    add_alsc_2015(programs["ALSC"])


def add_alcts_2018(program):
    # Seed 001:26 calls this span 10 months and 001:25 a year; it covers 11. The dates stand.
    round = Round.objects.create(
        program=program, name="2018–2019", slug="2018", starts=date(2018, 6, 1), ends=date(2019, 4, 30)
    )
    # Seed 001:27 names the month without a year.
    add_milestones(
        round, ("Virtual orientation and training", "Orientación y formación virtual", YEARLY, date(2018, 5, 1), None)
    )


def add_alsc_fall_2014(program):
    round = Round.objects.create(
        program=program,
        name="Fall 2014",
        name_es="Otoño de 2014",
        slug="fall-2014",
        decisions_by=date(2014, 10, 10),  # Seed 002:6; 002:42 lets notifications go on to October 15.
    )
    add_milestones(
        round,
        ("Deadline to apply", "Fecha límite para solicitar", DAY, date(2014, 8, 29), None),
        (
            "A task force reads the applications; those accepted hear from it",
            "Un grupo de trabajo lee las solicitudes y escribe a las personas aceptadas",
            DAY,
            date(2014, 9, 1),
            date(2014, 10, 15),
        ),
        (
            "Virtual orientation and training for matches",
            "Orientación y formación virtual para las parejas",
            DAY,
            date(2014, 10, 15),
            date(2014, 11, 15),
        ),
    )


def add_alsc_2015(program):
    # Seed 002:44-46 gives this intake no name; its months are neither the summer nor the fall of 002:3.
    round = Round.objects.create(program=program, name="2015", slug="2015")
    add_milestones(
        round,
        (
            "Mentors and mentees apply",
            "Solicitudes de mentores, mentoras y personas mentorizadas",
            MONTH,
            date(2015, 1, 1),
            date(2015, 2, 1),
        ),
        (
            "A task force reads the applications; those accepted hear from it",
            "Un grupo de trabajo lee las solicitudes y escribe a las personas aceptadas",
            MONTH,
            date(2015, 3, 1),
            date(2015, 4, 1),
        ),
        (
            "Virtual orientation and training for matches",
            "Orientación y formación virtual para las parejas",
            MONTH,
            date(2015, 4, 1),
            date(2015, 5, 1),
        ),
    )


def add_milestones(round, *milestones):
    for label, label_es, precision, starts, ends in milestones:
        Milestone.objects.create(
            round=round, label=label, label_es=label_es, precision=precision, starts=starts, ends=ends
        )


@dataclass(frozen=True)
class Plan:
    """An invented round, in days from the day of loading (negative: before it)."""

    opens: int
    closes: int
    decisions: int
    most_mentees: int | None = None


PLANS = {
    "NMRT": Plan(opens=-24, closes=38, decisions=66),
    "YALSA": Plan(opens=-17, closes=56, decisions=84, most_mentees=2),
    "STS": Plan(opens=-50, closes=-10, decisions=18),
    "LLAMA": Plan(opens=21, closes=70, decisions=98),
}


def plan_round(program, plan, today):
    """The invented round with its milestones; calls come with their forms."""
    decisions = friday_from(today + timedelta(days=plan.decisions))
    starts = first_of_month(decisions + timedelta(days=14), 1)
    ends = first_of_month(starts, 10) - timedelta(days=1)
    name = f"{starts.year}–{ends.year}" if starts.year != ends.year else str(starts.year)
    round = Round.objects.create(
        program=program,
        name=name,
        slug=slugify(starts.year),
        decisions_by=decisions,
        starts=starts,
        ends=ends,
        most_mentees=plan.most_mentees,
    )
    add_milestones(
        round,
        (
            "Pairs are introduced to each other by email",
            "Presentamos a las parejas por correo electrónico",
            DAY,
            decisions + timedelta(days=7),
            None,
        ),
        (
            "Virtual orientation for all pairs",
            "Orientación virtual para todas las parejas",
            DAY,
            orientation_day(plan, today),
            None,
        ),
        ("First check-in", "Primera consulta", EARLY, first_of_month(starts, 2), None),
        ("Check-in half-way", "Consulta a mitad del programa", MONTH, first_of_month(starts, 5), None),
        ("Survey of everybody who took part", "Encuesta a todas las personas participantes", UNKNOWN, None, None),
    )
    add_meeting(round)
    return round


def orientation_day(plan, today):
    return friday_from(today + timedelta(days=plan.decisions)) + timedelta(days=12)


def add_meeting(round):
    """Bound to a conference, whose days nobody here can know."""
    Milestone.objects.create(
        round=round,
        label="Pairs who are there meet in person",
        label_es="Quienes asisten se reúnen en persona",
        precision=SEASON,
        starts=summer_from(round.starts),
        place="ALA Annual",
        conference=True,
    )


def call_window(program, plan, today):
    """The instants at which the program's calls open (nine in the morning) and close (a minute before midnight)."""
    zone = ZoneInfo(program.time_zone)
    opens = datetime.combine(today + timedelta(days=plan.opens), time(9), zone)
    closes = datetime.combine(friday_from(today + timedelta(days=plan.closes)), time(23, 59), zone)
    return opens, closes


def call_terms(code, role, closes):
    """What is particular about a call: places, a limit, a clock that ends last, or no closing date but a soft one."""
    if (code, role) == ("YALSA", "mentor"):
        return {"closes": None, "preferred_by": closes - timedelta(weeks=2), "places": 15}
    if (code, role) == ("YALSA", "mentee"):
        return {"closes": closes.replace(tzinfo=ZoneInfo(ANYWHERE_ON_EARTH)), "anywhere_on_earth": True, "places": 30}
    if code == "NMRT":
        return {"places": 20, "limit": 60}
    return {}


def friday_from(day):
    """This day if it is a Friday, else the next Friday."""
    return day + timedelta(days=(FRIDAY - day.weekday()) % 7)


def summer_from(day):
    """July of this year, or of the next where the summer is over."""
    return date(day.year + (day.month > 8), 7, 1)


def first_of_month(day, later):
    """The first day of the month `later` months after this day's."""
    months = day.year * 12 + day.month - 1 + later
    return date(months // 12, months % 12 + 1, 1)
