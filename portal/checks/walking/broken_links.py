"""Links inside the site that lead nowhere."""

from collections import defaultdict

from django.utils.translation import gettext
from wagtail.models import Page


def broken(held):
    """{(model, key): a sentence about "%(text)s"} for links to rows that are missing and to pages that are not
    published; one query for each model, however much is held."""
    wanted = defaultdict(set)
    for one in held:
        for model, key, _text in one.links():
            wanted[model].add(key)
    return {(model, key): said for model, keys in wanted.items() for key, said in _faults(model, keys)}


def _faults(model, keys):
    rows = model._default_manager.filter(pk__in=keys)
    live = (
        dict(rows.values_list("pk", "live"))
        if model is Page
        else dict.fromkeys(rows.values_list("pk", flat=True), True)
    )
    for key in keys:
        if key not in live:
            yield key, gettext("“%(text)s” leads to something that was deleted.")
        elif not live[key]:
            yield key, gettext("“%(text)s” leads to a page that is not published.")
