"""Entries, and the pages that show them."""

from datetime import date, timedelta
from itertools import count

from django.contrib.auth.models import Permission
from django.utils import timezone
from wagtail.models import GroupPagePermission

from home.models import HomePage
from portal.linkhealth.reaching import Trouble
from portal.models import ExternalLink, Topic
from resources.models import (
    ActivitiesPage,
    Activity,
    ActivityPart,
    Citation,
    EventPage,
    EventsPage,
    GoalExample,
    GoalExamplesPage,
    ReadingListPage,
)
from tests.factories import make_page_editor, make_user

number = count(1)
CITATIONS = "/admin/snippets/resources/citation/"
GOALS = "/admin/snippets/resources/goalexample/"
ACTIVITIES = "/admin/snippets/resources/activity/"
EVENTS = "/admin/events/"
PAGES = "/admin/resource-pages/"
LISTS = [CITATIONS, GOALS, ACTIVITIES, EVENTS, PAGES]


def home():
    return HomePage.objects.get(locale__language_code="en")


def topic(name):
    return Topic.objects.get_or_create(name=name, slug=name.lower())[0]


def on(row, *names):
    row.topics.set([topic(name) for name in names])
    row.save()
    return row


def citation(title, **fields):
    return Citation.objects.create(**{"title": title, "container": "Journal", "date": "2020"} | fields)


def goal(text, **fields):
    return GoalExample.objects.create(**{"text": text, "text_es": f"{text} (es)"} | fields)


def activity(text, *parts, **fields):
    row = Activity.objects.create(**{"text": text, "text_es": f"{text} (es)"} | fields)
    for part in parts:
        ActivityPart.objects.create(activity=row, **{"text": "Part", "text_es": "Parte"} | part)
    return row


def items(values):
    return [{"type": "item", "id": f"item-{n}", "value": value} for n, value in enumerate(values)]


def page_of(model, block, parent=None, **fields):
    slug = f"page-{next(number)}"
    told = {"title": f"Title of {slug}", "slug": slug, "body": [{"type": block[0], "value": block[1]}]}
    return (parent or home()).add_child(instance=model(**told | fields))


def reading_list(*rows, **fields):
    entries = items([{"citation": row.pk, "note": ""} for row in rows])
    return page_of(ReadingListPage, ("readings", {"heading": "", "intro": "", "entries": entries}), **fields)


def goals_page(*rows, **fields):
    return page_of(GoalExamplesPage, ("goals", {"heading": "", "goals": items([row.pk for row in rows])}), **fields)


def activities_page(*rows, **fields):
    value = {"heading": "", "numbered": False, "activities": items([row.pk for row in rows]), "editors_note": ""}
    return page_of(ActivitiesPage, ("category", value), **fields)


def event(title="Event", **fields):
    parent = EventsPage.objects.first() or home().add_child(instance=EventsPage(title="Events", slug="events"))
    day = date(2026, 5, 1)
    told = {"title": title, "slug": f"event-{next(number)}", "starts": day, "ends": day, "place": "Chicago"}
    return parent.add_child(instance=EventPage(**told | fields))


def dead(url):
    now = timezone.now()
    return ExternalLink.objects.create(
        url=url, checked_at=now, failing_since=now - timedelta(days=9), trouble=Trouble.NAME
    )


def person(*codenames, pages=()):
    """Somebody who may enter the admin, with these permissions on entries and those of an editor on these pages."""
    user = make_page_editor(*pages) if pages else make_user()
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    assert bool(pages) == GroupPagePermission.objects.filter(group__user=user).exists()
    return user
