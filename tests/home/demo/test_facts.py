"""The published demo against the captured pages: every name, title and date is there, nothing broken or held back is."""

import json
import re
import unicodedata
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import pytest

PAGES_OF = {
    "000": [r"/$"],
    "001": [r"/alcts/$"],
    "002": [r"/alsc/", r"/events/mentoring-forum/$"],
    "003": [r"/alcts/", r"/events/ala-"],
    "004": [r"/alsc/"],
}
"""Where on the site the facts of each captured page belong: its addresses."""

INLINE = {"a", "abbr", "b", "cite", "em", "i", "span", "strong", "time"}
LOOK_ALIKES = str.maketrans("“”„‘’‚–—‑−", "\"\"\"'''----")


class Reader(HTMLParser):
    """What a visitor reads on a page, and where its links lead."""

    def __init__(self):
        super().__init__()
        self.text, self.links, self.unseen = [], [], 0

    def handle_starttag(self, tag, attrs):
        self.unseen += tag in {"script", "style"}
        self.links += [value for name, value in attrs if tag == "a" and name == "href" and value]
        self.text += [] if tag in INLINE else [" "]

    def handle_endtag(self, tag):
        self.unseen -= tag in {"script", "style"}
        self.text += [] if tag in INLINE else [" "]

    def handle_data(self, data):
        self.text += [] if self.unseen else [data]


def normal(text):
    """Spaces, quotes and dashes as the seeds' readme compares them."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(LOOK_ALIKES)).strip()


def read(source):
    reader = Reader()
    reader.feed(source)
    return normal("".join(reader.text)), reader.links


def crawl(site):
    """Every public page by its path: its source and what a visitor reads."""
    host = urlsplit(site.url).netloc
    with urlopen(f"{site.url}/sitemap.xml", timeout=20) as answer:
        listed = re.findall(r"<loc>(.*?)</loc>", answer.read().decode())
    waiting, pages = {"/", "/es/", *(urlsplit(address).path for address in listed)}, {}
    while waiting:
        path = waiting.pop()
        with urlopen(site.url + path, timeout=20) as answer:
            if answer.headers.get_content_type() != "text/html":
                continue
            source = answer.read().decode()
        text, links = read(source)
        pages[path] = (source, text)
        found = [urlsplit(urljoin(site.url + path, link)) for link in links]
        waiting |= {
            each.path
            for each in found
            if each.netloc == host and each.path not in pages and not each.path.startswith(("/admin", "/static"))
        }
    return pages


@pytest.fixture(scope="module")
def pages(demo_site):
    return crawl(demo_site)


@pytest.fixture(scope="module")
def facts(seeds_dir):
    return json.loads((seeds_dir / "facts.json").read_text())


@pytest.fixture(scope="module")
def forbidden(seeds_dir):
    noise = json.loads((seeds_dir / "noise.json").read_text())
    return [text for entry in noise for text in entry.get("forbid", [])]


def published(facts):
    return [fact for fact in facts if fact.get("publish", True)]


def held_back(facts):
    return [fact for fact in facts if not fact.get("publish", True)]


def where_it_belongs(pages, fact):
    """All that a visitor reads on the pages that tell this fact."""
    patterns = PAGES_OF[fact["id"][:3]]
    return " ".join(text for path, (_, text) in pages.items() if any(re.match(pattern, path) for pattern in patterns))


def as_the_site_writes(day):
    """2014-08-29 as August 29, 2014; 2015-01 as January 2015."""
    parts = [int(part) for part in day.split("-")]
    month = date(2000, parts[1], 1).strftime("%B")
    return f"{month} {parts[2]}, {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"


def misses(pages, facts, wanted):
    return {
        fact["id"]: lacking
        for fact in published(facts)
        if (lacking := [text for text in wanted(fact) if normal(text) not in where_it_belongs(pages, fact)])
    }


def test_every_page_the_site_lists_was_read(pages):
    assert {"/", "/es/", "/alcts/", "/alsc/", "/nmrt/", "/es/nmrt/", "/privacy/"} <= set(pages)
    assert len(pages) > 40
    assert any(path.startswith("/apply/") for path in pages)


def test_every_name_and_title_stands_where_it_belongs(pages, facts):
    assert misses(pages, facts, lambda fact: fact.get("names_and_titles", [])) == {}


def test_every_name_of_a_program_and_its_host_stands_in_the_directory(pages, facts):
    programs = [fact for fact in facts if fact["kind"] == "program" and "name" in fact]
    assert len(programs) == 10
    assert misses(pages, programs, lambda fact: [fact["name"]]) == {}


def test_every_date_stands_where_it_belongs(pages, facts):
    assert misses(pages, facts, lambda fact: [as_the_site_writes(day) for day in fact.get("dates", [])]) == {}


def test_every_citation_stands_whole(pages, facts):
    parts = ("authors", "title", "container", "publisher", "pages")  # APA 7 leaves the place of publication out
    assert (
        misses(
            pages, facts, lambda fact: [fact["citation"][part] for part in parts if part in fact.get("citation", {})]
        )
        == {}
    )


def items_under(source, heading):
    """How many list items follow a heading, before the next heading or the end of the content."""
    part = re.split(r"<h[12][^>]*>", source.split("<main", 1)[1].split("</main", 1)[0])
    (own,) = [text for text in part if text.startswith(heading)]
    return own.count("<li")


def test_every_activity_goal_and_objective_of_the_captured_pages_is_there(pages, facts):
    activities = pages["/alsc/sample-activities/"][0]
    for category in ("Create!", "Practice Interviews", "Topic Discussions", "Reading and Writing"):
        expected = [fact for fact in facts if fact.get("category") == category]
        assert items_under(activities, category) == len(expected), category
    goals = [fact for fact in facts if fact["kind"] == "goal_example"]
    assert items_under(pages["/alsc/goals/"][0], "Goals") == len(goals)
    objectives = [fact for fact in facts if fact["kind"] == "goal" and fact["id"].startswith("002")]
    assert items_under(pages["/alsc/"][0], "What the program is for") == len(objectives)
    numbered = [fact for fact in facts if fact["kind"] == "activity" and fact["id"].startswith("003")]
    broken_down = sum(fact["children"] for fact in numbered if isinstance(fact.get("children"), int))
    suggested = items_under(pages["/alcts/activities/"][0], "Suggested activities")
    assert suggested == len(numbered) + broken_down
    readings = [fact for fact in facts if fact["kind"] == "reading" and fact["id"].startswith("003")]
    assert items_under(pages["/alcts/readings/"][0], "Readings on mentoring") == len(readings)


def test_paused_program_shows_its_notice_and_no_way_to_apply(pages):
    source, text = pages["/alsc/"]
    assert "under review" in text
    assert "/apply/" not in source


def test_nothing_held_back_is_published(pages, facts):
    told = normal(" ".join(json.dumps(fact, ensure_ascii=False) for fact in published(facts)))
    hidden = [
        name for fact in held_back(facts) for name in fact.get("names_and_titles", []) if normal(name) not in told
    ]
    assert len(hidden) == 12  # all but the journal that a published citation names, too
    hidden.append("from ALSC Mentoring Program participants")
    found = [(path, name) for path, (_, text) in pages.items() for name in hidden if normal(name) in text]
    assert found == []


def test_no_fault_of_the_capture_is_published(pages, forbidden):
    assert len(forbidden) > 8
    found = [
        (path, text)
        for path, (source, read_text) in pages.items()
        for text in forbidden
        if text in source or normal(text) in read_text
    ]
    assert found == []


KEPT = """
import json
from resources.models import ActivitiesPage, Citation
citations = list(Citation.objects.values())
categories = [dict(block.value, activities=len(block.value["activities"])) for page in ActivitiesPage.objects.live()
              for block in page.body if block.block_type == "category"]
print(json.dumps({"citations": citations, "categories": categories}))
"""


@pytest.fixture(scope="module")
def kept(demo_site):
    """What the admin holds of readings and categories of activities."""
    return json.loads(demo_site.manage("shell", "--no-imports", "--command", KEPT).splitlines()[-1])


def test_readings_without_a_title_are_kept_with_the_reason(kept, facts):
    readings = [fact for fact in held_back(facts) if "citation" in fact]
    assert len(readings) == 5
    for fact in readings:
        (row,) = [
            row
            for row in kept["citations"]
            if all(normal(row[part]) == normal(str(value)) for part, value in fact["citation"].items())
        ]
        assert row["title"] == ""
        assert fact["seed_file"] in row["editors_note"]
        assert f"line {fact['seed_lines']})" in row["editors_note"]


def test_the_place_of_publication_is_kept(kept, facts):
    (place,) = [fact["citation"]["place"] for fact in published(facts) if "place" in fact.get("citation", {})]
    assert [row["title"] for row in kept["citations"] if row["place"] == place] == [
        "Pay it forward: Mentoring new information professionals"
    ]


def test_resource_without_a_link_is_kept_with_the_reason(kept):
    (row,) = [row for row in kept["citations"] if row["container"] == "ALSC Mentoring Program participants"]
    assert row["title"] == ""
    assert "line 56)" in row["editors_note"]


def test_category_without_activities_is_kept_with_the_reason(kept):
    (category,) = [row for row in kept["categories"] if row["heading"] == "Participate in Association Events"]
    assert category["activities"] == 0
    assert "line 52)" in category["editors_note"]


def texts(data):
    """Every string in nested data, with text that is itself JSON (a page's blocks) taken apart."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from texts(value)
    elif isinstance(data, str):
        if data[:1] in ("[", "{") and data[-1:] in ("]", "}"):
            try:
                yield from texts(json.loads(data))
                return
            except ValueError:
                pass
        yield data


def test_no_fault_of_the_capture_is_stored(demo_site, forbidden):
    stored = demo_site.manage("dumpdata", "home", "programs", "resources", "wagtailcore")
    found = [(fault, text) for text in texts(json.loads(stored)) for fault in forbidden if fault in text]
    assert found == []
    assert "\N{NO-BREAK SPACE}" not in stored
