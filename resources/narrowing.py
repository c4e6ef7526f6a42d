"""What a reader of a resource page can choose: entries for one side, entries on one topic."""

from collections import defaultdict
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from portal.lists.narrowing import Filter, Narrowing, Option
from resources.for_whom import ForWhom


class NarrowedGroups(Narrowing):
    """`groups` are those with something left. Events count as entries: going to one is an activity, too."""

    def __init__(self, groups, path="", typed=None, counted=""):
        self.everything = [entry for group in groups for entry in group.all]
        self.counted_as = counted
        super().__init__(filters(self.everything), path, {} if typed is None else typed)
        self.groups = [kept for kept in map(self.narrowed, groups) if kept.all] if self.chosen else groups

    def narrowed(self, group):
        return replace(group, entries=self.left(group.entries), events=self.left(group.events))

    def left(self, entries, chosen=None):
        return [entry for entry in entries if self.keeps(id(entry), chosen)]

    @property
    def entries(self):
        return [entry for group in self.groups for entry in group.entries]

    @property
    def counted(self):
        """3 of 12 readings"""
        return self.count(self.left(self.everything))

    @property
    def looser(self):
        """(word, address, what there would be) of each option that is chosen, without it."""
        return [(word, address, self.count(self.left(self.everything, rest))) for word, address, rest in self.one_less]

    def count(self, entries):
        return self.counted_as % {"shown": len(entries), "total": len(self.everything)}


def filters(entries):
    """Only those with an effect; an option that would keep nothing is none."""
    found = [Filter("for", _("For whom"), sides(entries)), Filter("topic", _("Topic"), topics(entries))]
    kept = [replace(each, options=[option for option in each.options if option.kept]) for each in found]
    return [each for each in kept if any(len(option.kept) < len(entries) for option in each.options)]


def sides(entries):
    return [
        Option(
            side.value,
            side.label,
            frozenset(id(each) for each in entries if each.for_whom in (side, ForWhom.BOTH)),
        )
        for side in (ForWhom.MENTOR, ForWhom.MENTEE)
    ]


def topics(entries):
    kept, rows = defaultdict(set), {}
    for entry in entries:
        for topic in entry.topics:
            rows[topic.slug] = topic
            kept[topic.slug].add(id(entry))
    return [Option(topic.slug, str(topic), frozenset(kept[topic.slug])) for topic in sorted(rows.values(), key=str)]
