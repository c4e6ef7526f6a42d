"""Everything that is asked of a text without markup."""

from dataclasses import dataclass
from datetime import date

from . import dates, letters, placeholders, wording

CHECKS = [
    dates.wrong_weekdays,
    dates.impossible_dates,
    dates.backward_periods,
    dates.wrong_lengths,
    wording.stale_words,
    wording.lost_words,
    wording.tight_brackets,
    wording.page_furniture,
    letters.garbled,
    placeholders.unfilled,
]


@dataclass(frozen=True)
class Reading:
    """How texts are read: on which day, and in which language they are written."""

    today: date
    language: str = "en"


def read(text, reading, *, goes_on=False):
    """What an editor should look at in one paragraph, as sentences. `goes_on`: a list takes its sentence up."""
    for check in CHECKS:
        yield from check(text)
    yield from dates.dates_gone_by(text, reading.today)
    if not goes_on:
        yield from wording.cut_off_end(text)
    if letters.written_in_latin(reading.language):
        yield from letters.foreign_script(text)
