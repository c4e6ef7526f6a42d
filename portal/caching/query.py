"""Which parameters of its address a page reads: noted while it is rendered, so that no page has to say it.

Two addresses that say the same of the parameters that were read get the same page, whatever else stands in them.
"""

from django.http import QueryDict

EVERYTHING = None
"""Instead of names, for a page that read the whole query."""


class NotedQuery(QueryDict):
    """A query that notes the names it is asked for."""

    def __init__(self, *args, **kwargs):
        self.names, self.was_read_whole = set(), False
        super().__init__(*args, **kwargs)
        self.names, self.was_read_whole = set(), False

    @property
    def noted(self):
        return EVERYTHING if self.was_read_whole else frozenset(self.names)

    def __getitem__(self, name):
        self.names.add(name)
        return super().__getitem__(name)

    def __contains__(self, name):
        self.names.add(name)
        return super().__contains__(name)

    def get(self, name, default=None):
        self.names.add(name)
        return super().get(name, default)

    def getlist(self, name, default=None):
        self.names.add(name)
        return super().getlist(name, default)


def _whole(method):
    def reads_all(self, *args, **kwargs):
        self.was_read_whole = True
        return getattr(super(NotedQuery, self), method)(*args, **kwargs)

    return reads_all


for _method in (
    *("__iter__", "__len__", "__eq__", "__repr__", "__copy__", "__deepcopy__", "__getstate__"),
    *("copy", "dict", "items", "keys", "lists", "values", "urlencode"),
):
    setattr(NotedQuery, _method, _whole(_method))
NotedQuery.__hash__ = None


def what_counts(query, names):
    """Of a query what a page with these names reads, as a key; None where nothing can be kept under it."""
    if not query:
        return ()
    if names is EVERYTHING:
        return None
    return tuple((name, tuple(query.getlist(name))) for name in sorted(names) if name in query)
