"""A form that comes as JSON: what is wrong with it is told with its place, such as `sections[2].questions[0].choices[3]`."""

import json
import re

from bs4.exceptions import ParserRejectedMarkup
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from programs.forms.defining import Defining
from programs.models import ApplicationFormPage

from .raw import QUESTIONS, raw_section
from .shapes import misshapen

LARGEST = 512 * 1024
"""Letters. A form of 60 questions in two languages has a tenth of that."""
NEVER = re.compile(r"[\x00\ud800-\udfff]")
AROUND = {"form", "language", "purpose", "minutes", "sections"}
"""What stands around the sections; only these are read."""


class Unreadable(Exception):
    """`faults`: sentences, each with the place that it is about."""

    def __init__(self, faults):
        super().__init__(faults)
        self.faults = faults


def sections_in(text):
    """Raw sections for a draft. Raises Unreadable."""
    sections = _parsed(text)
    faults = list(misshapen(sections, QUESTIONS.child_blocks))
    if faults:
        raise Unreadable(faults)
    raw = [_stored(section, f"sections[{n}]") for n, section in enumerate(sections)]
    stream = ApplicationFormPage._meta.get_field("sections").stream_block.to_python(raw)
    faults = [*_refused(stream), *_doubled(sections), *_lost(stream)]
    if faults:
        raise Unreadable(faults)
    return raw


def _stored(section, place):
    """Wagtail's converter of rich text takes what editors write, and stumbles in many ways over other HTML."""
    try:
        return raw_section(section)
    except (AssertionError, LookupError, RecursionError, TypeError, ValueError, ParserRejectedMarkup):
        told = gettext("something is missing or misshapen: %(what)s")
        raise Unreadable([_said(place, told % {"what": "HTML"})]) from None


def _parsed(text):
    if len(text) > LARGEST:
        told = gettext("The file has %(size)d letters; at most %(most)d are read.")
        raise Unreadable([told % {"size": len(text), "most": LARGEST}])
    try:
        form = json.loads(text)
        unfit = any(NEVER.search(text) for text in _texts(form))
    except json.JSONDecodeError as error:
        told = gettext("This is no JSON: line %(line)d, column %(column)d.")
        raise Unreadable([told % {"line": error.lineno, "column": error.colno}]) from None
    except (ValueError, RecursionError):
        raise Unreadable([gettext("This is no JSON of a form.")]) from None
    if unfit:
        raise Unreadable([gettext("The file holds signs that are no letters.")])
    if not isinstance(form, dict) or not isinstance(form.get("sections"), list):
        raise Unreadable([gettext("“sections”: a list is missing.")])
    unknown = sorted(form.keys() - AROUND)
    if unknown:
        raise Unreadable([_said(name, gettext("a form has nothing of this name.")) for name in unknown])
    return _without_nothing(form["sections"])


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in [*value, *value.values()] if isinstance(value, dict) else value:
            yield from _texts(one)


def _without_nothing(value):
    """What is null is left out."""
    if isinstance(value, dict):
        return {name: _without_nothing(one) for name, one in value.items() if one is not None}
    return [_without_nothing(one) for one in value] if isinstance(value, list) else value


def _refused(stream):
    """What the blocks themselves would not take from an editor."""
    try:
        stream.stream_block.clean(stream)
    except ValidationError as error:
        yield from (_said(place, message) for place, message in _places(error, "sections"))


def _places(error, place):
    inside = getattr(error, "block_errors", None)
    if not inside:
        yield from ((place, message) for message in error.messages)
        return
    for name, one in inside.items() if isinstance(inside, dict) else enumerate(inside):
        if one is not None:
            yield from _places(one, f"{place}.{name}" if isinstance(name, str) else f"{place}[{name}]")
    for one in getattr(error, "non_block_errors", None) or []:
        yield from _places(one, place)


def _doubled(sections):
    """Answers are kept by key."""
    first = {}
    for place, question in _numbered(sections):
        key = question.get("key")
        if key and key in first:
            told = gettext("the key “%(key)s” is taken by %(place)s.")
            yield _said(f"{place}.key", told % {"key": key, "place": first[key]})
        first.setdefault(key, place)


def _lost(stream):
    """Conditions that name no answer of an earlier question."""
    for section, child in Defining(stream).lost:
        place = _place(stream, section, child)
        yield _said(f"{place}.shown_if", gettext("no question before it can have this answer."))


def _place(stream, section, child):
    place = f"sections[{next(n for n, one in enumerate(stream) if one is section)}]"
    if child is None:
        return place
    return f"{place}.questions[{next(n for n, one in enumerate(section.value['questions']) if one is child)}]"


def _numbered(sections):
    for s, section in enumerate(sections):
        for q, question in enumerate(section["questions"]):
            yield f"sections[{s}].questions[{q}]", question


def _said(place, told):
    return f"{place}: {told}"
