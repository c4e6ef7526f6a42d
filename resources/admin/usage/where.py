"""Where rows stand: the pages and rows that refer to them, by Wagtail's index of references and by drafts of pages. A page
is named to whoever may edit it, or to everybody where it is public; of the rest, only how many."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from django.utils.translation import gettext, ngettext
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex

from .drafts import in_drafts

MOST_NAMED = 1000
"""How many keys a query names; for more than that it fetches what is known of all rows of the kind."""
FEW = 5
"""How many stand open in a cell."""


@dataclass
class Places:
    named: list = field(default_factory=list)
    """(title, address) of each."""
    hidden: int = 0

    def __bool__(self):
        return bool(self.named or self.hidden)

    @property
    def few(self):
        return self.named[:FEW]

    @property
    def more(self):
        return self.named[FEW:]

    @property
    def others(self):
        """“2 that you may not open”"""
        told = ngettext("%(count)d that you may not open", "%(count)d that you may not open", self.hidden)
        return told % {"count": self.hidden} if self.hidden else ""

    def __str__(self):
        return ", ".join([*(str(title) for title, _address in self.named), *filter(None, [self.others])])


def used(model):
    """The keys of the rows that something else refers to, drafts of pages included. A page is used where one of its
    translations is: readers get it in their language."""
    keys = {int(key) for key in references_to(model).values_list("to_object_id", flat=True).distinct()}
    keys |= {key for key, _page in in_drafts(model)}
    return set().union(*translations(keys).values()) if issubclass(model, Page) else keys


def translations(keys):
    """{page key: the keys of it and of its translations}"""
    together = defaultdict(set)
    groups = Page.objects.filter(pk__in=keys).values("translation_key")
    for pk, group in Page.objects.filter(translation_key__in=groups).values_list("pk", "translation_key"):
        together[group].add(pk)
    return {pk: group for group in together.values() for pk in group}


def references_to(model):
    kind = ReferenceIndex._get_base_content_type(model)
    itself = Q(base_content_type=kind, object_id=F("to_object_id"))
    return ReferenceIndex.objects.filter(to_content_type=kind).exclude(itself)


def places(rows, user):
    """{row's key: Places}: two queries for the references, and one for each kind of what refers to the rows."""
    if not rows:
        return {}
    model = type(rows[0])
    same = translations([row.pk for row in rows]) if issubclass(model, Page) else {row.pk: {row.pk} for row in rows}
    wanted = set().union(*same.values())
    found = defaultdict(set)
    references = references_to(model)
    if len(wanted) <= MOST_NAMED:
        references = references.filter(to_object_id__in=[str(key) for key in wanted])
    for key, *source in references.values_list("to_object_id", "base_content_type_id", "object_id"):
        found[int(key)].add(tuple(source))
    page = ContentType.objects.get_for_model(Page).pk
    for key, source in in_drafts(model):
        if key != source:
            found[key].add((page, str(source)))
    names = named(set().union(*found.values()), user)
    return {row.pk: summed(set().union(*(found[key] for key in same[row.pk])), names) for row in rows}


def summed(sources, names):
    known = [names[source] for source in sources if source in names]
    return Places(sorted(filter(None, known)), known.count(None))


def named(sources, user):
    """{(kind, key): (title, address), or None where this person may not know it}"""
    finder = AdminURLFinder(user)
    found = {}
    for kind in {kind for kind, _key in sources}:
        model = ContentType.objects.get_for_id(kind).model_class()
        if not model:
            continue
        rows = model._default_manager.in_bulk([key for which, key in sources if which == kind])
        public = public_among(rows) if model is Page else set()
        for key, row in rows.items():
            found[kind, str(key)] = name_of(row, finder.get_edit_url(row), key in public)
    return found


def public_among(pages):
    return set(Page.objects.live().public().filter(pk__in=list(pages)).values_list("pk", flat=True))


def name_of(row, address, is_public):
    if address:
        return title_of(row), address
    return (row.title, row.get_url()) if is_public else None


def title_of(row):
    """“Reading list (not published)”"""
    if not isinstance(row, Page):
        return str(row)
    title = row.get_admin_display_title()
    return title if row.live else gettext("%(title)s (not published)") % {"title": title}
