"""Pages with all below them in Spanish: the same blocks, with every run of text replaced.

A run is what stands between two tags. One that has no translation stops the loading of the demo.
"""

import re

from wagtail.blocks import StreamValue
from wagtail.models import Page

from home.demo.content.spanish import alcts as spanish_alcts
from home.demo.content.spanish import alsc as spanish_alsc
from home.writing import publish

NAMES = {"ALA Midwinter 2020", "ALA Annual 2020", "Mentoring Forum"}
EVENTS = {
    "Events": "Eventos",
    "Where mentors and mentees meet, and forums to look back on.": (
        "Lugares de encuentro para mentores, mentoras y personas mentorizadas, y foros que vale la pena recordar."
    ),
    "A chance for mentor and mentee to meet in person, if both plan to come.": (
        "Una ocasión para conocerse en persona, si ambas partes piensan asistir."
    ),
    "On this Monday ALSC invited everybody in the ALSC Mentoring Program to talk live about being in a match: how to deal "
    "with each other, and how to grow. The webcast was recorded, free for all to watch.": (
        "Ese lunes, ALSC invitó a todas las personas del ALSC Mentoring Program a conversar en directo sobre su pareja de "
        "mentoría: cómo tratarse y cómo crecer. La transmisión quedó grabada y cualquiera puede verla gratis."
    ),
}

WORDS = {name: name for name in NAMES} | EVENTS | spanish_alcts.WORDS | spanish_alsc.WORDS

FIELDS = ("title", "lead", "promise", "overview", "intro")
TEXTS = {"heading", "intro", "text", "points"}
"""Names in raw StreamField data under which a string is text; the others hold keys, ids and notes for editors."""

PAGES = {"events"}
"""Names under which a number is a page."""


def translate_tree(root, locale, by):
    """A page and all pages below it, top down."""
    for page in root.get_descendants(inclusive=True).specific():
        translate_page(page, locale, by)


def translate_page(page, locale, by):
    copy = page.copy_for_translation(locale)
    for field in FIELDS:
        if hasattr(copy, field):
            setattr(copy, field, in_words(getattr(page, field)))
    if hasattr(copy, "program"):
        copy.search_description = page.program.summary_es
    body = page.body if hasattr(page, "body") else ""
    if body:
        copy.body = translated(list(body.raw_data), "", locale) if isinstance(body, StreamValue) else in_words(body)
    return publish(copy, by)


def translated(data, key, locale):
    """Raw StreamField data with its texts and pages in another language; `key` is the name it stands under."""
    if isinstance(data, dict):
        return {name: translated(value, key if name == "value" else name, locale) for name, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [translated(value, key, locale) for value in data]
    if isinstance(data, int) and key in PAGES:
        return Page.objects.get(pk=data).get_translation(locale).pk
    return in_words(data) if isinstance(data, str) and key in TEXTS else data


def in_words(html):
    """HTML or plain text with every run of text translated."""
    runs = re.split(r"(<[^>]+>)", html)
    return "".join(run if run.startswith("<") or not run.strip() else WORDS[run] for run in runs)
