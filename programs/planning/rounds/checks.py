"""What the planner of a round should look at again: findings() is pure, of a round read by Program.with_rounds().

The database refuses what is impossible within a row; here is what is odd between rows. History is only asked whether
anything comes after it.
"""

from datetime import timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from portal.checks.findings import Finding
from portal.checks.reading.lengths import agree, months_between
from portal.checks.reading.texts import Reading, read
from programs import access
from programs.models import Program
from programs.offer.catalog import OfferedProgram
from programs.offer.dates import moment
from programs.offer.promised import moved
from programs.offer.standing import ProgramState, standing
from programs.offer.windows import today_of

from .order import disorder

SOON = timedelta(days=7)
"""So long before a call opens its form should be published."""


def findings(round, now):
    if round.called_off:
        return []
    today = now.astimezone(ZoneInfo(round.program.time_zone)).date()
    return list(
        chain(
            order(round),
            length(round),
            moved_clocks(round, now),
            unready_forms(round, now),
            unready_references(round, now),
            rough_months(round, now),
            no_next_round(round, now),
            unsure_dates(round),
            texts(round, today),
            untranslated(round),
            untranslated_conditions(round),
        )
    )


def findings_now(round):
    """What was last saved of the round, read together with its program: as many queries for many rounds as for one."""
    program = Program.objects.with_rounds().get(pk=round.program_id)
    stored = next((row for row in program.rounds.all() if row.pk == round.pk), None)
    return findings(stored, timezone.now()) if stored else []


def report_findings(user):
    """report_findings: the rounds that this person may plan, but for those long over."""
    now = timezone.now()
    for program in access.programs_for(user, access.PLAN).with_rounds():
        rounds = list(program.rounds.all())
        over = {dated.row.pk for dated in OfferedProgram(program).past_rounds(now)}
        last = max(rounds, key=_when, default=None)
        for round in rounds:
            found = findings(round, now) if round.pk not in over or round == last else []
            if found:
                yield str(round), reverse("round:edit", args=[round.pk]), found


def reads_findings(user):
    return access.may(user, access.PLAN)


def order(round):
    return (Finding(gettext("Dates"), said) for said in disorder(round))


def length(round):
    months = round.program.length_months
    if months and round.starts and round.ends and not agree(months, round.starts, round.ends):
        told = ngettext(
            "The program lasts %(months)s month by its settings, but this round %(actual)s.",
            "The program lasts %(months)s months by its settings, but this round %(actual)s.",
            months,
        )
        actual = f"{months_between(round.starts, round.ends):g}"
        yield Finding(gettext("Dates"), told % {"months": months, "actual": actual})


def moved_clocks(round, now):
    """Where the law of a zone has changed since a date was typed, and another clock time than that is told of its moment."""
    told = gettext(
        "The law of this zone’s clocks has changed since a date was typed: it was to be %(promised)s and now stands at %(at)s. "
        "Type it again, so that the clock time stays that was promised."
    )
    for call in round.calls.all():
        for name, promised in moved(call, now).items():
            words = {"promised": moment(promised, call.zone), "at": moment(getattr(call, name), call.zone)}
            yield Finding(_of(call), told % words)


def lacks_form(call):
    return not call.url and not (call.form and call.form.live)


def unready_forms(round, now):
    for call in round.calls.all():
        if call.has_opened(now + SOON) and not call.has_closed(now) and lacks_form(call):
            told = gettext("The call is open, and its form is not published.")
            if call.opens:
                told = gettext("The call opens %(when)s, and its form is not published.")
                told %= {"when": moment(call.opens, call.zone)}
            yield Finding(_of(call), told)


def unready_references(round, now):
    """What keeps references from being asked for, while somebody can still apply or is about to."""
    for call in round.calls.all():
        if call.reference_form_id and call.has_opened(now + SOON) and not call.has_closed(now):
            yield from (Finding(_of(call), told) for told in _lacks_of_references(call))


def _lacks_of_references(call):
    if not call.reference_form.live:
        yield gettext("It asks for a reference, and the form for it is not published: nobody is asked.")
    if call.url:
        yield gettext("It asks for a reference, but its form is elsewhere: nobody is asked.")
    elif call.form and not any(question.block_type == "referee" for question in call.form.questions()):
        yield gettext("It asks for a reference, but no question of its form asks applicants for a referee.")


def rough_months(round, now):
    for call in round.calls.all():
        yield from (Finding(_of(call), told) for told in unsettled(call, now))
        if call.to_check:
            told = gettext("Its months were shifted from the last round and are not sure. Check them.")
            yield Finding(_of(call), told)


def unsettled(call, now):
    """A sentence where the announced month has begun, or passed, and nobody made the day exact."""
    about, today = call.opens_about, today_of(now, call.zone)
    if about and about.has_passed(today):
        told = gettext("It was to open %(when)s. Nobody can apply until it has an exact day.")
        yield told % {"when": about.when}
    elif about and about.has_begun(today):
        told = gettext("It is to open %(when)s, which has begun. Nobody can apply until it has an exact day.")
        yield told % {"when": about.when}


def _of(call):
    return gettext("Call: %(role)s") % {"role": call.role}


def no_next_round(round, now):
    """Told of the program's last round only, once nothing of it is to come."""
    program = round.program
    if any(other.draft for other in program.rounds.all()):
        return
    if program.kind == program.Kind.MENTORING and standing(program, now).state == ProgramState.FINISHED:
        rounds = list(program.rounds.all())
        if rounds and round.pk == max(rounds, key=_when).pk:
            yield Finding(gettext("Round"), gettext("It is over, and no next round is planned."))


def _when(round):
    closes = [call.closes.date() for call in round.calls.all() if call.closes]
    known = [day for day in (round.ends, round.starts, round.decisions_by, *closes) if day]
    return (max(known).toordinal() if known else 0, round.pk)


def unsure_dates(round):
    for row in round.milestones.all():
        if row.to_check:
            yield Finding(_line(row), gettext("Its date was shifted from the last round and is not sure. Check it."))


def texts(round, today):
    named = [(gettext("Name"), round.name, "en"), (gettext("Name in Spanish"), round.name_es, "es")]
    labels = [(_line(row), label, code) for row in round.milestones.all() for label, code in _labels(row)]
    for where, text, language in named + labels:
        yield from (Finding(where, said) for said in read(text, Reading(today, language)))


def _labels(row):
    return [(row.label, "en"), (row.label_es, "es")]


def untranslated(round):
    rows = list(round.milestones.all())
    if any(row.label_es for row in rows):
        for row in rows:
            if not row.label_es:
                yield Finding(_line(row), gettext("Other lines are in Spanish too; this one is not."))


def untranslated_conditions(round):
    for call in round.calls.all():
        if call.own_conditions and call.conditions and not call.conditions_es:
            yield Finding(_of(call), gettext("Its conditions are not translated: readers meet them in English."))


def _line(row):
    return gettext("Timeline: “%(label)s”") % {"label": row.label}
