"""Goals and activities that stood as text in pages become rows that pages refer to, in drafts and revisions, too.

A page and its translation hold the same ids: what stands in both under one id is one row with two texts, if it has as
many parts and leads to the same page. Every page goes on saying what it said: a text that fits no row is a row of its own.
"""

import json
from typing import NamedTuple

from django.conf import settings
from django.db import migrations

GOALS = ("goalexamplespage", "goals", "goals")
ACTIVITIES = ("activitiespage", "category", "activities")
"""Page model, type of its blocks, and the name of the list in them."""
SPANISH = "es"
"""The one language that rows have a second text in."""
EARLIER = "From an earlier version of a page."


class Told(NamedTuple):
    """What a page says of one entry, as it can be compared."""

    text: str
    parts: tuple = ()
    page: str | None = None
    """The translation key of the page it leads to."""


class Place(NamedTuple):
    page: object
    """Its translation key: a page and its translations are one place."""
    language: str
    live: bool
    earlier: bool = False
    """Neither what readers see, nor the draft, nor what waits to be published."""


class Rows:
    """Finds the row for what a page says in its language, or makes it."""

    def __init__(self, make, tell):
        self.make, self.tell = make, tell
        self.made, self.by_id, self.by_told, self.said = {}, {}, {}, {}

    def row(self, place, key, told):
        row = self.by_id.get((place.page, key)) if key else None
        if row is None or not self.takes(row, place, told):
            row = self.by_told.get((place.language, told)) or self.new(place, told)
        if key:
            self.by_id.setdefault((place.page, key), row)
        self.by_told.setdefault((place.language, told), row)
        return row

    def takes(self, row, place, told):
        """Whether the row says this in the place's language, or can from now on."""
        made = self.made[row]
        if told == made and not place.live:
            return True  # a copy that waits for its translator
        if (row, place.language) in self.said:
            return self.said[row, place.language] == told
        if not place.language == SPANISH != settings.LANGUAGE_CODE or not alike(made, told):
            return False
        if told != made:
            self.tell(row, told)
        self.said[row, place.language] = told
        return True

    def new(self, place, told):
        row = self.make(told, EARLIER if place.earlier else "")
        self.made[row] = self.said[row, place.language] = told
        return row


def alike(one, other):
    return len(one.parts) == len(other.parts) and one.page == other.page


class Pages:
    """Which page leads to which translation."""

    def __init__(self, apps, alias):
        pages = apps.get_model("wagtailcore", "Page").objects.using(alias)
        rows = list(pages.values_list("pk", "translation_key", "locale__language_code"))
        self.keys = {pk: key for pk, key, _ in rows}
        self.own = {(key, language): pk for pk, key, language in rows}

    def found(self, key, language):
        """The page itself in a language, else in any."""
        others = (pk for (other, _), pk in self.own.items() if other == key)
        return self.own.get((key, language)) or next(others, None) if key else None


def forwards(apps, schema_editor):
    alias = schema_editor.connection.alias
    pages = Pages(apps, alias)
    for where, rows in ((GOALS, goal_rows(apps, alias)), (ACTIVITIES, activity_rows(apps, alias, pages))):

        def change(place, value, key, rows=rows):
            told = read(value, pages.keys)
            return rows.row(place, key, told) if any(told) else None

        rewrite(apps, alias, where, change)
    move_comments(apps, alias)


def read(value, keys):
    if isinstance(value, str) or not value:
        return Told(value or "")
    parts = [part["value"] if is_item(part) else part for part in value.get("parts") or []]
    return Told(value.get("text") or "", tuple(filter(None, parts)), keys.get(value.get("page")))


def goal_rows(apps, alias):
    goals = apps.get_model("resources", "GoalExample").objects.using(alias)
    return Rows(
        lambda told, note: goals.create(text=told.text, editors_note=note).pk,
        lambda row, told: goals.filter(pk=row).update(text_es=told.text),
    )


def activity_rows(apps, alias, pages):
    activities = apps.get_model("resources", "Activity").objects.using(alias)
    steps = apps.get_model("resources", "ActivityPart").objects.using(alias)

    def make(told, note):
        page = pages.found(told.page, settings.LANGUAGE_CODE)
        row = activities.create(text=told.text, page_id=page, editors_note=note)
        for place, part in enumerate(told.parts):
            steps.create(activity_id=row.pk, text=part, sort_order=place)
        return row.pk

    def tell(row, told):
        activities.filter(pk=row).update(text_es=told.text)
        for place, part in enumerate(told.parts):
            steps.filter(activity_id=row, sort_order=place).update(text_es=part)

    return Rows(make, tell)


def move_comments(apps, alias):
    """What editors noted beside a text of an activity now stands beside the activity."""
    comments = apps.get_model("wagtailcore", "Comment").objects.using(alias)
    for comment in comments.filter(page__content_type__model=ACTIVITIES[0], contentpath__contains=".activities."):
        whole = ".".join(comment.contentpath.split(".")[:4])
        comments.filter(pk=comment.pk).update(contentpath=whole)


def backwards(apps, schema_editor):
    alias = schema_editor.connection.alias
    pages = Pages(apps, alias)
    goals = {row.pk: row for row in apps.get_model("resources", "GoalExample").objects.using(alias)}
    activities = apps.get_model("resources", "Activity").objects.using(alias).prefetch_related("parts")
    activities = {row.pk: row for row in activities}

    def activity(place, value, key):
        row = activities.get(value)
        if row:
            parts = [said(part, place.language) for part in row.parts.all()]
            page = pages.found(pages.keys.get(row.page_id), place.language)
            return {"text": said(row, place.language), "parts": parts, "page": page}
        return None

    rewrite(apps, alias, GOALS, lambda place, value, key: said(goals.get(value), place.language))
    rewrite(apps, alias, ACTIVITIES, activity)


def said(row, language):
    return row and ((row.text_es if language == SPANISH else "") or row.text)


def rewrite(apps, alias, where, change):
    """Change every item: of what readers see first, then of revisions, the newest first, then of what was never published.
    Each time the site's own language comes before its translations."""
    model, kind, name = where
    rows = apps.get_model("resources", model).objects.using(alias).select_related("locale").order_by("pk")
    pages = sorted(rows, key=lambda page: (not page.live, page.locale.language_code != settings.LANGUAGE_CODE))
    places = {page.pk: place_of(page) for page in pages}
    live = [page for page in pages if page.live]

    def store(page):
        page.body = rewritten(list(page.body.raw_data), kind, name, places[page.pk], change)
        page.save(update_fields=["body"])

    for page in live:
        store(page)
    rewrite_revisions(apps, alias, where, pages, places, change)
    for page in pages[len(live) :]:
        store(page)


def place_of(page):
    """Of a page’s own body: editors go on with the draft, where it has one."""
    earlier = not page.live and page.latest_revision_id is not None
    return Place(page.translation_key, page.locale.language_code, page.live, earlier)


def rewrite_revisions(apps, alias, where, pages, places, change):
    model, kind, name = where
    revisions = apps.get_model("wagtailcore", "Revision").objects.using(alias)
    revisions = revisions.filter(content_type__app_label="resources", content_type__model=model).order_by("-pk")
    for page in sorted(pages, key=lambda page: places[page.pk].language != settings.LANGUAGE_CODE):
        for revision in revisions.filter(object_id=str(page.pk)):
            if "body" in revision.content:
                counts = revision.pk in (page.latest_revision_id, page.live_revision_id) or revision.approved_go_live_at
                place = places[page.pk]._replace(live=False, earlier=not counts)
                body = json.loads(revision.content["body"] or "[]")
                revision.content["body"] = json.dumps(rewritten(body, kind, name, place, change))
                revision.save(update_fields=["content"])


def rewritten(body, kind, name, place, change):
    """The same raw data with other items, which keep their ids; an item that comes to nothing is left out."""
    return [
        {**block, "value": {**block["value"], name: changed(block["value"].get(name) or [], place, change)}}
        if block["type"] == kind
        else block
        for block in body
    ]


def changed(items, place, change):
    kept = []
    for item in items:
        value = change(place, item["value"], item["id"]) if is_item(item) else change(place, item, None)
        if value:
            kept.append({**item, "value": value} if is_item(item) else value)
    return kept


def is_item(item):
    """Whether a list's item is stored with its id, as Wagtail does, or bare, as scripts may write it."""
    return isinstance(item, dict) and item.get("type") == "item" and "id" in item and "value" in item


class Migration(migrations.Migration):
    dependencies = [
        ("resources", "0004_resources_as_entries"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(forwards, backwards)]
