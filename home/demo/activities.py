"""Raw StreamField data for pages of activities."""

from .writing import block_id, items


def activity(text, *parts, page=None):
    return {"text": text, "parts": list(parts), "page": page and page.pk}


def category(name, activities, *, heading="", numbered=False, editors_note=""):
    rows = [
        row | {"parts": items(f"{name}/{place}/parts", row["parts"])}
        for place, row in enumerate(activity(row) if isinstance(row, str) else row for row in activities)
    ]
    value = {
        "heading": heading,
        "numbered": numbered,
        "activities": items(f"{name}/activities", rows),
        "editors_note": editors_note,
    }
    return {"type": "category", "value": value, "id": block_id(name)}


def events(name, heading, pages):
    value = {"heading": heading, "events": items(f"{name}/events", [page.pk for page in pages])}
    return {"type": "events", "value": value, "id": block_id(name)}
