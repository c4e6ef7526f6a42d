"""Deleting an entry says first where it stands; the pages that showed it go on without it."""

import pytest
from django.test import Client

from resources.models import Activity, Citation, GoalExample
from tests.factories import make_user
from tests.resources.admin import rows

pytestmark = pytest.mark.django_db
BULK = "/admin/bulk/resources/{}/delete/"


def test_the_question_names_the_pages_that_lose_the_entry(admin):
    row = rows.goal("Shown")
    page = rows.goals_page(row, title="Goals of ALSC")
    asked = admin.get(f"{rows.GOALS}delete/{row.pk}/").content.decode()
    assert f'<a href="/admin/pages/{page.pk}/edit/">Goals of ALSC</a>' in asked
    assert "It stands in these and goes from all of them" in asked


def test_an_entry_that_stands_nowhere_says_so(admin):
    assert "It stands nowhere." in admin.get(f"{rows.CITATIONS}delete/{rows.citation('T').pk}/").content.decode()


def test_every_page_survives_its_entries(client):
    work, aim, place = rows.citation("Gone work"), rows.goal("Gone aim"), rows.event("Gone event")
    lasting = rows.activity("Lasting", {"citation": work, "page": place}, citation=work, page=place)
    task = rows.activity("Gone task")
    pages = [rows.reading_list(work), rows.goals_page(aim), rows.activities_page(task, lasting)]
    other = Client()
    other.force_login(make_user(superuser=True))
    for address, row in ((rows.CITATIONS, work), (rows.GOALS, aim), (rows.ACTIVITIES, task)):
        assert other.post(f"{address}delete/{row.pk}/").status_code == 302
    place.delete()
    assert [*Citation.objects.all(), *GoalExample.objects.all()] == []
    for page in pages:
        answer = client.get(page.url)
        assert answer.status_code == 200
        assert "Gone" not in answer.content.decode()
        assert other.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    assert "Lasting" in client.get(pages[2].url).content.decode()
    assert other.get(rows.PAGES).status_code == 200


@pytest.mark.parametrize("query", ["state=unused", "q=unshown", "for_whom=mentor", "state=unused&q=unshown&p=1"])
def test_all_means_what_the_list_shows(admin, query):
    shown = rows.goal("Kept", for_whom="mentee")
    rows.goals_page(shown)
    rows.goal("Unshown", for_whom="mentor")
    admin.post(f"{BULK.format('goalexample')}?id=all&next={rows.GOALS}%3F{query.replace('&', '%26')}")
    assert list(GoalExample.objects.all()) == [shown]


@pytest.mark.parametrize("bad", ["x", "-1", "9" * 30, "%00"])
def test_nonsense_ids_delete_nothing(admin, bad):
    rows.goal("Kept")
    assert admin.post(f"{BULK.format('goalexample')}?id={bad}").status_code == 404
    assert GoalExample.objects.count() == 1


def test_a_filter_that_nobody_knows_deletes_nothing(admin):
    rows.goal("Kept")
    admin.post(f"{BULK.format('goalexample')}?id=all&next={rows.GOALS}%3Fstate=nonsense")
    assert GoalExample.objects.count() == 1


def test_who_may_not_delete_deletes_none_together(client):
    row = rows.activity("Kept")
    client.force_login(rows.person("change_activity", "add_activity"))
    for key in (row.pk, "all"):
        client.post(f"{BULK.format('activity')}?id={key}&next={rows.ACTIVITIES}")
    assert Activity.objects.count() == 1
