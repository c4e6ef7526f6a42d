"""The directory as one reader asked for it: what they chose, what that leaves, and how to ask for less or more."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language, gettext, ngettext

from portal.caching.remembering import remembered
from portal.lists.narrowing import Narrowing
from portal.pages.mapped.map import the_map
from portal.texts.folding import folded
from programs.listing.brief import IN_WORDS, brief_programs
from programs.listing.pages import page_addresses
from programs.models import Host, Program, Role

from .directory import entry, groups
from .filters import NAMES, SIDES, filters, roles_now
from .opening import cards

QUICK = [("open", "1"), ("role", Role.Side.RECEIVES), ("role", Role.Side.GIVES), ("for", "new")]
"""The four choices that most readers make: one press each, before all others."""


@dataclass(frozen=True)
class Chip:
    """A choice that one press makes or takes back."""

    label: str
    address: str
    is_on: bool


class Everything:
    """All programs with their entries, as everybody reads them now in one language."""

    def __init__(self, pages, now):
        self.hosts = Host.objects.by_key()
        columns = ("code", "kind", "url", "host", "reply_to", "relationships", *IN_WORDS)
        found = brief_programs(Program.objects.public(), now, *columns)
        self.programs = sorted(found, key=lambda program: folded(program.said("name")))
        self.found = [(each, entry(each, self.hosts, pages.get(each.pk), now)) for each in self.programs]
        self.roles = roles_now(now)
        counting = [role for role in self.roles if role["counts"]]
        self.filters = {side: filters(self.programs, self.hosts, counting, side) for side in ("", *SIDES)}


class Directory(Narrowing):
    def __init__(self, page, request, now):
        self.page, self.now = page, now
        pages, language = page_addresses(request), get_language()
        of = (language, *the_map().starts(request))
        known = remembered("directory", lambda: Everything(pages, now), of=of, now=now)
        self.programs, self.found, self.roles = known.programs, known.found, known.roles
        side = request.GET.get("role", "")
        super().__init__(known.filters[side if side in SIDES else ""], request.path, request.GET)

    def kept(self, chosen):
        """The entries that every one of these options keeps."""
        found = [entry for program, entry in self.found if self.keeps(program.pk, chosen)]
        return [each for each in found if each.is_open] if "open" in chosen else found

    @cached_property
    def entries(self):
        return self.kept(self.chosen)

    @cached_property
    def groups(self):
        return groups(self.page, self.entries)

    @cached_property
    def open_entries(self):
        return [entry for entry in self.entries if entry.is_open]

    @cached_property
    def cards(self):
        """What is open, for readers who have chosen nothing yet."""
        if self.chosen:
            return []
        opened = {program.pk: (program, entry) for program, entry in self.found if entry.is_open}
        rows = [row for row in self.roles if row["program"] in opened]
        roles = {row["pk"]: Role(**{name: row[name] for name in ("pk", "key", "side", *NAMES)}) for row in rows}
        return cards(list(opened.values()), roles, self.now)

    @property
    def counted(self):
        """12 programs, 3 open now"""
        number, taking = len(self.entries), len(self.open_entries)
        if not number:
            return gettext("No program fits all of this")
        told = {"programs": ngettext("%(number)d program", "%(number)d programs", number) % {"number": number}}
        if not taking:
            return gettext("%(programs)s, none open now") % told
        told["open"] = ngettext("%(number)d open now", "%(number)d open now", taking) % {"number": taking}
        return gettext("%(programs)s, %(open)s") % told

    @property
    def chips(self):
        known = {(each.name, option.value): option for each in self.filters for option in each.options}
        return [self.chip(name, known[name, value]) for name, value in QUICK if (name, value) in known]

    def chip(self, name, option):
        is_on = self.chosen.get(name) is option
        return Chip(option.label, self.address(**{name: "" if is_on else option.value}), is_on)

    @property
    def named(self):
        """The choices that no chip stands for."""
        chips = {str(chip.label) for chip in self.chips}
        return [each for each in super().named if str(each[0]) not in chips]

    @property
    def looser(self):
        """(word, address, how many) of each option without which there would be something."""
        found = [(word, address, len(self.kept(rest))) for word, address, rest in self.one_less]
        return [each for each in found if each[2]]
