"""Goals and activities that stood as text in pages become rows that pages refer to, in revisions, too.

A page and its translation hold the same ids: what stands in both under one id is one row with two texts.
"""

import json

from django.conf import settings
from django.db import migrations

GOALS = ("goalexamplespage", "goals", "goals")
ACTIVITIES = ("activitiespage", "category", "activities")
"""Page model, type of its blocks, and the name of the list in them."""


class Rows:
    """Finds the row for what a page says in its language, or makes it."""

    def __init__(self, make, tell):
        self.make, self.tell = make, tell
        self.by_id, self.said = {}, {}

    def row(self, language, key, told):
        row = self.by_id.get(key) if key else None
        if row and (row, language) not in self.said and language != settings.LANGUAGE_CODE:
            self.tell(row, language, told)
        elif not row or self.said.get((row, language)) != told:
            row = self.said.get((language, told)) or self.make(told)
        if key:
            self.by_id.setdefault(key, row)
        self.said.setdefault((row, language), told)
        self.said.setdefault((language, told), row)
        return row


def forwards(apps, schema_editor):
    alias = schema_editor.connection.alias
    goals, activities = goal_rows(apps, alias), activity_rows(apps, alias)
    rewrite(apps, alias, GOALS, lambda language, item: goals.row(language, item["id"], told(item["value"])))
    rewrite(apps, alias, ACTIVITIES, lambda language, item: activities.row(language, item["id"], told(item["value"])))


def told(value):
    """(text, parts, page) of a goal or an activity, as it can be compared."""
    if isinstance(value, str):
        return value, (), None
    parts = tuple(part["value"] if isinstance(part, dict) else part for part in value.get("parts") or [])
    return value["text"], parts, value.get("page")


def goal_rows(apps, alias):
    goals = apps.get_model("resources", "GoalExample").objects.using(alias)

    def tell(pk, language, told):
        if language == "es":
            goals.filter(pk=pk).update(text_es=told[0])

    return Rows(lambda told: goals.create(text=told[0]).pk, tell)


def activity_rows(apps, alias):
    pages = apps.get_model("wagtailcore", "Page").objects.using(alias)
    activities = apps.get_model("resources", "Activity").objects.using(alias)
    steps = apps.get_model("resources", "ActivityPart").objects.using(alias)

    def make(told):
        text, parts, page = told
        row = activities.create(text=text, page_id=page if pages.filter(pk=page).exists() else None)
        for place, part in enumerate(parts):
            steps.create(activity_id=row.pk, text=part, sort_order=place)
        return row.pk

    def tell(pk, language, told):
        if language == "es":
            activities.filter(pk=pk).update(text_es=told[0])
            for place, part in enumerate(told[1]):
                steps.filter(activity_id=pk, sort_order=place).update(text_es=part)

    return Rows(make, tell)


def backwards(apps, schema_editor):
    alias = schema_editor.connection.alias
    goals = {row.pk: row for row in apps.get_model("resources", "GoalExample").objects.using(alias)}
    activities = {row.pk: row for row in apps.get_model("resources", "Activity").objects.using(alias)}
    rewrite(apps, alias, GOALS, lambda language, item: said(goals.get(item["value"]), language))

    def activity(language, item):
        row = activities.get(item["value"])
        parts = [said(part, language) for part in row.parts.order_by("sort_order", "pk")] if row else []
        return {"text": said(row, language), "parts": parts, "page": row and row.page_id}

    rewrite(apps, alias, ACTIVITIES, activity)


def said(row, language):
    return ((row.text_es if language == "es" else "") or row.text) if row else ""


def rewrite(apps, alias, where, change):
    """Change every item in every page of a kind, the site's own language first, then in the pages' revisions."""
    model, kind, name = where
    pages = apps.get_model("resources", model).objects.using(alias).select_related("locale").order_by("pk")
    languages = {}
    for page in sorted(pages, key=lambda page: page.locale.language_code != settings.LANGUAGE_CODE):
        languages[str(page.pk)] = language = page.locale.language_code
        page.body = rewritten(list(page.body.raw_data), kind, name, language, change)
        page.save(update_fields=["body"])
    revisions = apps.get_model("wagtailcore", "Revision").objects.using(alias)
    for revision in revisions.filter(content_type__app_label="resources", content_type__model=model).order_by("-pk"):
        if "body" in revision.content and revision.object_id in languages:
            body = rewritten(
                json.loads(revision.content["body"] or "[]"), kind, name, languages[revision.object_id], change
            )
            revision.content["body"] = json.dumps(body)
            revision.save(update_fields=["content"])


def rewritten(body, kind, name, language, change):
    """The same raw data; a list keeps the ids of its items, or gets the places in it as ids where it was stored bare."""
    blocks = []
    for block in body:
        if block["type"] == kind:
            bare = block["value"].get(name) or []
            items = [item if is_item(item) else {"type": "item", "value": item, "id": None} for item in bare]
            items = [item | {"value": change(language, item)} for item in items]
            kept = [{key: item[key] for key in item if item[key] is not None} for item in items]
            block = {**block, "value": {**block["value"], name: kept}}
        blocks.append(block)
    return blocks


def is_item(item):
    return isinstance(item, dict) and item.get("type") == "item" and "value" in item


class Migration(migrations.Migration):
    dependencies = [
        ("resources", "0004_resources_as_entries"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(forwards, backwards)]
