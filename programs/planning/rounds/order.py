"""The order in which things happen in a round, and what stands in it the wrong way round."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from programs.offer.dates import day
from programs.offer.precision import YEARLESS, Precision, span

APPLY, DECIDE, BEGIN, END = range(4)
WORDS = {
    END: r"\b(final evaluation|final assessment|final survey|closing|celebration|evaluación final|clausura)",
    BEGIN: r"\b(orientation|training|kick-?off|orientación|formación|capacitación|inauguración)",
    DECIDE: r"\b(review|notif|decision|match(?:es|ing) (?:are|is) made|revis|decisi)",
    APPLY: r"\b(appl(?:y|ication)|submi|solicitud|inscripci)",
}
"""What a line of the timeline speaks of; of several, the latest: a review of applications is a review."""


@dataclass(frozen=True)
class Step:
    """Something that happens in a round, on some days. `due`: what comes later may not be over before this day."""

    stage: int
    name: str
    due: date
    last: date


def steps(round):
    for call in round.calls.all():
        if call.closes or call.opens:
            due = call.last_day or call.opens.astimezone(ZoneInfo(call.zone)).date()
            told = gettext("Applications close: %(role)s") if call.closes else gettext("Applications open: %(role)s")
            yield Step(APPLY, told % {"role": call.role.said("plural")}, due, due)
    for stage, name, known in (
        (DECIDE, gettext("Decisions promised"), round.decisions_by),
        (BEGIN, gettext("Formal mentoring begins"), round.starts),
        (END, gettext("Formal mentoring ends"), round.ends),
    ):
        if known:
            yield Step(stage, name, known, known)
    yield from _milestones(round)


def _milestones(round):
    for row in round.milestones.all():
        stage = next((stage for stage, words in WORDS.items() if re.search(words, row.label, re.IGNORECASE)), None)
        if stage is not None and row.precision not in {Precision.UNKNOWN, *YEARLESS}:
            first, last = span(row.precision, row.starts, row.ends)
            yield Step(stage, row.said("label"), first, last)


def disorder(round):
    """Sentences about pairs of steps of which the later one is over before the earlier one is due."""
    for one, other in combinations(sorted(steps(round), key=lambda step: step.stage), 2):
        if one.stage < other.stage and other.last < one.due:
            told = gettext("“%(later)s” (%(early_day)s) stands before “%(earlier)s” (%(late_day)s).")
            yield told % {
                "later": other.name,
                "early_day": day(other.last),
                "earlier": one.name,
                "late_day": day(one.due),
            }
