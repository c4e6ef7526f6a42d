"""Goals and activities are read as critically as the pages that show them."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Locale

from home.models import HomePage, StandardPage
from portal.checks.walking.pages import findings_of
from resources.admin.checks import findings_now
from resources.models import (
    ActivitiesPage,
    Activity,
    ActivityPart,
    Citation,
    GoalExample,
    GoalExamplesPage,
    ReadingListPage,
)
from tests.factories import make_user, number

pytestmark = pytest.mark.django_db

STALE = "Applications are now open."


def found(row):
    return [(one.where, one.what) for one in findings_now(row)]


def where(row):
    return [one.where for one in findings_now(row)]


def goal(text=STALE, **fields):
    return GoalExample.objects.create(text=text, **fields)


def activity(text, *parts, **fields):
    row = Activity.objects.create(text=text, **fields)
    for place, part in enumerate(parts):
        ActivityPart.objects.create(activity=row, text=part, sort_order=place)
    return row


def page(kind, **fields):
    parent = HomePage.objects.get(locale=Locale.get_default())
    return parent.add_child(instance=kind(title="A page", slug=f"page-{next(number)}", **fields))


def goals_page(*rows, heading="Ours"):
    return page(
        GoalExamplesPage,
        body=[{"type": "goals", "value": {"heading": heading, "goals": [row.pk for row in rows]}}],
    )


def activities_page(*rows):
    value = {"heading": "Ours", "numbered": False, "activities": [row.pk for row in rows], "editors_note": ""}
    return page(ActivitiesPage, body=[{"type": "category", "value": value}])


def edit_address(row):
    return reverse(f"wagtailsnippets_resources_{row._meta.model_name}:edit", args=[row.pk])


def make_editor(*names):
    user = make_user()
    permissions = Permission.objects.filter(codename__in=["access_admin", *names])
    user.user_permissions.add(*permissions)
    return user


def report(client):
    return client.get(reverse("portal_checks:report"))


# What is found ---------------------------------------------------------------------------------


def test_both_texts_of_a_goal_are_read():
    assert where(goal("Learn more", text_es="Próximamente")) == ["Text in Spanish"]
    assert found(goal()) == [
        ("Text", "“now open” goes stale. The portal says by itself what is open and when."),
    ]
    assert where(goal("Skip to main content")) == ["Text"]
    assert where(goal("Meet on Friday, August 30, 2014")) == ["Text"]
    assert found(goal("Learn more")) == []


def test_the_parts_of_an_activity_are_read():
    row = activity("Read", "One", STALE, text_es="Leer")
    row.parts.filter(text="One").update(text_es="Skip to main content")
    assert where(Activity.objects.get(pk=row.pk)) == ["Part 1 › Text in Spanish", "Part 2 › Text"]


def test_a_sentence_may_go_on_in_the_parts():
    assert found(activity("Tell each other of", "your library, and", "your work.")) == []
    assert where(activity("Tell each other of and")) == ["Text"]
    assert where(activity("Tell:", "your library, and")) == ["Part 1 › Text"]


def test_a_page_that_nobody_can_read_is_told():
    handbook = page(StandardPage)
    row = activity("Read it", page=handbook)
    assert found(row) == []
    handbook.unpublish()
    assert found(row) == [("Page", "“Page” leads to a page that is not published.")]


def test_what_editors_note_for_themselves_is_theirs():
    assert found(goal("Learn more", editors_note=STALE)) == []


# Where it is met -------------------------------------------------------------------------------


def test_the_report_lists_what_stands_in_pages_to_those_who_may_change_it(client):
    shown, unused, step = goal(), goal("The next deadline is coming soon"), activity("Read", STALE)
    goals_page(shown)
    activities_page(step)
    client.force_login(make_editor("change_goalexample"))
    answer = report(client).content.decode()
    assert [edit_address(row) in answer for row in (shown, unused, step)] == [True, False, False]
    client.force_login(make_editor("change_activity"))
    answer = report(client).content.decode()
    assert [edit_address(row) in answer for row in (shown, unused, step)] == [False, False, True]
    client.force_login(make_editor("view_goalexample"))
    assert report(client).status_code != 200


@pytest.mark.parametrize("make", [goal, lambda: activity(STALE)])
def test_the_form_of_an_entry_shows_its_checks(client, make):
    client.force_login(make_user(superuser=True))
    row = make()
    answer = client.get(edit_address(row)).content.decode()
    assert '<a href="#id_text-label">Text</a>' in answer
    assert "“now open” goes stale" in answer
    new = client.get(reverse(f"wagtailsnippets_resources_{row._meta.model_name}:add")).content.decode()
    assert "Nothing found in what was last saved." not in new


def test_the_report_asks_as_many_queries_for_many_rows_as_for_few(client, django_assert_max_num_queries):
    def rows():
        handbook = page(StandardPage)
        goals_page(goal())
        activities_page(activity(STALE, STALE, "Read", page=handbook))

    client.force_login(make_user(superuser=True))
    rows()
    report(client)
    with django_assert_max_num_queries(200) as few:
        report(client)
    for _n in range(4):
        rows()
    with django_assert_max_num_queries(200) as many:
        assert report(client).content.decode().count("goes stale") == 15
    assert len(few) == len(many)


# Pages that choose entries ---------------------------------------------------------------------


def test_a_page_says_which_of_its_entries_was_deleted():
    row = goal("Learn")
    shown = goals_page(row)
    assert findings_of(shown) == []
    row.delete()
    (finding,) = findings_of(GoalExamplesPage.objects.get(pk=shown.pk))
    assert finding.what.endswith("leads to something that was deleted.")


def test_a_page_says_which_heading_has_no_entries():
    (finding,) = findings_of(activities_page())
    assert finding.what == "There is nothing under the heading “Ours”."


def test_a_note_on_a_reading_is_read_with_its_page():
    work = Citation.objects.create(kind="web", title="On airships", url="https://air.example/")
    entries = [{"citation": work.pk, "note": STALE}]
    body = [{"type": "readings", "value": {"heading": "", "intro": "", "entries": entries}}]
    (finding,) = findings_of(page(ReadingListPage, body=body))
    assert "now open" in finding.what
