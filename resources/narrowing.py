"""What a reader of a resource page can choose: entries for one side, entries on one topic."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from portal.narrowing import Filter, Narrowing, Option
from resources.for_whom import ForWhom


class NarrowedGroups(Narrowing):
    """`all` groups, and `groups`: those with something left. Groups of events are not entries; they stay unless something
    is chosen."""

    def __init__(self, groups, path="", typed=None):
        self.all = groups
        entries = [entry for group in groups for entry in group.entries]
        super().__init__(filters(entries), path, typed or {})
        self.groups = [kept for kept in map(self.narrowed, groups) if kept.is_shown] if self.chosen else groups

    def narrowed(self, group):
        return replace(group, entries=[each for each in group.entries if self.keeps(id(each))], events=[])

    @property
    def entries(self):
        return [entry for group in self.groups for entry in group.entries]


def filters(entries):
    """Only what has an effect: an option that would keep everything or nothing is none."""
    found = [Filter("for", _("For whom"), sides(entries)), Filter("topic", _("Topic"), topics(entries))]
    everything = len(entries)
    kept = [
        replace(each, options=[option for option in each.options if 0 < len(option.kept) < everything])
        for each in found
    ]
    return [each for each in kept if each.options]


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
    rows = {topic.pk: topic for entry in entries for topic in entry.topics}
    return [
        Option(topic.slug, str(topic), frozenset(id(each) for each in entries if topic in each.topics))
        for topic in sorted(rows.values(), key=str)
    ]
