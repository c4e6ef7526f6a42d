"""What was typed, read; and what is stored, shown so that it reads back as itself and said in words."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext

from portal.date_fields.years import out_of_range
from portal.texts.dates import clock, day, moment, weekday_and_day, zone_words

from . import clocks
from .asked import Kind
from .days import not_understood, read_day

LONGEST = 100
DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")


def read(text, asked):
    """A date, a time or an aware datetime. ValidationError, in words, where it is not sure what is meant."""
    plain = _plain(text)
    if len(plain) > LONGEST:
        raise not_understood()
    if asked.kind == Kind.MOMENT:
        return _moment(_without_zone(plain, asked), asked)
    rest, typed = clocks.split(plain)
    return _time(rest, typed) if asked.kind == Kind.TIME else _day(plain, typed)


def _plain(text):
    """One kind of space and of dash, accents in one piece."""
    return " ".join(unicodedata.normalize("NFC", text).translate(DASHES).split()).rstrip(" ,;")


def _without_zone(text, asked):
    """The zone of the field may be written behind the time, as readers see it: another one is not understood."""
    name = zone_words(asked.zone_name)
    for written in (f"({name})", f", {name}", f" {name}"):
        if text.lower().endswith(written.lower()):
            return text[: -len(written)].rstrip(" ,")
    return text


def _day(text, typed):
    if typed:
        raise ValidationError(gettext("Only a day is asked for here. Leave the time out."))
    return read_day(text.rstrip("."))


def _time(rest, typed):
    if rest or not typed or typed.offset:
        told = gettext("This is not understood as a time of day. Write it like %(one)s or %(other)s.")
        raise ValidationError(told % {"one": clock(clocks.time(15, 30)), "other": "15:30"})
    return typed.time


def _moment(text, asked):
    rest, typed = clocks.split(text)
    found = read_day(rest.rstrip("."))
    if typed and typed.is_midnight and asked.ends:
        told = gettext("Midnight can be the beginning or the end of a day. Write %(one)s or %(other)s.")
        raise ValidationError(told % {"one": clock(clocks.time(0)), "other": clock(asked.clock)})
    at = clocks.instant(found, typed or clocks.Clock(asked.clock), asked.zone_name)
    if wrong := out_of_range(asked.local(at).year):
        raise wrong
    return at


def shown(value, asked):
    """The value as it stands in the field: in the language's own words, or as exact as it is in ISO's."""
    if asked.kind == Kind.DAY:
        return day(value)
    local = asked.local(value) if asked.kind == Kind.MOMENT else value
    if local.second or local.microsecond or (asked.kind == Kind.MOMENT and clocks.is_doubled(local)):
        return local.isoformat(" ") if asked.kind == Kind.MOMENT else local.isoformat()
    time = clock(local.time() if asked.kind == Kind.MOMENT else local)
    return " ".join((f"{day(local)}, {time}" if asked.kind == Kind.MOMENT else time).split())


def in_words(value, asked):
    """“Saturday, December 18, 2027, 11:59 pm Eastern”"""
    if asked.kind == Kind.MOMENT:
        return capfirst(moment(asked.local(value), asked.zone_name))
    return capfirst(weekday_and_day(value)) if asked.kind == Kind.DAY else clock(value)
