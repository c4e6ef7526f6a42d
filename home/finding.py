"""The directory as one reader asked for it: what they chose, what that leaves, and how to ask for less or more."""

from functools import cached_property

from django.utils.translation import gettext, ngettext

from portal.lists.narrowing import Narrowing
from portal.texts.folding import folded
from programs.listing.brief import IN_WORDS, brief_programs
from programs.listing.pages import page_addresses
from programs.models import Host, Program

from .directory import entry, groups
from .filters import SIDES, filters

QUICK = ("open", "role", "for")
"""Filters whose options also stand as links above the form."""


class Directory(Narrowing):
    def __init__(self, page, request, now):
        self.page, self.now = page, now
        self.hosts = {host.pk: host for host in Host.objects.all()}
        found = brief_programs(Program.objects.public(), now, "kind", "url", "host", "relationships", *IN_WORDS)
        self.programs = sorted(found, key=lambda program: folded(program.said("name")))
        self.pages = page_addresses(request)
        side = request.GET.get("role", "")
        narrowing = filters(self.programs, self.hosts, side if side in SIDES else "")
        super().__init__(narrowing, request.path, request.GET)

    def kept(self, chosen):
        """The entries that every one of these options keeps."""
        found = [
            entry(program, self.hosts[program.host], self.pages.get(program.pk), self.now)
            for program in self.programs
            if self.keeps(program.pk, chosen)
        ]
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
    def quick(self):
        """(word, address with it) of options that one link can add."""
        wanted = [each for each in self.filters if each.name in QUICK and each.name not in self.chosen]
        return [(option.label, self.address(**{each.name: option.value})) for each in wanted for option in each.options]

    @property
    def looser(self):
        """(word, address, how many) of each option without which there would be something."""
        found = [(word, address, len(self.kept(rest))) for word, address, rest in self.one_less]
        return [each for each in found if each[2]]
