"""A time of day as it is typed, and the instant that it is on a zone's clock."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from portal.texts.dates import clock as in_words
from portal.texts.dates import day

NOON, MIDNIGHT = r"noon|midday|mediod[ií]a", r"midnight|medianoche"
OFFSET = r"(?P<offset>z|(?:utc|gmt)?\s?[+-]\d{1,2}(?::?\d\d(?::\d\d)?)?)"
CLOCK = (
    rf"(?:(?:12(?::00)?\s?(?:del\s)?)?(?:(?P<noon>{NOON})|(?P<midnight>{MIDNIGHT}))|"
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<fraction>\d{1,6}))?)?)?"
    r"\s?(?:(?P<half>[ap])\.?\s?m\b\.?|(?:h|hrs?|horas)\b\.?)?)"
)
JOINED = r"(?:\s*,\s*|\s+|(?<=\d)t(?=\d))(?:(?:at|on|by|@|a\slas?|al?)\s+)?"
ENDS_WITH_CLOCK = re.compile(rf"(?:^(?:(?:at|a\slas?|al?)\s)?|{JOINED}){CLOCK}(?:\s?{OFFSET})?$", re.IGNORECASE)
BEGINS_WITH_CLOCK = re.compile(rf"^{CLOCK}(?:\s*,\s*|\s+)(?:(?:on|del?)\s+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Clock:
    """`offset`: how far from UTC, where that was typed. `is_midnight`: said as a word, which may be either end of a day."""

    time: time
    offset: str = ""
    is_midnight: bool = False


def split(text):
    """(what is left, the clock time typed at its end or its beginning; None where there is none)."""
    for pattern in (ENDS_WITH_CLOCK, BEGINS_WITH_CLOCK):
        match = pattern.search(text)
        if match and _says_time(match):
            return (text[: match.start()] + text[match.end() :]).strip(" ,"), _clock(match)
    return text, None


def _says_time(match):
    """A bare number is a day or a year."""
    return any(match[name] for name in ("noon", "midnight", "minute", "half")) or match[0].rstrip(". ").endswith("h")


def _clock(match):
    offset = (match.groupdict().get("offset") or "").lower()
    if match["noon"] or match["midnight"]:
        return Clock(time(12 if match["noon"] else 0), offset, bool(match["midnight"]))
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        raise _not_understood(match)
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    rest = [int(match["minute"] or 0), int(match["second"] or 0), int((match["fraction"] or "0").ljust(6, "0"))]
    try:
        return Clock(time(hour, *rest), offset)
    except ValueError:
        raise _not_understood(match) from None


def _not_understood(match):
    told = gettext("“%(typed)s” is no time of day. Write it like %(one)s or %(other)s.")
    words = {"typed": match[0].strip(" ,"), "one": in_words(time(23, 59)), "other": "23:59"}
    return ValidationError(told % words)


def instant(day, clock, zone):
    """The instant at which the clocks of the zone show it. An offset that was typed says it by itself."""
    local = datetime.combine(day, clock.time)
    if clock.offset:
        return _with_offset(local, clock.offset)
    first, second = (local.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1))
    if first.utcoffset() != second.utcoffset():
        raise _skipped_or_doubled(local, first, second)
    return first


def _with_offset(local, offset):
    """“Z”, “-05:00”, “UTC-5”"""
    digits = re.sub(r"[^\d+-]", "", offset) or "+00"
    padded = digits if len(digits) > 3 else f"{digits[0]}{digits[1:].zfill(2)}00"
    try:
        return datetime.fromisoformat(f"{local.isoformat()}{padded}")
    except ValueError:
        told = gettext("“%(typed)s” is no distance from UTC. Write it like -05:00.")
        raise ValidationError(told % {"typed": offset}) from None


def is_doubled(local):
    return local.replace(fold=0).utcoffset() > local.replace(fold=1).utcoffset()


def _skipped_or_doubled(local, first, second):
    words = {"day": day(local), "clock": in_words(local.time())}
    if not is_doubled(first):
        told = gettext("%(clock)s does not exist on %(day)s: the clocks are put forward. Choose another time.")
        return ValidationError(told % words)
    told = gettext("%(clock)s comes twice on %(day)s: the clocks are put back. Write %(one)s or %(other)s.")
    one, other = (f"{at:%Y-%m-%d %H:%M}{at.isoformat()[-6:]}" for at in (first, second))
    return ValidationError(told % (words | {"one": one, "other": other}))
