"""What a reader chose of a page's entries: options in the page's address, so that a choice can be shared and undone.

No script: options are links and a form that is sent with GET.
"""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.shortcuts import redirect


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    kept: frozenset | None
    """The keys of what it keeps; None where only the moment can say."""


@dataclass(frozen=True)
class Filter:
    name: str
    label: str
    options: list

    def option(self, value):
        return next((option for option in self.options if option.value == value), None)


class Narrowing:
    """`typed` is the query of the address; a value that no filter knows is passed over. Options apply all at once."""

    def __init__(self, filters, path, typed):
        self.filters, self.path = filters, path
        found = [(each.name, each.option(typed.get(each.name, ""))) for each in filters]
        self.chosen = {name: option for name, option in found if option}

    def keeps(self, key, chosen=None):
        options = (self.chosen if chosen is None else chosen).values()
        return all(key in option.kept for option in options if option.kept is not None)

    def query(self, **changed):
        """What is chosen, but for these; an empty value takes a filter off."""
        values = {name: option.value for name, option in self.chosen.items()} | changed
        query = urlencode({name: value for name, value in values.items() if value})
        return f"?{query}" if query else ""

    def address(self, **changed):
        return self.path + self.query(**changed)

    @property
    def one_less(self):
        """(word, address without it, what stays chosen) of each option that is chosen."""
        return [
            (option.label, self.address(**{name: ""}), {key: kept for key, kept in self.chosen.items() if key != name})
            for name, option in self.chosen.items()
        ]

    @property
    def named(self):
        """Those of them that stand in the list of what was chosen."""
        return self.one_less

    @cached_property
    def fields(self):
        """(filter, chosen value) for the form."""
        return [(each, getattr(self.chosen.get(each.name), "value", "")) for each in self.filters]


class NarrowedPage:
    """A page whose address may hold a choice."""

    narrowed_by = ()
    """The names of its filters."""

    def serve(self, request, *args, **kwargs):
        """A form sends its empty fields, too: the address that is left to share names only what was chosen. No other
        parameter is read: caches keep one page for all that others add to its address."""
        if any(request.GET.get(name) == "" for name in self.narrowed_by):
            query = urlencode([(name, value) for name, value in request.GET.items() if value])
            return redirect(f"{request.path}?{query}" if query else request.path)
        return super().serve(request, *args, **kwargs)

    def keep_choice(self, context, narrowing):
        """Have the page's other languages keep what is chosen."""
        if narrowing.chosen:
            context["translations"] = [(*named, url + narrowing.query()) for *named, url in context["translations"]]
