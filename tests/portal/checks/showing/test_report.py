"""Findings where an editor meets them: in the editor, after publishing, in the report."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.models import HomePage, StandardPage
from programs.models import ProgramPage
from tests.factories import make_member, make_page_editor, make_program, make_program_page, make_round, make_user

pytestmark = pytest.mark.django_db

STALE = "<p>Applications are now open.</p>"


def add(title="A page", html=STALE, parent=None):
    parent = parent or HomePage.objects.get(locale=Locale.get_default())
    body = [{"type": "section", "id": "s1", "value": {"heading": "Goals", "text": html}}]
    return parent.add_child(instance=StandardPage(title=title, body=body))


def edit_address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def sent(html, **fields):
    own = {"title": "A page", "slug": "a-page", "lead": "", "purpose": "", "comments": streamfield([])}
    body = streamfield([("section", {"heading": "Goals", "text": rich_text(html)})])
    return nested_form_data(own | {"body": body} | fields)


@pytest.fixture
def editor(client):
    user = make_user(superuser=True)
    client.force_login(user)
    return user


def test_the_editor_shows_each_finding_with_its_place(client, editor):
    shown = client.get(edit_address(add())).content.decode()
    assert '<a href="#block-s1-section">Content › Section “Goals” › Text</a>' in shown
    assert "“now open” goes stale" in shown


def test_the_editor_says_when_nothing_is_found(client, editor):
    shown = client.get(edit_address(add(html="<p>All is well.</p>"))).content.decode()
    assert "Nothing found in what was last saved." in shown


def test_a_new_page_has_no_checks_yet(client, editor):
    home = HomePage.objects.get(locale=Locale.get_default())
    shown = client.get(reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])).content.decode()
    assert "panel-child-content-title-section" in shown
    assert "panel-child-content-checks-section" not in shown


def test_the_editor_asks_as_many_queries_for_many_findings_as_for_one(client, editor, django_assert_max_num_queries):
    few, many = add(), add("Long", STALE * 30)
    for page in (few, many):
        client.get(edit_address(page))
    with django_assert_max_num_queries(200) as one:
        client.get(edit_address(few))
    with django_assert_max_num_queries(200) as thirty:
        assert "now open" in client.get(edit_address(many)).content.decode()
    assert len(one) == len(thirty)


def test_publishing_is_not_blocked_and_tells_how_many_there_are(client, editor):
    page = add(html="<p>All is well.</p>")
    data = sent("<p>Applications are now open. Read the upcoming news.</p>", **{"action-publish": "1"})
    response = client.post(edit_address(page), data, follow=True)
    page.refresh_from_db()
    assert "now open" in str(page.body)
    shown = response.content.decode()
    assert "2 things on this page may need another look." in shown
    assert f"{edit_address(page)}#panel-child-content-checks-section" in shown


def test_publishing_a_clean_page_says_nothing_of_checks(client, editor):
    page = add()
    response = client.post(edit_address(page), sent("<p>All is well.</p>", **{"action-publish": "1"}), follow=True)
    assert "may need another look" not in response.content.decode()


def report(client):
    return client.get(reverse("portal_checks:report"))


def test_the_report_lists_what_a_person_may_edit(client):
    mine, theirs = add("Mine"), add("Theirs")
    client.force_login(make_page_editor(mine))
    shown = report(client).content.decode()
    assert f"{edit_address(mine)}#:w:contentpath=body.s1.text" in shown
    assert edit_address(theirs) not in shown


def test_the_report_lists_rounds_that_a_person_may_plan(client):
    mine, theirs = make_program("MINE", length_months=3), make_program("THEIRS", length_months=3)
    rounds = [make_round(program, starts="2099-01-01", ends="2099-12-31") for program in (mine, theirs)]
    client.force_login(make_member(mine))
    shown = report(client).content.decode()
    assert [reverse("round:edit", args=[row.pk]) in shown for row in rounds] == [True, False]


def test_drafts_and_mirrors_are_not_in_the_report(client, editor):
    page = add()
    alias = page.create_alias(parent=page.get_parent(), update_slug="mirror")
    draft = add("Draft")
    draft.unpublish()
    shown = report(client).content.decode()
    assert [edit_address(each) in shown for each in (page, alias, draft)] == [True, False, False]


def test_the_report_is_for_those_who_edit_or_plan(client):
    program = make_program()
    for user, allowed in (
        (make_member(program), True),
        (make_page_editor(make_program_page(program)), True),
        (make_member(program, "reader"), False),
    ):
        client.force_login(user)
        assert (report(client).status_code == 200) is allowed
        menu = client.get(reverse("wagtailadmin_home")).content.decode()
        assert (reverse("portal_checks:report") in menu) is allowed


def test_the_report_asks_as_many_queries_for_many_rows_as_for_few(client, editor, django_assert_max_num_queries):
    def rows():
        program = make_program(length_months=3)
        make_round(program, starts="2099-01-01", ends="2099-12-31")
        make_program_page(program, promise="Now open.")
        add()

    rows()
    report(client)
    with django_assert_max_num_queries(200) as few:
        report(client)
    for _n in range(4):
        rows()
    with django_assert_max_num_queries(200) as many:
        shown = report(client).content.decode()
    assert ProgramPage.objects.count() == 5
    assert shown.count("goes stale") == 10
    assert len(few) == len(many)


def test_a_long_report_has_several_pages(client, editor):
    add(html="".join(f"<p>{n} is coming soon.</p>" for n in range(60)))
    for n in range(60):
        add(f"Page {n}")
    assert "Page 1 of 2" in report(client).content.decode()
