"""What search engines and sharing are told of each page, and what they read at its address."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone
from lxml import etree, html
from wagtail.models import Locale, PageViewRestriction

from home.models import HomePage, StandardPage
from tests.factories import make_call, make_program, make_program_page

pytestmark = pytest.mark.django_db

SITE = "https://mentors.example.org"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(autouse=True)
def own_address():
    with override_settings(SITE_URL=SITE):
        yield


def head(client, address, status=200, **extra):
    answer = client.get(address, **extra)
    assert answer.status_code == status
    return html.fromstring(answer.content).find("head")


def said(head, name):
    """The content of a meta tag, None where it is not there; a second one would be a fault."""
    tags = head.xpath("meta[@name=$name or @property=$name]/@content", name=name)
    assert len(tags) <= 1, tags
    return tags[0] if tags else None


def canonical(head):
    return head.xpath("string(link[@rel='canonical']/@href)")


def alternates(head):
    return {link.get("hreflang"): link.get("href") for link in head.xpath("link[@rel='alternate'][@hreflang]")}


def in_spanish(page):
    spanish = Locale.objects.get(language_code="es")
    copy = page.copy_for_translation(spanish)
    copy.save_revision().publish()
    return copy


@pytest.fixture
def both():
    """A program page in both languages."""
    in_spanish(HomePage.objects.get())
    page = make_program_page(make_program("BOTH"), slug="both", search_description='A “fine” & "good" <b>program</b>')
    return page, in_spanish(page)


def test_the_one_address_has_no_query_and_stands_under_the_sites_own_name(client, both):
    make_call(make_program("OPEN"))
    for address in ("/?kind=mentoring", "/both/?utm_source=x", "/es/both/", "/search/?q=a&page=2", "/status/"):
        assert canonical(head(client, address, headers={"host": "localhost"})) == SITE + address.split("?")[0]


def test_each_language_names_all_and_the_default(client, both):
    expected = {"en": f"{SITE}/both/", "es": f"{SITE}/es/both/", "x-default": f"{SITE}/both/"}
    assert alternates(head(client, "/both/")) == alternates(head(client, "/es/both/")) == expected
    assert alternates(head(client, "/search/?q=a"))["es"] == f"{SITE}/es/search/"


def test_a_page_in_one_language_names_no_other(client):
    make_program_page(make_program("ALONE"), slug="alone")
    assert alternates(head(client, "/alone/")) == {}


def test_an_alias_names_the_page_it_repeats(client, both):
    both[0].create_alias(update_slug="again")
    assert canonical(head(client, "/again/")) == f"{SITE}/both/"
    assert alternates(head(client, "/both/"))["en"] == f"{SITE}/both/"


def test_sharing_says_what_the_page_says(client, both):
    shown = head(client, "/es/both/")
    assert said(shown, "og:title") == "BOTH Mentoring Program"
    assert said(shown, "og:description") == said(shown, "description") == 'A “fine” & "good" <b>program</b>'
    assert said(shown, "og:url") == f"{SITE}/es/both/"
    assert (said(shown, "og:type"), said(head(client, "/"), "og:type")) == ("article", "website")
    assert (said(shown, "og:locale"), said(shown, "og:locale:alternate")) == ("es_US", "en_US")
    assert said(shown, "og:site_name") == settings.WAGTAIL_SITE_NAME
    assert said(shown, "twitter:card") == "summary"
    assert said(head(client, "/search/?q=%22%3Eb"), "og:title") == 'Search for “">b”'


@pytest.mark.parametrize(("address", "kept_out"), [("/", False), ("/search/", False), ("/search/?q=a", True)])
def test_only_what_belongs_there_is_kept_out_of_search_engines(client, address, kept_out):
    make_program("ALSC")
    assert (said(head(client, address), "robots") == "noindex") == kept_out


def test_forms_are_kept_out_of_search_engines(client):
    call = make_call(make_program("OPEN"))
    assert said(head(client, f"/apply/{call.slug}/"), "robots") == "noindex"


# Sitemap and robots ----------------------------------------------------------------------------


def sitemap(client):
    """{address: (last change, {language: address})}"""
    answer = client.get("/sitemap.xml")
    assert answer.headers["Content-Type"] == "application/xml"
    tree = etree.fromstring(answer.content)
    return {
        url.findtext("s:loc", namespaces=NAMES): (
            url.findtext("s:lastmod", namespaces=NAMES),
            {link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)},
        )
        for url in tree.findall("s:url", NAMES)
    }


def test_the_sitemap_has_every_page_in_every_language_with_its_others(client, both):
    both[0].save_revision().publish()
    both[0].refresh_from_db()
    found = sitemap(client)
    assert set(found) == {f"{SITE}/", f"{SITE}/es/", f"{SITE}/both/", f"{SITE}/es/both/"}
    languages = {"en": f"{SITE}/both/", "es": f"{SITE}/es/both/", "x-default": f"{SITE}/both/"}
    assert found[f"{SITE}/both/"] == (f"{timezone.localtime(both[0].last_published_at):%Y-%m-%d}", languages)
    assert found[f"{SITE}/es/both/"][1] == languages


def test_the_sitemap_names_only_what_search_engines_may_keep(client, both):
    page = both[0]
    page.create_alias(update_slug="again")
    private = page.add_child(instance=StandardPage(title="Private", slug="private"))
    private.add_child(instance=StandardPage(title="Below", slug="below"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    page.add_child(instance=StandardPage(title="Draft", slug="draft", live=False))
    found = sitemap(client)
    assert len(found) == 4
    for address in found:
        shown = head(client, urlsplit(address).path)
        assert (canonical(shown), said(shown, "robots")) == (address, None)


def test_the_sitemaps_queries_do_not_grow_with_pages(client, django_assert_max_num_queries):
    for n in range(12):
        make_program_page(make_program(f"N{n}"))
    with django_assert_max_num_queries(8):
        assert len(sitemap(client)) == 13


def test_robots_are_told_where_the_sitemap_is(client):
    assert f"Sitemap: {SITE}/sitemap.xml" in client.get("/robots.txt").content.decode().splitlines()
