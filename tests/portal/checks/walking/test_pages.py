"""Findings of whole pages: links that lead nowhere, hooks of other apps, and the demo, which has next to none."""

from datetime import date
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.models import Locale, Page

from home.models import HomePage, StandardPage
from portal.checks.findings import Finding
from portal.checks.walking.pages import findings_of, findings_of_pages
from resources.models import ActivitiesPage, EventPage, EventsPage

pytestmark = pytest.mark.django_db


def add(html="<p>All is well.</p>", *, live=True, **fields):
    home = HomePage.objects.get(locale=Locale.get_default())
    body = [{"type": "section", "id": "s1", "value": {"heading": "Goals", "text": html}}]
    return home.add_child(instance=StandardPage(**{"title": "A page", "body": body, "live": live} | fields))


def told(page):
    return [finding.what for finding in findings_of(page)]


def test_a_finding_names_its_place():
    page = add("<p>Applications are now open.</p>")
    (finding,) = findings_of(page)
    assert (finding.where, finding.path) == ("Content › Section “Goals” › Text", "body.s1.text")
    assert finding.anchor == "block-s1-section"


def test_links_to_pages_are_followed():
    target, draft = add(), add(live=False)
    page = add(
        f'<p><a linktype="page" id="{target.pk}">There</a>, <a linktype="page" id="{draft.pk}">draft</a> and '
        '<a linktype="page" id="99999">gone</a>.</p>'
    )
    assert told(page) == [
        "“draft” leads to a page that is not published.",
        "“gone” leads to something that was deleted.",
    ]


def test_links_to_documents_are_followed(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = get_document_model().objects.create(title="Sheet", file=ContentFile(b"text", name="sheet.txt"))
    page = add(f'<p><a linktype="document" id="{file.pk}">The sheet</a>, <a linktype="document" id="999">lost</a>.</p>')
    assert told(page) == ["“lost” leads to something that was deleted."]


def test_chosen_pages_are_followed():
    home = HomePage.objects.get(locale=Locale.get_default())
    draft = home.add_child(instance=EventsPage(title="Events")).add_child(
        instance=EventPage(title="Forum", starts=date(2020, 1, 1), ends=date(2020, 1, 1), live=False)
    )
    events = {"heading": "Meet", "events": [draft.pk]}
    page = home.add_child(instance=ActivitiesPage(title="Activities", body=[{"type": "events", "value": events}]))
    (said,) = told(page)
    assert said.endswith("leads to a page that is not published.")


def test_what_other_apps_know_is_added():
    page = add()

    def known(walked):
        for each, held in walked.items():
            yield each, Finding("Rows", f"Another app reads {[one.place.path for one in held]}.")

    with hooks.register_temporarily("page_findings", known):
        (said,) = told(page)
    assert said.startswith("Another app reads ['title'")
    assert "'body.s1.text'" in said


def test_a_page_in_another_script_is_read_in_its_language(settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.WAGTAIL_CONTENT_LANGUAGES, ("ja", "Japanese")]
    locale = Locale.objects.create(language_code="ja")
    assert told(add("<p>図書館</p>", title="図書館"))
    assert not told(add("<p>図書館</p>", title="図書館", locale=locale))


def test_many_pages_ask_as_many_queries_as_one(django_assert_num_queries):
    target = add()
    html = f'<p><a linktype="page" id="{target.pk}">There</a> and <a linktype="page" id="99999">gone</a>.</p>'
    for _n in range(5):
        add(html)
    pages = list(StandardPage.objects.all())
    with django_assert_num_queries(2):
        findings_of_pages(pages[-1:])
    with django_assert_num_queries(2):
        assert sum(map(len, findings_of_pages(pages).values())) == 5


def test_the_demo_has_one_finding_which_its_editors_know():
    """Every published page in both languages. The captured page has a heading and nothing under it; see its note."""
    call_command("load_demo", stdout=StringIO())
    pages = list(Page.objects.live().filter(depth__gt=1).specific())
    assert len(pages) > 40
    found = {(page, one.what) for page, findings in findings_of_pages(pages).items() for one in findings}
    empty = ActivitiesPage.objects.get(slug="sample-activities", locale=Locale.get_default())
    assert (empty, "There is nothing under the heading “Participate in Association Events”.") in found
    assert {page.translation_key for page, _what in found} == {empty.translation_key}
    assert all(what.startswith("There is nothing under the heading") for _page, what in found)
