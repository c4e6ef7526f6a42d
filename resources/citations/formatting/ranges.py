"""Ranges of pages, numbers and dates: whole as they are read, and as each style shortens them.

“page-range-format” of CSL 1.0.2: “expanded” (101–109), “minimal-two” (101–09), “chicago” (101–9, 1496–504).
"""

import re
from itertools import groupby

from citeproc import model
from citeproc.model import CitationStylesElement
from citeproc.source import LiteralDate, VariableError

STYLES = {"apa": "expanded", "mla": "minimal-two", "chicago": "chicago"}
RANGE = re.compile(r"^([^\W\d_]*)(\d+)\s*[-‐–—]\s*([^\W\d_]*)(\d+)$")
LETTERED = re.compile(r"^(\d+[^\W\d_])\s*[-‐–—]\s*(\d+[^\W\d_])$")
ROMAN = re.compile(r"^([ivxlcdm]+)\s*[-‐–—]\s*([ivxlcdm]+)$", re.I)
ONE = r"[^\W\d_]*\d+[^\W\d_]*"
AND = "&\ue000"
"""The sign and what stands for it in the engine (finishing.py)."""
NUMERIC = re.compile(rf"^{ONE}(\s*[-–,/{AND}]\s*{ONE})*$")
MANY = re.compile(rf"\d[^\d.]*[-–,{AND}][^\d]*\d")
PARTS = ["year", "month", "day"]
SEASONS = ["Spring", "Summer", "Fall", "Winter"]
EARLY, THOUSAND = 500, 1000
"""From which year on none needs “AD”, and until which citeproc-py gives it one."""


def pages(text, style):
    """“33–5, 40” in the way of one of our styles. What is no range stays as it is."""
    return ", ".join(_one(part.strip(), STYLES[style]) for part in text.split(","))


def numbers(text):
    """A volume or issue: a range of numbers has an en dash. “s2-12” is none: it is the twelfth of a second series."""
    return re.sub(r"(?<![^\W_])(\d+)-(?=\d)", r"\1–", text)


def is_numeric(text):
    """As styles ask it: one number with letters before or behind it, or several."""
    return bool(NUMERIC.match(text.strip()))


def is_plural(text):
    """Whether its label says “pp.” and not “p.”. A dot makes no second number: version 2.0 is one."""
    return bool(MANY.search(text) or any(ROMAN.match(part.strip()) for part in text.split(",")))


def _one(text, form):
    if found := ROMAN.match(text) or LETTERED.match(text):
        return "–".join(found.groups())
    found = RANGE.match(text)
    if not found:
        return text
    before, first, again, last = found.groups()
    if again and again != before:
        return f"{before}{first}–{again}{last}"
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    if first == last:
        return before + first
    if form == "expanded" or len(first) != len(last):
        return f"{before}{first}–{again}{last}"
    return f"{before}{first}–{_shortened(first, last, form)}"


def _shortened(first, last, form):
    same = next(place for place, (one, other) in enumerate(zip(first, last, strict=True)) if one != other)
    if form == "minimal-two":
        return last[min(same, len(last) - 2) :] if len(last) > 1 else last
    if int(first) < 100 or int(first) % 100 == 0:
        return last
    return last[same:] if int(first) % 100 < 10 else last[min(same, len(last) - 2) :]


class Date(model.Date, CitationStylesElement):
    """A localized date renders through a second Date, the locale's; only the style's own counts."""

    def process(self, item, variable=None, show_parts=None, context=None, **kwargs):
        if self.is_locale_date():
            return super().process(item, variable, show_parts, context, **kwargs)
        layout = (self if context is None else context).get_layout()
        name = self.get("variable")
        if name in layout.spent or (self.is_words(item, name) and not self.shows_year()):
            raise VariableError
        text = None
        try:
            text = super().process(item, variable, show_parts, context, **kwargs)
        finally:
            layout.tally.note(name, text)
        return text

    def is_words(self, item, name):
        name = name.replace("-", "_")
        return name in item.reference and isinstance(item.reference[name], LiteralDate)

    def shows_year(self):
        if self.get("form"):
            return "year" in self.get("date-parts", "year")
        return any(part.get("name") == "year" for part in self.iterchildren())

    def render_date_range(self, date_range, show_parts=None, context=None):
        """What begins with the first part that differs is said of both ends, in the order of the style."""
        begin, end = date_range.begin, date_range.end
        if end.is_nil():
            return f"{self.render_single_date(begin, show_parts, context)}–"
        differing = next((place for place, part in enumerate(PARTS) if begin.get(part) != end.get(part)), len(PARTS))
        shown = [part.get("name") for part in self.iterchildren() if part.get("name") in show_parts]
        texts = []
        for differs, names in groupby(shown, key=lambda name: PARTS.index(name) >= differing):
            names = list(names)
            ends = [self.render_single_date(date, names, context) for date in (begin, end)]
            if differs and all(ends) and ends[0] != ends[1]:
                texts.append(f"{str(ends[0]).rstrip(' ,')}–{str(ends[1]).lstrip()}")
            elif ends[0]:
                texts.append(ends[0])
        return (context if self.is_locale_date() else self).join(texts) if texts else None


class Date_Part(model.Date_Part, CitationStylesElement):  # noqa: N801  the name of its element
    def process(self, date, context=None):
        if self.get("name") == "month" and date.get("season") and not date.get("month"):
            return SEASONS[(date.season - 1) % 4] if isinstance(date.season, int) else date.season
        if self.get("name") == "year" and EARLY <= date.year < THOUSAND and self.get("form", "long") == "long":
            return str(date.year)
        return super().process(date, context)
