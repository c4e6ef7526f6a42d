"""Without permission there is no list, no file, no form and no menu, by any address."""

import pytest

from resources.models import Activity, Citation, GoalExample
from tests.resources.admin import rows

pytestmark = pytest.mark.django_db
CHOOSERS = [f"/admin/snippets/choose/resources/{name}/" for name in ("citation", "goalexample", "activity")]
ENTRIES = [rows.CITATIONS, rows.GOALS, rows.ACTIVITIES]


def refused(answer):
    return (answer.status_code == 302 and answer.url == "/admin/") or answer.status_code == 403


@pytest.mark.parametrize("address", rows.LISTS)
@pytest.mark.parametrize("query", ["", "?export=csv", "?export=xlsx", "results/", "?format=ris", "?state=unused"])
def test_who_may_do_nothing_sees_no_list_and_exports_none(client, address, query):
    client.force_login(rows.person())
    assert refused(client.get(address + query))


@pytest.mark.parametrize("action", ["citation/delete", "citation/publish", "goalexample/delete", "activity/delete"])
@pytest.mark.parametrize("ids", ["1", "all"])
def test_who_may_do_nothing_is_named_no_entry_by_a_bulk_action(client, action, ids):
    rows.Citation.objects.create(pk=1, title="T")
    GoalExample.objects.create(pk=1, text="T")
    Activity.objects.create(pk=1, text="T")
    client.force_login(rows.person("view_document"))
    assert refused(client.get(f"/admin/bulk/resources/{action}/?id={ids}"))


@pytest.mark.parametrize(
    "address", [f"{entries}{rest}" for entries in ENTRIES for rest in ("add/", "edit/1/", "delete/1/")]
)
def test_who_may_only_see_changes_nothing(client, address):
    rows.Citation.objects.create(pk=1, title="T")
    GoalExample.objects.create(pk=1, text="T")
    Activity.objects.create(pk=1, text="T")
    client.force_login(rows.person("view_citation", "view_goalexample", "view_activity"))
    assert refused(client.get(address))
    assert refused(client.post(address, {"text": "Changed", "title": "Changed", "kind": "web", "for_whom": "both"}))
    assert (Citation.objects.get().title, GoalExample.objects.get().text, Activity.objects.get().text) == ("T",) * 3


def test_who_may_see_one_kind_sees_that_list_alone(client):
    client.force_login(rows.person("view_goalexample"))
    assert client.get(rows.GOALS).status_code == 200
    assert [refused(client.get(address)) for address in (rows.CITATIONS, rows.ACTIVITIES, rows.EVENTS)] == [True] * 3


@pytest.mark.parametrize(
    ("codenames", "shown"),
    [
        ([], set()),
        (["view_goalexample"], {rows.GOALS}),
        (["add_citation"], {rows.CITATIONS}),
        (["change_activity", "delete_goalexample"], {rows.ACTIVITIES, rows.GOALS}),
    ],
)
def test_the_menu_holds_what_a_person_may_see_and_is_absent_when_empty(client, codenames, shown):
    client.force_login(rows.person(*codenames))
    page = client.get("/admin/").content.decode()
    assert {address for address in rows.LISTS if f'"{address}"' in page} == shown
    assert ('"resources"' in page) == bool(shown)


def test_an_editor_of_pages_sees_the_lists_of_pages_and_only_her_own_pages(client):
    mine = rows.event("Mine")
    rows.event("Not mine")
    rows.goals_page(title="Other page")
    client.force_login(rows.person(pages=[mine]))
    page = client.get("/admin/").content.decode()
    assert f'"{rows.EVENTS}"' in page
    assert f'"{rows.PAGES}"' in page
    for query in ({}, {"q": "mine"}, {"state": "published"}):
        listed = client.get(rows.EVENTS, query).content.decode()
        assert "Mine" in listed
        assert "Not mine" not in listed
    assert b"Not mine" not in b"".join(client.get(rows.EVENTS, {"export": "csv"}))
    assert "Other page" not in client.get(rows.PAGES).content.decode()


@pytest.mark.parametrize("address", CHOOSERS)
def test_choosers_are_closed_to_who_writes_no_pages_and_sees_no_entries(client, address):
    rows.Citation.objects.create(pk=1, title="T")
    GoalExample.objects.create(pk=1, text="T")
    Activity.objects.create(pk=1, text="T")
    client.force_login(rows.person())
    for rest in ("", "results/", "chosen/1/", "chosen-multiple/?id=1", "create/"):
        assert refused(client.get(address + rest)), rest


@pytest.mark.parametrize("address", CHOOSERS)
def test_who_writes_pages_chooses_entries_and_creates_none_without_permission(client, address):
    client.force_login(rows.person(pages=[rows.home()]))
    answer = client.get(address)
    assert answer.status_code == 200
    assert "tab-create" not in answer.json()["html"]
    assert refused(client.post(f"{address}create/", {"text": "New", "for_whom": "both", "title": "New", "kind": "web"}))
    assert not [*Citation.objects.all(), *GoalExample.objects.all(), *Activity.objects.all()]
