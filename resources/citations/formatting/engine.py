"""citeproc-py with the parts of CSL that it gets wrong put right.

citeproc-py builds a style from the subclasses of CitationStylesElement, by their names; the later class of a name wins. The
classes below therefore take the place of its own. What they mend, each with the rule of the CSL specification:

- a group is silent when none of the variables it asks for has a value (a bare “Edition.” stood in Chicago entries);
- what stands in for missing names is not said a second time (titles of works without an author came twice);
- initialize="false" keeps given names whole (MLA and Chicago gave initials);
- a label is put into title case as English is (APA’s “Eds.” came as “eds.”);
- a word in quotation marks or markup gets its capital in titles, too (finishing.py); names in small letters have initials;
- a page is written as it was made ready (ranges.py); a range of numbers is numeric, and its label plural, roman ones too;
- a range of dates says what its ends share once; a season has its word in every style, and in American: Fall;
- words instead of a date stand where the year would, and nowhere else;
- a macro is looked up once, not at every call;
- directors, hosts and other people whom it does not know by name are people (an entry with one of them could not be written);
- the 112th edition is none of the 2nd; the year 800 needs no “AD”; a body that comes second has no comma before its “and”.
"""

import re
from functools import cache

import citeproc
from citeproc import model
from citeproc.model import CitationStylesElement
from citeproc.source import VariableError

from . import ranges  # which brings the classes of dates
from .finishing import in_title_case

GENERATED = {"year-suffix", "citation-number"}
"""Variables that an entry never has of itself."""

INITIALS = re.compile(r"^(?:[A-Z](?:\.\s*|\s+|$))+$")
"""Given names of which somebody typed the initials only: A.B., A B, A."""

PEOPLE = ["chair", "compiler", "contributor", "curator", "director", "executive-producer", "guest", "host", "narrator"]
PEOPLE += ["organizer", "performer", "producer", "reviewed-author", "script-writer", "series-creator"]
citeproc.NAMES += [name.replace("-", "_") for name in PEOPLE if name.replace("-", "_") not in citeproc.NAMES]
"""Names in CSL 1.0.2 that citeproc-py would take for texts."""


class Tally:
    """The variables that one entry asked for and those it had, in the order of asking."""

    def __init__(self):
        self.asked, self.had = [], []

    def note(self, variable, text):
        self.asked.append(variable)
        if text:
            self.had.append(variable)


class Layout(model.Layout, CitationStylesElement):
    def render_bibliography(self, citation_items):
        self.tally, self.spent = Tally(), set()
        return super().render_bibliography(citation_items)


class Asking:
    """An element that shows a variable: notes it, and is silent about what stood in for missing names."""

    def process(self, item, *args, context=None, **kwargs):
        names = [name for name in self.get("variable", "").split() if name not in GENERATED]
        layout = (self if context is None else context).get_layout()
        if names and layout.spent.intersection(names):
            raise VariableError
        text = None
        try:
            text = super().process(item, *args, context=context, **kwargs)
        finally:
            for name in names:
                layout.tally.note(name, text and name.replace("-", "_") in item.reference)
        return text


class Text(Asking, model.Text, CitationStylesElement):
    def _variable(self, item, context):
        return item.reference.page if self.get("variable") == "page" else super()._variable(item, context)

    def case(self, text, language=None):
        if self.get("text-case") == "title" and language == "en":
            return in_title_case(str(text))
        if self.get("text-case") == "capitalize-first" and not str(text).partition(" ")[0].islower():
            return text  # arXiv
        return super().case(text, language)

    def get_macro(self, name):
        return macro(self.get_root(), name)


class AnyNumber(model.Number, CitationStylesElement):
    """Also one whose variable has a hyphen in its name, as number-of-volumes has."""

    def process(self, item, context=None, **kwargs):
        name = self.get("variable")
        return self._process(item.reference[name.replace("-", "_")], name)

    def format_number(self, number):
        """The 11th to 13th of a hundred, too."""
        if str(number).isdecimal() and int(number) > 100 and int(number) % 100 in (11, 12, 13):
            return f"{number}th" if self.get("form", "numeric") in ("ordinal", "long-ordinal") else str(number)
        return super().format_number(number)


class Number(Asking, AnyNumber, CitationStylesElement):
    pass


class Names(Asking, model.Names, CitationStylesElement):
    def process(self, item, names_context=None, context=None, **kwargs):
        """Names that stand in for others are written as these would be, however deep they stand."""
        if names_context is None and self.name is None:
            names_context = next(iter(self.xpath_search("./ancestor::cs:substitute[1]/parent::cs:names")), None)
        return super().process(item, names_context=names_context, context=context, **kwargs)


class Label(model.Label, CitationStylesElement):
    def case(self, text, language=None):
        return super().case(text, language or self.get_root().language)

    def _is_plural(self, item):
        name = self.get("variable").replace("-", "_")
        text = str(item.reference[name]) if name in item.reference else ""
        return text.isdecimal() and int(text) > 1 if name.startswith("number_of") else ranges.is_plural(text)


class Numeric:
    def _is_numeric(self, item):
        names = [name.replace("-", "_") for name in self.get("is-numeric").split()]
        return [name in item.reference and ranges.is_numeric(str(item.reference[name])) for name in names]


class If(Numeric, model.If, CitationStylesElement):
    pass


class Else_If(Numeric, model.Else_If, CitationStylesElement):  # noqa: N801  the name of its element
    pass


class Group(model.Group, CitationStylesElement):
    def process(self, item, context=None, **kwargs):
        tally = (self if context is None else context).get_layout().tally
        asked, had = len(tally.asked), len(tally.had)
        text = super().process(item, context=context, **kwargs)
        if len(tally.asked) > asked and len(tally.had) == had:
            raise VariableError
        return text


class Substitute(model.Substitute, CitationStylesElement):
    def render(self, item, context=None, **kwargs):
        layout = (self if context is None else context).get_layout()
        had = len(layout.tally.had)
        text = super().render(item, context=context, **kwargs)
        if text:
            layout.spent.update(layout.tally.had[had:])
        return text

    def add_to_repressed_list(self, child, context):
        """Layout.spent does it."""


class Name(model.Name, CitationStylesElement):
    def process(self, item, variable, context=None, sort_options=None, **kwargs):
        people = item.reference.get(variable, [])
        if len(people) == len(("one", "the other")) and "literal" in people[1]:
            sort_options = (sort_options or {}) | {"delimiter-precedes-last": "never"}
        return super().process(item, variable, context=context, sort_options=sort_options, **kwargs)

    def initialize(self, given, mark, context):
        if self.get("initialize", self.get_root().get("initialize")) == "false":
            return " ".join(f"{letter}." for letter in re.findall("[A-Z]", given)) if INITIALS.match(given) else given
        if any(word[0].isupper() for word in re.split(r"[\s.-]+", given) if word):
            given = re.sub(r"(?<=\w-)([^\W\d_])", lambda found: found[0].upper(), given)  # Cheng-ming
            return self.in_order(given, mark, context)
        return "".join(f"{word[0]}{mark}" for word in given.split()).strip() if given.islower() else given

    def in_order(self, given, mark, context):
        """Each word by itself: one that is short already (Th., Wm.) stays, as does one in small letters or brackets."""
        out = []
        for word in given.split():
            short = re.fullmatch(r"[^\W\d_]{2,}\.", word)
            plain = short or not word[0].isupper()
            out.append(word if plain else super().initialize(word, mark, context).strip())
        return " ".join(out)


@cache
def macro(style, name):
    return model.CitationStylesElement.get_macro(style, name)


def prepared(style):
    """A loaded style, told the language that its labels are in."""
    style.root.language = "en"
    return style
