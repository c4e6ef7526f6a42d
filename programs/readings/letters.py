"""Letters to readers: that something waits for them, when it is assigned and once a week. They name no applicant."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programs.access import DUTIES, SCORE
from programs.letters.harmless import name_to_greet, one_line
from programs.letters.writing import write
from programs.models import CommitteeMember, Letter, LetterKind, Matter, Reading, ReadingNotice
from programs.offer import dates
from programs.people.correspondents import address_key
from programs.people.erasing import erase
from programs.people.staff import language_of, staff_correspondent

AGAIN_AFTER = timedelta(days=7)
"""Whoever has something to read is reminded no sooner after the last letter."""
KEPT_FOR = timedelta(days=60)

NOTICE = Matter("reading", _("Readings"), ReadingNotice.objects.all, key="user")


def waiting_in(program, user):
    return Reading.objects.waiting().filter(reader=user, application__call__round__program=program)


def words_of_notice(notice):
    """How many wait, of one program, and until when."""
    waiting = waiting_in(notice.program, notice.user)
    promised = waiting.exclude(application__call__round__decisions_by=None)
    first = promised.order_by("application__call__round__decisions_by").first()
    return {
        "name": name_to_greet(notice.user.get_full_name()),
        "program": one_line(notice.program.said("name")),
        "count": waiting.count(),
        "until": first and dates.weekday_and_day(first.application.call.round.decisions_by),
        "readings": settings.SITE_URL + reverse("reading:index"),
        "site": settings.SITE_URL,
    }


def something_waits(letter):
    return letter.row is not None and waiting_in(letter.row.program, letter.row.user).exists()


def letter_kinds():
    told = {"page": "", "words": words_of_notice, "still_true": something_waits}
    told |= {"untrue": _("Nothing waits to be read any more."), "again": False}
    return [
        LetterKind("to_read", _("Applications to read"), NOTICE, **told),
        LetterKind("to_read_reminder", _("Reminder of applications to read"), NOTICE, **told),
    ]


def tell_readers(program, readers, kind="to_read", now=None):
    """One letter each, in the caller's transaction. How many were written."""
    people = {reader.pk: reader for reader in readers if reader.email}
    for reader in sorted(people.values(), key=lambda reader: address_key(reader.email)):  # locked in one order
        write(kind, _noted(program, reader, now or timezone.now()))
    return len(people)


def _noted(program, reader, now):
    language = language_of(reader)
    person = staff_correspondent(program, reader.email, language)
    defaults = {"user": reader, "language": language, "written_at": now}
    return ReadingNotice.objects.update_or_create(correspondent=person, defaults=defaults)[0]


def late_readings(now):
    """Those that have waited a week since they were given and since their reader was last written to. Whoever is no longer
    of the committee is left alone."""
    before = now - AGAIN_AFTER
    program = "application__call__round__program"
    told = ReadingNotice.objects.filter(
        user=OuterRef("reader"), correspondent__program=OuterRef(program), written_at__gt=before
    )
    active = CommitteeMember.objects.active().filter(
        user=OuterRef("reader"), program=OuterRef(program), duty__in=DUTIES[SCORE]
    )
    rows = Reading.objects.waiting().filter(Exists(active), ~Exists(told), assigned_at__lte=before)
    return rows.filter(~Q(reader__email=""), reader__is_active=True)


def remind_readers(now=None):
    """Called by `tick`: one letter a week to whoever has something to read."""
    now = now or timezone.now()
    rows = late_readings(now).select_related("application__call__round__program", "reader__wagtail_userprofile")
    by_program = {}
    for reading in rows:
        by_program.setdefault(reading.application.program, []).append(reading.reader)
    for program, readers in by_program.items():
        with transaction.atomic():
            tell_readers(program, readers, "to_read_reminder", now)


def forget_reading_notices(now=None):
    """Who was written to long ago, and has no letter on its way; called every hour."""
    waiting = Letter.objects.waiting().filter(
        correspondent=OuterRef("correspondent"), kind__in=["to_read", "to_read_reminder"]
    )
    old = ReadingNotice.objects.filter(~Exists(waiting), written_at__lte=(now or timezone.now()) - KEPT_FOR)
    while erase(old, most=500, wait=False):
        pass
