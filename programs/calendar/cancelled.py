"""Dates that were deleted: kept for a year, so that calendars that show them still are told."""

from contextlib import contextmanager
from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from programs.listing.pages import readers_pages
from programs.models import CancelledDate

from .entries import Entry, Status, program_entries
from .recent import with_recent_rounds


@contextmanager
def remembering(program):
    """Around a change of a program's rounds: what stood before it and stands no longer is kept as cancelled, what
    stands again is not. Of a program without a published page no calendar has told anything."""
    with transaction.atomic():
        before = dates_to_come(program)
        yield
        after = dates_to_come(program)
        CancelledDate.objects.filter(program=program, key__in=after).delete()
        gone = before.keys() - after.keys()
        if gone and readers_pages(program=program):
            for key in gone:
                keep(program, before[key])


def dates_to_come(program):
    """{key: {language: entry}} of every date that is not over."""
    row = with_recent_rounds().get(pk=program.pk)
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for entry in program_entries(row, url=""):
                if entry.last_day >= timezone.localdate():
                    found.setdefault(entry.key, {})[language] = entry
    return found


def keep(program, entry):
    """`entry`: in each language."""
    said = {
        "summary" if language == settings.LANGUAGE_CODE else f"summary_{language}": row.summary
        for language, row in entry.items()
    }
    row = entry[settings.LANGUAGE_CODE]
    ends = as_text(row.ends) if row.ends else ""
    values = said | {"starts": as_text(row.starts), "ends": ends, "at": timezone.now()}
    CancelledDate.objects.update_or_create(program=program, key=row.key, defaults=values)


def as_text(value):
    return (value.astimezone(UTC) if isinstance(value, datetime) else value).isoformat()


def cancelled_entries(programs):
    rows = CancelledDate.objects.filter(program__in=programs)
    return [
        Entry(
            key=row.key,
            summary=row.said("summary"),
            starts=row.first,
            ends=row.last,
            changed=row.at,
            status=Status.CANCELLED,
        )
        for row in rows
    ]


def forget_cancelled_dates():
    """A job of tick."""
    CancelledDate.objects.forgotten().delete()
