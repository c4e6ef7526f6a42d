"""Resource pages and their entries for tests: each function makes what it names."""

import uuid

from wagtail.models import Locale

from home.models import HomePage
from portal.models import Topic
from resources.models import (
    ActivitiesPage,
    Activity,
    ActivityPart,
    Citation,
    GoalExample,
    GoalExamplesPage,
    ReadingListPage,
)


def home():
    return HomePage.objects.get(locale__language_code="en")


def spanish(page):
    """The page in Spanish, published, as are those that it stands below."""
    locale = Locale.objects.get(language_code="es")
    above = page.get_parent().specific
    if above.depth > 1 and not above.has_translation(locale):
        spanish(above)
    copy = page.copy_for_translation(locale)
    copy.save_revision().publish()
    return type(copy).objects.get(pk=copy.pk)


def topic(name, name_es=""):
    slug = name.lower().replace(" ", "-")
    return Topic.objects.get_or_create(slug=slug, defaults={"name": name, "name_es": name_es})[0]


def article(title="Sample", *topics, **fields):
    row = Citation.objects.create(**{"title": title, "container": "Journal", "date": "2020"} | fields)
    row.topics.set(topics)
    return row


def goal(text="Sample goal", *topics, **fields):
    row = GoalExample.objects.create(text=text, **fields)
    row.topics.set(topics)
    return row


def activity(text="Sample activity", *parts, topics=(), **fields):
    row = Activity.objects.create(text=text, **fields)
    row.topics.set(topics)
    for place, part in enumerate(parts):
        told = {"text": part} if isinstance(part, str) else part
        ActivityPart.objects.create(activity=row, sort_order=place, **told)
    return row


def item(value):
    return {"type": "item", "id": str(uuid.uuid4()), "value": value}


def items(rows):
    return [item(row.pk) for row in rows]


def stream(*blocks):
    return [{"type": name, "value": value} for name, value in blocks]


def readings(*entries, heading="", intro=""):
    """A group. Each entry is a citation, or a citation with what the list says of it."""
    told = [entry if isinstance(entry, tuple) else (entry, {}) for entry in entries]
    values = [{"citation": citation.pk, "note": "", "for_whom": "both"} | said for citation, said in told]
    return ("readings", {"heading": heading, "intro": intro, "entries": [item(value) for value in values]})


def goals(*rows, heading=""):
    return ("goals", {"heading": heading, "goals": items(rows)})


def category(*rows, heading="", numbered=False, note=""):
    value = {"heading": heading, "numbered": numbered, "activities": items(rows), "editors_note": note}
    return ("category", value)


def events(*pages, heading="Events"):
    return ("events", {"heading": heading, "events": items(pages)})


def reading_list(*groups, **fields):
    return add(ReadingListPage, groups, "Readings", fields)


def goals_page(*groups, **fields):
    return add(GoalExamplesPage, groups, "Goals", fields)


def activities_page(*groups, **fields):
    return add(ActivitiesPage, groups, "Activities", fields)


def add(model, groups, title, fields):
    parent = fields.pop("parent", None) or home()
    return parent.add_child(instance=model(**{"title": title, "body": stream(*groups)} | fields))
