"""What the door asks the database: the pages it leads to, and the texts of their first rows. One query each."""

import re

from django.db.models import Exists, OuterRef, Q, Subquery, TextChoices, Value
from django.db.models.functions import Coalesce, NullIf, Substr
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.pages.readable import for_everybody
from portal.texts.words import Worded
from programs.models import ProgramPage
from resources.models import Activity, Citation, EventPage, GoalExample

PROGRAM_PAGES = 3
"""How deep in the tree programs' pages stand."""
MARKUP = re.compile(r"</?i>")


class Kind(TextChoices):
    GOALS = "goals", _("Goals")
    ACTIVITIES = "activities", _("Activities")
    READINGS = "readings", _("Readings")
    EVENTS = "events", _("Events")


PAGES = {
    Kind.GOALS: "goalexamplespage",
    Kind.ACTIVITIES: "activitiespage",
    Kind.READINGS: "readinglistpage",
    Kind.EVENTS: "eventspage",
}
NAMED = {Kind.GOALS: "goals", Kind.ACTIVITIES: "activities", Kind.READINGS: "entries"}
"""Where in the blocks of such a page its rows are named."""
COLUMNS = [
    *("title", "url_path", "depth", "translation_key", "locale__language_code", "eventpage__starts", "eventpage__ends"),
    *PAGES.values(),
    *(f"{PAGES[kind]}__body" for kind in NAMED),
]


def resource_pages(today):
    """Every page of these kinds that anybody may read, and the events that an example can be taken from: those to come
    and the last one. With `above`: the title of the program's page that it stands below."""
    program = Substr(OuterRef("path"), 1, Page.steplen * PROGRAM_PAGES)
    drafts = ProgramPage.objects.filter(program__draft=True, path=program)
    last = for_everybody(EventPage.objects.order_by("-starts", "pk")).values("pk")[:1]
    wanted = Q(eventpage__ends__gte=today) | Q(pk__in=Subquery(last))
    for name in PAGES.values():
        wanted |= Q(**{f"{name}__isnull": False})
    pages = for_everybody(Page.objects.filter(wanted, alias_of=None)).exclude(Exists(drafts)).order_by("depth", "title")
    above = Page.objects.filter(path=program).values("title")
    return pages.annotate(above=Subquery(above)).values(*COLUMNS, "above")


def keys_in(kind, body):
    """The rows that the blocks of a body name, read from what is stored: to have the rows would ask a query a kind."""
    items = [item for block in body.raw_data for item in block["value"].get(NAMED[kind], [])]
    values = [item["value"] if isinstance(item, dict) and "value" in item else item for item in items]
    found = [value["citation"] if isinstance(value, dict) else value for value in values]
    return [key for key in found if key]


class Text(Worded):
    known_by = "text"

    def __init__(self, text, text_es):
        self.text, self.text_es = text, text_es


def texts(keys):
    """{(kind, key): Text} of these rows, {kind: keys}; of readings only those that are public."""
    goals, activities = (
        model.objects.filter(pk__in=keys[kind]).order_by().values_list(Value(kind), "pk", "text", "text_es")
        for kind, model in ((Kind.GOALS, GoalExample), (Kind.ACTIVITIES, Activity))
    )
    public = Citation.objects.filter(pk__in=keys[Kind.READINGS], draft=False).exclude(written={}).order_by()
    title = Coalesce(NullIf("title", Value("")), "container")
    readings = public.values_list(Value(Kind.READINGS), "pk", title, Value(""))
    rows = goals.union(activities, readings, all=True)
    return {(kind, key): Text(MARKUP.sub("", text), text_es) for kind, key, text, text_es in rows}
