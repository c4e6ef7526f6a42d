"""The map says of every page what Wagtail says."""

import pytest
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Locale, Page, PageViewRestriction, Site

from home.models import HomePage, StandardPage
from portal.pages.mapped.map import Map
from portal.pages.readable import for_everybody
from tests.resources.making import home, spanish

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages():
    """Public, private, below a private one, an alias of it, a draft, translated."""
    public, private = (home().add_child(instance=StandardPage(title=title)) for title in ("Public", "Privado ñ"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    below = private.add_child(instance=StandardPage(title="Below", show_in_menus=True))
    public.add_child(instance=StandardPage(title="Shown"))
    public.add_child(instance=StandardPage(title="Draft", live=False))
    public.add_child(instance=StandardPage(title="Not shown", show_in_menus=False))
    spanish(public)
    private.create_alias(parent=home(), update_slug="alias")
    return [public, private, below]


def test_who_may_read_a_page(pages):
    public = set(for_everybody(Page.objects.all()).values_list("pk", flat=True))
    assert {pk for pk, spot in Map().spots.items() if spot.is_public} == public
    assert [spot.title for spot in Map().spots.values() if spot.is_repeated] == ["Privado ñ"]


@pytest.mark.parametrize("hosts", [[], ["other.example"]])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_has_its_address(pages, hosts, language):
    for host in hosts:
        Site.objects.create(hostname=host, root_page=pages[0], port=80)
    with translation.override(language):
        for request in (None, *(RequestFactory().get("/", headers={"host": host}) for host in ["testserver", *hosts])):
            wanted = {page.pk: page.get_url(request) for page in Page.objects.all()}
            assert {pk: spot.get_url(request) for pk, spot in Map().spots.items()} == wanted


def test_what_stands_above_and_below_a_page(pages):
    known, public = Map(), pages[0]
    assert [spot.title for spot in known.menu(public.path)] == ["Shown"]
    assert known.menu(pages[1].path) == []
    for page in Page.objects.all():
        above = page.get_ancestors().filter(depth__gt=1)
        assert [spot.pk for spot in known.trail(page.path)] == [each.pk for each in above]


def test_translations_are_those_that_are_published(pages):
    known, public = Map(), pages[0]
    es = Locale.objects.get(language_code="es")
    assert [spot.locale.language_code for spot in known.translations(public.translation_key)] == ["en", "es"]
    assert known.localized(known.spots[public.pk], es.pk).locale == es
    public.get_translation(es).unpublish()
    assert Map().localized(Map().spots[public.pk], es.pk).pk == public.pk
    assert len(Map().translations(public.translation_key)) == 1


def test_the_language_that_is_active_or_the_sites_own():
    for active, found in (("es", "es"), ("en", "en"), ("fr", "en")):
        with translation.override(active):
            assert Map().active_locale().language_code == found
    assert HomePage.objects.count()
