"""Activities as rows, and raw StreamField data for pages of them."""

from home.writing import Both, block_id, items
from portal.models import Topic
from resources.models import Activity, ActivityPart


def activity(text, *parts, page=None, topics=()):
    """A row with its parts, from texts in both languages."""
    row = Activity.objects.create(text=text.en, text_es=text.es, page=page)
    row.topics.set(Topic.objects.filter(slug__in=topics))
    for place, part in enumerate(parts):
        ActivityPart.objects.create(activity=row, text=part.en, text_es=part.es, sort_order=place)
    return row


def category(name, activities, *, heading="", numbered=False, editors_note=""):
    rows = [activity(each) if isinstance(each, Both) else each for each in activities]
    value = {
        "heading": heading,
        "numbered": numbered,
        "activities": items(f"{name}/activities", [row.pk for row in rows]),
        "editors_note": editors_note,
    }
    return {"type": "category", "value": value, "id": block_id(name)}


def events(name, heading, pages):
    value = {"heading": heading, "events": items(f"{name}/events", [page.pk for page in pages])}
    return {"type": "events", "value": value, "id": block_id(name)}
