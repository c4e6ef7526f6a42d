"""Who reads what: spread evenly, by hand, taken away. A conflict is a wall for everybody who assigns."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programs.access import DUTIES, SCORE
from programs.access.naming import rubric_of
from programs.lifecycle.steps import Refused
from programs.models import Application, CommitteeMember, Reading

from .conflicts import Conflicts
from .letters import tell_readers
from .standing import Status, take

HAS = _("Reads it already")
READABLE = frozenset({Application.Status.RECEIVED, Application.Status.WAITLISTED})
"""States in which an application is still read."""


def readers_of(program):
    """Who reads for this program now, by name."""
    members = CommitteeMember.objects.active().filter(program=program, duty__in=DUTIES[SCORE])
    people = get_user_model().objects.filter(pk__in=members.values("user"), is_active=True)
    return list(people.select_related("wagtail_userprofile").order_by("last_name", "first_name", "username"))


def to_assign(applications):
    """These applications with all that is asked of them here."""
    return list(
        applications.with_program()
        .select_related("version", "call__round__program__rubric")
        .prefetch_related("readings")
        .order_by("submitted_at", "pk")
    )


@dataclass
class Plan:
    """Who would read what. `given` are (application, reader); `short` (application, how many readings it lacks still)."""

    given: list = field(default_factory=list)
    short: list = field(default_factory=list)
    left_out: list = field(default_factory=list)
    """(application, reader, why): whom a conflict keeps from an application."""
    unread: list = field(default_factory=list)
    """Applications that nobody reads any more, as they are decided or withdrawn."""

    @property
    def pairs(self):
        return [(application.pk, reader.pk) for application, reader in self.given]

    def by_reader(self):
        """[(reader, [application, ...]), ...]"""
        found = defaultdict(list)
        for application, reader in self.given:
            found[reader].append(application)
        return sorted(found.items(), key=lambda one: str(one[0].get_full_name() or one[0]))


def spread(program, applications, readers, wanted=None):
    """The Plan by which each of a program's applications is read by so many of these readers, and each reader has as
    much to do as the others: what waits for them already counts. What few may read is given first."""
    plan, conflicts = Plan(), Conflicts(program, readers, applications)
    wanted = wanted or rubric_of(program).wanted
    load = Counter(Reading.objects.waiting().filter(reader__in=readers).values_list("reader", flat=True))
    open_ones = []
    for application in applications:
        if application.status not in READABLE:
            plan.unread.append(application)
            continue
        standing = [one for one in application.readings.all() if one.status in {Status.ASSIGNED, Status.SUBMITTED}]
        missing = wanted - len(standing)
        if missing > 0:
            able = _able(plan, conflicts, application, readers, {one.reader_id for one in standing})
            open_ones.append((len(able), application, able, missing))
    for _few, application, able, missing in sorted(open_ones, key=lambda one: one[0]):
        chosen = sorted(able, key=lambda reader: (load[reader.pk], readers.index(reader)))[:missing]
        load.update(reader.pk for reader in chosen)
        plan.given += [(application, reader) for reader in chosen]
        if len(chosen) < missing:
            plan.short.append((application, missing - len(chosen)))
    return plan


def _able(plan, conflicts, application, readers, reading):
    """Who may read it and does not yet. Whoever has recused themselves from it is in conflict with its person."""
    able = []
    for reader in readers:
        if reader.pk in reading:
            continue
        why = conflicts.between(reader, application)
        if why:
            plan.left_out.append((application, reader, why))
        else:
            able.append(reader)
    return able


def assign(program, applications, pairs, *, by):
    """Let people read: `pairs` are keys of an application and of a reader. The new readings; what cannot be is passed over.

    In one transaction, with one letter for each reader who gets something.
    """
    readers = readers_of(program)
    conflicts = Conflicts(program, readers, applications)
    by_key, people = {one.pk: one for one in applications}, {reader.pk: reader for reader in readers}
    made = []
    with transaction.atomic():
        for key, reader in pairs:
            if key in by_key and reader in people and by_key[key].status in READABLE:
                made += _give(by_key[key], people[reader], conflicts, by)
        tell_readers(program, [reading.reader for reading in made if reading.reader != by])
    return made


def _give(application, reader, conflicts, by):
    """[the reading], or nothing where it is there already or may not be."""
    if conflicts.between(reader, application):
        return []
    now = timezone.now()
    reading, made = Reading.objects.get_or_create(
        application=application, reader=reader, defaults={"assigned_by": by, "assigned_at": now}
    )
    if made:
        return [reading]
    if reading.status != Status.TAKEN:
        return []
    try:
        return [take(reading, "give", by=by, assigned_by=by, assigned_at=now)]
    except Refused:
        return []
