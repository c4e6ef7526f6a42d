"""What a program's page says against the program's rows: another length than its round has, traces of a past round,
roles that it does not have."""

import re
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext, ngettext

from portal.checks.findings import Finding
from portal.checks.reading.dates import length_sentence
from portal.checks.reading.lengths import agree, lengths
from portal.checks.reading.typed_dates import typed_dates
from programs.models import Program, ProgramPage
from programs.offer.catalog import OfferedProgram
from programs.offer.dates import day


def page_findings(walked):
    """page_findings: (page, Finding) for program pages, whose programs are read together."""
    pages = [page for page in walked if isinstance(page, ProgramPage)]
    now = timezone.now()
    rows = Program.objects.with_rounds().in_bulk({page.program_id for page in pages})
    rounds = {pk: ProgramRounds(row, now) for pk, row in rows.items()}
    for page in pages:
        for held in walked[page]:
            said = [sentence for text in held.texts() for sentence in compare(text, rounds[page.program_id])]
            said += unknown_role(held, rows[page.program_id])
            yield from ((page, Finding(held.place.where, one, held.place.path)) for one in dict.fromkeys(said))


def unknown_role(held, program):
    """Blocks name roles by key. What they say of a role that the program lacks stands under no heading, or nowhere."""
    keys = [role.key for role in program.roles.all()]
    for key in held.texts() if held.place.path.endswith(".role") else []:
        if key not in keys:
            told = gettext("The program has no role with the key “%(key)s”, only: %(keys)s.")
            yield told % {"key": key, "keys": ", ".join(keys) or "–"}


class ProgramRounds:
    """A program's rounds at an instant: those that are over, and those that are not."""

    def __init__(self, program, now):
        offered = OfferedProgram(program)
        self.program = program
        self.coming = [dated.row for dated in offered.rounds(now) if not dated.row.called_off]
        self.past = [dated.row for dated in offered.past_rounds(now)]

    def at_hand(self):
        """The round whose period the page should tell: the next to end, or else the last that did."""
        coming, past = ([row for row in rows if row.starts and row.ends] for rows in (self.coming, self.past))
        if coming:
            return min(coming, key=lambda row: row.ends)
        return max(past, key=lambda row: row.ends, default=None)


def compare(text, rounds):
    """Sentences about one text of the program's page."""
    yield from other_lengths(text, rounds.program, rounds.at_hand())
    if rounds.coming:
        for round in rounds.past:
            yield from old_traces(text, round, rounds.coming)


def other_lengths(text, program, round):
    for length in lengths(text):
        if program.length_months and program.length_months != length.months:
            told = ngettext(
                "The text says “%(length)s”, but the program's settings say %(months)d month.",
                "The text says “%(length)s”, but the program's settings say %(months)d months.",
                program.length_months,
            )
            yield told % {"length": length.text, "months": program.length_months}
        if round and not agree(length.months, round.starts, round.ends):
            yield length_sentence(length, f"{day(round.starts)} – {day(round.ends)}", round.starts, round.ends)


def old_traces(text, round, coming):
    """What the text keeps of a past round, unless a coming one shares it."""
    kept = {trace for later in coming for trace in [*names(later), *places(later)]}
    for trace in [*names(round), *places(round)]:
        if trace not in kept and re.search(rf"\b{re.escape(trace)}\b", text):
            yield _of_past(trace, round)
    old, current = days(round), {known for later in coming for known in days(later)}
    for typed in typed_dates(text):
        if typed.is_exact and typed.first(typed.year) in old - current:
            yield _of_past(typed.text, round)


def _of_past(trace, round):
    return gettext("“%(text)s” belongs to the past round “%(round)s”.") % {"text": trace, "round": round.said("name")}


def names(round):
    return {name for name in (round.name, round.name_es) if re.search(r"\d{4}", name)}


def places(round):
    """“ALA Annual, Chicago” is met as “Chicago”, too."""
    written = [row.place for row in round.milestones.all() if row.place]
    return set(written) | {place.rpartition(",")[2].strip() for place in written}


def days(round):
    """Every day that the round's rows name."""
    windows = [(call.zone, instant) for call in round.calls.all() for instant in (call.opens, call.closes) if instant]
    known = [round.decisions_by, round.starts, round.ends]
    known += [each for row in round.milestones.all() for each in (row.starts, row.ends)]
    return {known_day for known_day in known if known_day} | {
        instant.astimezone(ZoneInfo(zone)).date() for zone, instant in windows
    }
