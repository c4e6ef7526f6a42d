"""The next cycle of a round: proposed without storing anything, then stored as it was shown."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.text import slugify

from portal.rows import recording
from programs.models import Call, Milestone, Round
from programs.offer.precision import YEARLESS

from . import form_copies, shifting
from .renaming import free, next_name

NOT_CARRIED = {
    "id",
    "program",
    "slug",
    "draft",
    "called_off",
    "called_off_at",
    "copied_from",
    "changed_at",
    "round",
    "clocks",
    "moved_at",
}
"""Fields that are a row's own. Whatever else a row has, its copy has too."""


@dataclass(frozen=True)
class Proposal:
    """The next round as rows that are not stored, and each old row beside its new one."""

    row: Round
    calls: list
    milestones: list


def propose(old, shift):
    row = Round(program=old.program, copied_from=old, draft=True, **carried(old))
    row.decisions_by = old.decisions_by and shift.move(old.decisions_by)
    row.starts, row.ends = shift.together(old.starts, old.ends)
    rename(row, old, shift)
    calls = [(call, next_call(call, shift)) for call in old.calls.select_related("role", "form", "reference_form")]
    milestones = [(line, next_milestone(line, shift)) for line in old.milestones.all()]
    row.calls = [new for _old, new in calls]
    row.milestones = [new for _old, new in milestones]
    return Proposal(row, calls, milestones)


def carried(row):
    fields = (field for field in row._meta.concrete_fields if field.name not in NOT_CARRIED)
    return {field.attname: getattr(row, field.attname) for field in fields}


def rename(row, old, shift):
    first = first_day(old)
    years = shifting.later(first, shift.months).year - first.year if first else shift.months // 12
    row.name, row.name_es = (next_name(name, shift.months, years) for name in (old.name, old.name_es))
    slug = next_name(old.slug, shift.months, years)
    wanted = slug if slug != old.slug else slugify(row.name)
    taken = set(Round.objects.filter(program=old.program).values_list("slug", flat=True))
    row.slug = free(wanted, taken, Round._meta.get_field("slug").max_length)


def next_call(old, shift):
    call = Call(**carried(old))
    window = shift.instants(old.zone, old.opens, old.preferred_by, old.closes)
    call.opens, call.preferred_by, call.closes = window
    for what in ("opens", "closes"):
        how, around = getattr(old, f"{what}_precision"), getattr(old, f"{what}_around")
        setattr(call, f"{what}_around", shift.dated(how, around, None)[0] if how else None)
    call.to_check = bool(old.opens_precision or old.closes_precision)
    if old.own_conditions:
        call.member_of = list(old.member_of.all())
    return call


def next_milestone(old, shift):
    """When a conference takes place cannot be told from the last one; nor which month of half a year later is meant."""
    line = Milestone(**carried(old))
    line.starts, line.ends = shift.dated(old.precision, old.starts, old.ends)
    unclear = old.precision in YEARLESS and shift.months % 12 != 0
    line.to_check = old.to_check or old.conference or unclear
    return line


def days_of(round, *, with_weekday=False):
    """Every known day of the round that is of one year, as it reads on its own clock; or those that are meant as days."""
    days = [round.decisions_by, round.starts, round.ends]
    for call in round.calls.all():
        instants = (call.opens, call.preferred_by, call.closes)
        days += [instant and instant.astimezone(ZoneInfo(call.zone)).date() for instant in instants]
        if not with_weekday:
            rough = [(call.opens_precision, call.opens_around), (call.closes_precision, call.closes_around)]
            days += [day for how, day in rough if how and how not in YEARLESS]
    for line in round.milestones.all():
        counts = line.precision in shifting.WEEKDAYS if with_weekday else line.precision not in shifting.STAYS
        days += [line.starts, line.ends] if counts else []
    return [day for day in days if day]


def first_day(round):
    """The day on which the first call opens, else the first day that is known; None where none is."""
    opens = [call.opens.astimezone(ZoneInfo(call.zone)).date() for call in round.calls.all() if call.opens]
    return min(opens or days_of(round), default=None)


def store(proposal, user, *, copy_forms=False):
    """The stored round, a draft: everything or nothing. ValidationError or IntegrityError where its short name is taken."""
    with transaction.atomic():
        if copy_forms:
            copies = form_copies.copy_forms(
                proposal.row, form_copies.forms_asked(new for _old, new in proposal.calls), user
            )
            for _old, new in proposal.calls:
                new.form, new.reference_form = copies.get(new.form), copies.get(new.reference_form)
        proposal.row.full_clean()
        proposal.row.save()
        recording.created(proposal.row, user)
    return proposal.row
