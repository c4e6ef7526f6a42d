"""Citations in the admin: what is held back says why, is found by filters, and leaves as a file."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.core.management import call_command

from resources.models import Citation
from tests.factories import make_user
from tests.resources.citations.test_page import reading_list

pytestmark = pytest.mark.django_db
LIST = "/admin/snippets/resources/citation/"


@pytest.fixture
def admin(client):
    client.force_login(make_user(superuser=True))
    return client


def article(title, **fields):
    return Citation.objects.create(**{"title": title, "container": "Journal", "date": "2020"} | fields)


def test_the_list_says_what_keeps_a_citation_off_the_site(admin):
    Citation.objects.create(authors="Lacking, B.", date="2020")
    page = admin.get(LIST).content.decode()
    assert "Not published: no title; journal, magazine or site" in page


def test_an_empty_citation_is_refused():
    with pytest.raises(ValidationError, match="something to know this entry by"):
        Citation(kind="web").full_clean()


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("held-back", {"Lacking"}),
        ("draft", {"Rough"}),
        ("published", {"Listed", "Ready"}),
        ("unused", {"Lacking", "Rough", "Ready"}),
    ],
)
def test_the_filter_finds_each_state(admin, state, found):
    article("Lacking", container="")
    article("Rough", draft=True)
    article("Ready")
    reading_list(article("Listed"))
    page = admin.get(LIST, {"state": state}).content.decode()
    assert {title for title in ("Lacking", "Rough", "Ready", "Listed") if f"(2020) {title}" in page} == found


def test_the_list_leaves_as_a_file_as_it_is_filtered(admin):
    article("Rough", draft=True)
    article("Ready")
    answer = admin.get(LIST, {"state": "draft", "format": "json"})
    assert [item["title"] for item in json.loads(answer.content)] == ["Rough"]
    assert answer["Content-Disposition"] == 'attachment; filename="citations.json"'
    assert "format=ris&amp;state=draft" in admin.get(LIST, {"state": "draft"}).content.decode().replace(
        "state=draft&amp;format=ris", "format=ris&amp;state=draft"
    )


def test_who_may_not_see_citations_exports_none(client):
    article("Ready")
    user = make_user()
    user.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    client.force_login(user)
    assert "Ready" not in client.get(LIST, {"format": "ris"}, follow=True).content.decode()


def test_the_form_shows_the_three_styles_and_what_holds_it_back(admin):
    page = admin.get(f"{LIST}edit/{article('Shown', draft=True, authors='Sample, Ann').pk}/").content.decode()
    assert "Sample, A. (2020). Shown. <i>Journal</i>." in page
    assert "Sample, Ann. “Shown.” <i>Journal</i>, 2020." in page
    assert "Held back: it is a draft." in page
    assert admin.get(f"{LIST}add/").status_code == 200


BULK = "/admin/bulk/resources/citation/publish/"


def test_drafts_are_published_together_within_the_filter(admin):
    chosen, other = article("Chosen", draft=True), article("Other kind", draft=True, kind="issue")
    admin.post(f"{BULK}?id=all&next=/admin/snippets/resources/citation/%3Fkind%3Darticle")
    chosen.refresh_from_db()
    other.refresh_from_db()
    assert (chosen.draft, chosen.is_written, other.draft) == (False, True, True)


@pytest.mark.parametrize("permissions", [["access_admin"], ["access_admin", "add_citation", "view_citation"]])
def test_who_may_not_change_citations_publishes_none(client, permissions):
    draft = article("Draft", draft=True)
    user = make_user()
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    for ids in (draft.pk, "all"):
        client.post(f"{BULK}?id={ids}&next={LIST}")
    draft.refresh_from_db()
    assert draft.draft


def test_a_bad_identifier_is_said_at_its_field(admin):
    answer = admin.post(f"{LIST}add/", {"kind": "book", "title": "T", "isbn": "123", "doi": "x"})
    assert answer.status_code == 200
    assert "This is not an ISBN" in answer.content.decode()
    assert "This is not a DOI" in answer.content.decode()


def test_stale_entries_are_written_anew():
    old, none, draft = article("Old"), article("None"), article("Draft", draft=True)
    Citation.objects.filter(pk=old.pk).update(written={"by": "before", "apa": "<i>stale</i>"})
    Citation.objects.filter(pk=none.pk).update(written={})
    call_command("write_citations", verbosity=0)
    for citation in (old, none, draft):
        citation.refresh_from_db()
    assert [old.is_written, none.is_written, draft.is_written] == [True, True, False]
    assert "Old" in old.written["apa"]
