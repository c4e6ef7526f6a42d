"""A reading list for people, for Zotero, for search engines and as files."""

import json
import uuid
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode

import html5lib
import pytest
import rispy
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from home.models import HomePage
from portal.linkhealth.noting import keep_up
from portal.models import ExternalLink
from resources.citations.csl import from_csl
from resources.citations.formatting import lines as formatting
from resources.citations.machines.coins import coins
from resources.models import Citation, ReadingListPage, ReadingSettings
from tests.resources.citations.works import WORKS

pytestmark = pytest.mark.django_db


def reading_list(*citations, **fields):
    entries = [
        {"type": "item", "id": str(uuid.uuid4()), "value": {"citation": each.pk, "note": ""}} for each in citations
    ]
    body = [{"type": "readings", "value": {"heading": "", "intro": "", "entries": entries}}]
    home = HomePage.objects.get(locale__language_code="en")
    return home.add_child(
        instance=ReadingListPage(**{"title": "Samples & <more>", "slug": "samples", "body": body} | fields)
    )


def article(**fields):
    told = {
        "title": "Sample",
        "authors": "van den Berg, Anna\nDoe, Jo",
        "container": "Journal of Samples",
        "date": "2019-05",
    }
    return Citation.objects.create(
        **told | {"volume": "7", "issue": "2", "pages": "12–34", "doi": "10.1000/182"} | fields
    )


def test_the_site_chooses_the_style(client):
    page = reading_list(article())
    assert "van den Berg, A., &amp; Doe, J." in client.get(page.url).content.decode()
    ReadingSettings.objects.filter(site=Site.objects.get()).update(style="mla")
    assert "vol. 7, no. 2, May 2019, pp. 12–34" in client.get(page.url).content.decode()


@pytest.mark.parametrize("count", [50, 500])
def test_queries_and_formatting_do_not_grow_with_the_list(client, monkeypatch, count):
    """500 entries are written once, here as one row's HTML: what is measured is the page."""
    written = article().written
    rows = [Citation(title=f"T{n}", container="J", date="2020", written=written) for n in range(count)]
    short, long = reading_list(article()), reading_list(*Citation.objects.bulk_create(rows), slug="long")
    monkeypatch.setattr(formatting, "in_style", lambda *_: pytest.fail("An entry was formatted for a view."))
    queries(client, short)  # where pages stand is asked once for all
    assert queries(client, short) == queries(client, long)


def queries(client, page):
    client.get(page.url)  # the first one stores the settings that a site has
    client.get(page.url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page.url).status_code == 200
    return len(captured)


def spans(html):
    """What Zotero looks for: the titles of the spans that say Z3988, as a browser reads them."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return [
        parse_qs(span.get("title"), strict_parsing=True) for span in tree.iter("span") if span.get("class") == "Z3988"
    ]


def test_an_article_is_there_for_zotero(client):
    page = reading_list(article(title='“Quoted” & <i>marked</i> "title"'))
    (found,) = spans(client.get(page.url).content.decode())
    assert found["ctx_ver"] == ["Z39.88-2004"]
    assert found["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:journal"]
    assert found["rft_id"] == ["info:doi/10.1000/182"]
    assert found["rft.genre"] == ["article"]
    assert found["rft.atitle"] == ['“Quoted” & <i>marked</i> "title"']
    assert found["rft.jtitle"] == ["Journal of Samples"]
    assert found["rft.au"] == ["van den Berg, Anna", "Doe, Jo"]
    assert (found["rft.aulast"], found["rft.aufirst"]) == (["van den Berg"], ["Anna"])
    assert (found["rft.date"], found["rft.volume"], found["rft.issue"]) == (["2019-05"], ["7"], ["2"])
    assert (found["rft.spage"], found["rft.epage"]) == (["12"], ["34"])


def test_every_kind_has_a_context_object_that_reads_back():
    keys = {"journal": {"rft.jtitle"}, "book": {"rft.btitle"}, "dc": {"rft.title", "rft.type"}}
    for work in WORKS:
        found = parse_qs(coins(Citation(**from_csl(work))), strict_parsing=True)
        assert keys[found["rft_val_fmt"][0].rpartition(":")[2]] <= set(found)
        assert urlencode(found, doseq=True)


def structured(html):
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    blocks = [json.loads(script.text) for script in tree.iter("script") if script.get("type") == "application/ld+json"]
    return [block for block in blocks if block["@type"] == "ItemList"]


def test_search_engines_read_the_works_in_their_order(client):
    book = Citation.objects.create(
        kind="book", title="</script><b>", authors="{Sample, Inc.}", publisher="P", date="1999", isbn="9780306406157"
    )
    html = client.get(reading_list(article(), book).url).content.decode()
    (found,) = structured(html)
    first, second = (entry["item"] for entry in found["itemListElement"])
    assert found["name"] == "Samples & <more>"
    assert first["@type"] == "ScholarlyArticle"
    assert first["author"][0] == {"@type": "Person", "name": "Anna van den Berg"}
    assert first["isPartOf"]["isPartOf"]["name"] == "Journal of Samples"
    assert second["name"] == "</script><b>"
    assert second["author"] == [{"@type": "Organization", "name": "Sample, Inc."}]
    assert "https://www.worldcat.org/isbn/9780306406157" in html


@pytest.mark.parametrize("ending", ["ris", "bib", "json"])
def test_a_list_is_a_file(client, ending):
    page = reading_list(article(title="First"), article(title="Second"), article(title="Hidden", draft=True))
    answer = client.get(f"/readings/{page.pk}/citations.{ending}")
    text = answer.content.decode()
    assert answer["Content-Disposition"] == f'attachment; filename="samples.{ending}"'
    assert text.index("First") < text.index("Second")
    assert "Hidden" not in text


def test_one_entry_is_a_file(client):
    first, second = article(title="First"), article(title="Second")
    page = reading_list(first, second)
    answer = client.get(f"/readings/{page.pk}/{second.pk}.ris")
    assert [entry["title"] for entry in rispy.loads(answer.content.decode())] == ["Second"]
    assert f'href="/readings/{page.pk}/{second.pk}.bib"' in client.get(page.url).content.decode()


def test_only_what_a_published_page_shows_is_a_file(client):
    shown, elsewhere, lacking = article(), article(title="Elsewhere"), article(container="")
    page = reading_list(shown, lacking)
    for address in (
        f"{page.pk}/{elsewhere.pk}.ris",
        f"{page.pk}/{lacking.pk}.ris",
        f"{page.pk}/citations.xml",
        "0/citations.ris",
        f"{'9' * 30}/citations.ris",
    ):
        assert client.get(f"/readings/{address}").status_code == 404
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(f"/readings/{page.pk}/citations.ris").status_code == 404
    PageViewRestriction.objects.all().delete()
    page.unpublish()
    assert client.get(f"/readings/{page.pk}/citations.ris").status_code == 404


def test_a_link_that_answered_says_when(client):
    day = datetime(2027, 1, 4, 18, tzinfo=UTC)
    working, dead, silent = (article(title=name, doi=f"10.1000/{name}") for name in ("working", "dead", "silent"))
    page = reading_list(working, dead, silent)
    keep_up()
    assert ExternalLink.objects.count() == 3
    ExternalLink.objects.filter(url=working.address).update(checked_at=day, answered_at=day)
    ExternalLink.objects.filter(url=dead.address).update(checked_at=day, answered_at=day, failing_since=day)
    shown = client.get(page.url).content.decode()
    assert shown.count("Link checked on") == 1
    assert shown.index("working") < shown.index("Link checked on January 4, 2027.") < shown.index("dead")


def test_drafts_and_incomplete_citations_are_not_asked_for():
    article(draft=True)
    article(title="")
    keep_up()
    assert not ExternalLink.objects.exists()


@pytest.mark.parametrize(
    ("authors", "people", "bodies"),
    [
        ("García Márquez, María José", ["García Márquez, María José"], []),
        ("Example Library Association", [], ["Example Library Association"]),
        (
            "King, Martin Luther, Jr.\n{Samples, Lists and Forms}",
            ["King, Martin Luther Jr."],
            ["Samples, Lists and Forms"],
        ),
        ("La Fontaine, Jean de", ["La Fontaine, Jean de"], []),
    ],
)
def test_zotero_reads_each_person_and_each_body_as_one(client, authors, people, bodies):
    """It splits `au` at a comma, takes the last word for the surname without one, and `aucorp` as it stands."""
    (found,) = spans(client.get(reading_list(article(authors=authors)).url).content.decode())
    assert (found.get("rft.au", []), found.get("rft.aucorp", [])) == (people, bodies)
    if people:
        assert found["rft.aulast"][0] == people[0].partition(", ")[0]
