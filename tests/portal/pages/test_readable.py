"""Which page a reader gets for one that an editor chose."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, PageViewRestriction

from home.models import StandardPage
from portal.pages.readable import readable
from tests.resources.making import home, spanish

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return home().add_child(instance=StandardPage(title="Advice"))


def found(page, code):
    return readable([page.pk], Locale.objects.get(language_code=code).pk).get(page.pk)


def test_the_page_in_the_readers_language(page):
    translation = spanish(page)
    assert found(page, "es").pk == translation.pk
    assert found(page, "en").pk == page.pk


def test_a_translation_that_was_chosen_leads_readers_to_their_own(page):
    assert found(spanish(page), "en").pk == page.pk


def test_the_page_itself_where_it_is_not_translated(page):
    assert found(page, "es").pk == page.pk


def test_a_page_is_no_translation_of_itself_by_being_repeated_in_another_language(page):
    alias = page.copy_for_translation(Locale.objects.get(language_code="es"), copy_parents=True, alias=True)
    assert alias.live
    assert found(page, "es").pk == page.pk


def test_the_page_itself_where_its_translation_is_a_draft_or_private(page):
    translation = spanish(page)
    PageViewRestriction.objects.create(page=translation, restriction_type="login")
    assert found(page, "es").pk == page.pk
    PageViewRestriction.objects.all().delete()
    translation.unpublish()
    assert found(page, "es").pk == page.pk


def test_nothing_for_what_is_unpublished_or_private(page):
    page.unpublish()
    assert found(page, "en") is None
    page.save_revision().publish()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert found(page, "en") is None


def test_nothing_for_a_page_below_a_private_one(page):
    below = page.add_child(instance=StandardPage(title="Below"))
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert found(below, "en") is None


def test_as_many_queries_for_many_pages_as_for_one(page):
    others = [home().add_child(instance=StandardPage(title=f"Page {n}")) for n in range(9)]

    def queries(pages):
        with CaptureQueriesContext(connection) as captured:
            assert len(readable([each.pk for each in pages], page.locale_id)) == len(pages)
        return len(captured)

    assert queries([page]) == queries([page, *others])
