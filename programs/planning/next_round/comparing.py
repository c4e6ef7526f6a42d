"""A round's dates beside those proposed for the next, in words."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext

from programs.models import Round
from programs.offer import dates, precision


@dataclass(frozen=True)
class Pair:
    """One date, then and next time. `check`: it cannot be told from the last one."""

    label: str
    before: str
    after: str
    check: bool = False


def compared(old, proposal):
    """The calls' dates, the round's own and the lines of its timeline; those that are not known are left out."""
    return [*_of_calls(proposal), *_of_round(old, proposal.row), *_of_lines(old, proposal)]


def _of_calls(proposal):
    words = {
        "opens": gettext("Applications open: %(role)s"),
        "preferred_by": gettext("Soft deadline: %(role)s"),
        "closes": gettext("Applications close: %(role)s"),
    }
    for old, new in proposal.calls:
        for name, label in words.items():
            if getattr(old, name):
                told = (dates.moment(getattr(call, name), old.zone) for call in (old, new))
                yield Pair(label % {"role": old.role.said("plural")}, *told)
            elif how := getattr(old, f"{name}_precision", ""):
                told = (precision.in_words(how, getattr(call, f"{name}_around")) for call in (old, new))
                yield Pair(label % {"role": old.role.said("plural")}, *told, check=True)


def _of_round(old, new):
    for name in ("decisions_by", "starts", "ends"):
        if getattr(old, name):
            told = (dates.weekday_and_day(getattr(row, name)) for row in (old, new))
            yield Pair(capfirst(Round._meta.get_field(name).verbose_name), *told)


def _of_lines(old, proposal):
    zone = old.program.time_zone
    for line, new in proposal.milestones:
        label = f"{line.said('label')} ({line.place})" if line.place else line.said("label")
        yield Pair(label, line_words(line, zone), line_words(new, zone), new.to_check)


def line_words(line, zone):
    if not line.starts:
        return gettext("To be announced")
    days = [line.starts, line.ends] if line.ends and line.ends != line.starts else [line.starts]
    alone = len(days) == 1
    return " – ".join(precision.in_words(line.precision, day, time=line.time, zone=zone, alone=alone) for day in days)
