"""Resource pages: what readers see of their entries, on every page that shows them."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html
from wagtail.models import PageViewRestriction, Site

from home.models import StandardPage
from resources.models import EventPage, EventsPage, ForWhom, ReadingSettings
from resources.smart import PROMPTS
from tests.factories import make_program, make_program_page
from tests.markup import undirected
from tests.resources.making import (
    activities_page,
    activity,
    article,
    category,
    events,
    goal,
    goals,
    goals_page,
    home,
    reading_list,
    readings,
    spanish,
    topic,
)

pytestmark = pytest.mark.django_db

HOSTILE = '<script>alert(1)</script> & "quoted"'


def text_of(client, page):
    answer = client.get(page.url)
    assert answer.status_code == 200
    return undirected(answer.content.decode())


def tree(client, page):
    return html.fromstring(text_of(client, page)).get_element_by_id("main")


def told(element):
    return " ".join(element.text_content().split())


def test_a_citation_without_a_title_stays_off_the_page(client):
    page = text_of(client, reading_list(readings(article("Ready Title"), article("", authors="Lacking, B."))))
    assert "Ready Title" in page
    assert "Lacking" not in page


def test_readings_stand_in_groups_with_what_the_list_says_of_them(client):
    first, second = article("First", topic("Leadership")), article("Second")
    page = tree(
        client,
        reading_list(
            readings((second, {"note": "Short."}), heading="To begin", intro="One evening each."),
            readings((first, {"note": "Long.", "for_whom": ForWhom.MENTOR}), heading="For later"),
        ),
    )
    assert [told(each) for each in page.xpath(".//h2")] == ["To begin", "For later"]
    assert told(page.xpath(".//h2/following-sibling::p")[0]) == "One evening each."
    assert [told(each) for each in page.xpath(".//p[@class='note']")] == [
        "Short.",
        "Long.",
        "For mentors · Topics: Leadership",
    ]


def test_a_category_without_activities_shows_no_heading_and_no_note(client):
    page = activities_page(
        category(activity("Make a list"), heading="Create!"), category(heading="Empty one", note="Lost in the source")
    )
    text = text_of(client, page)
    assert "Create!" in text
    assert "Empty one" not in text
    assert "Lost in the source" not in text


def test_activities_stand_in_two_levels_numbered_or_not(client):
    row = activity("Share your résumés", "Look at the layout", "Name the strengths")
    numbered, plain = tree(client, activities_page(category(row, numbered=True), category(row))).xpath(
        ".//div[@class='section']"
    )
    for group, kind in ((numbered, "ol"), (plain, "ul")):
        (outer,) = group.xpath(f"./{kind}/li")
        assert told(outer) == "Share your résumés Look at the layout Name the strengths"
        assert [told(each) for each in outer.xpath("./ul/li")] == ["Look at the layout", "Name the strengths"]


def test_an_activity_shows_where_it_leads_below_its_text(client):
    advice = home().add_child(instance=StandardPage(title="Good advice", slug="advice"))
    row = activity("Talk", {"text": "Read first", "citation": article("On talking")}, page=advice)
    page = tree(client, activities_page(category(row)))
    (outer,) = page.xpath(".//ul[@class='spaced']/li")
    assert [each.get("href") for each in outer.xpath("./p[@class='note']/a")] == ["/advice/"]
    assert told(outer.xpath("./p[@class='note']/a")[0]) == "Good advice"
    assert told(outer.xpath("./ul/li/p[@class='note']")[0]) == "On talking. (2020). Journal."


def test_a_citation_of_an_activity_follows_the_style_of_the_site(client):
    row = activity("Read", citation=article("On talking", authors="Sample, Ann"))
    page = activities_page(category(row))
    assert "Sample, A. (2020). On talking. " in told(tree(client, page))
    ReadingSettings.objects.filter(site=Site.objects.get()).update(style="mla")
    assert "Sample, Ann. “On Talking.”" in told(tree(client, page))


def test_what_readers_may_not_see_is_neither_linked_nor_named(client):
    draft, private = (
        home().add_child(instance=StandardPage(title=f"{kind} page", live=kind != "Draft"))
        for kind in ("Draft", "Private")
    )
    calendar = home().add_child(instance=EventsPage(title="Calendar"))
    day = date(2030, 1, 1)
    meeting = calendar.add_child(instance=EventPage(title="Private meeting", starts=day, ends=day))
    for each in (private, meeting):
        PageViewRestriction.objects.create(page=each, restriction_type="login")
    held_back = article("Held-back work", draft=True)
    row = activity("Talk", {"text": "Listen", "page": private}, page=draft, citation=held_back)
    text = text_of(client, activities_page(category(row), events(meeting, heading="Meetings")))
    assert "Talk" in text
    assert "Listen" in text
    assert not re.search("Draft page|Private|Held-back|Meetings", text)


def test_the_same_entry_stands_in_pages_of_two_programs(client):
    row = activity("Share your résumés", "Look at the layout")
    pages = [
        activities_page(category(row, heading=heading), parent=make_program_page(make_program()))
        for heading in ("Create!", "Together")
    ]
    row.text = "Exchange your résumés"
    row.save()
    for page, heading in zip(pages, ("Create!", "Together"), strict=True):
        assert f"{heading} Exchange your résumés Look at the layout" in told(tree(client, page))


def test_a_spanish_page_shows_spanish_texts_and_marks_what_is_not(client):
    row = activity("Talk", {"text": "Ask", "text_es": "Preguntar"}, "Listen", text_es="Conversar")
    row.topics.set([topic("Leadership", "Liderazgo")])
    advice = row.page = home().add_child(instance=StandardPage(title="Advice"))
    row.save()
    page = spanish(activities_page(category(row, activity("Walk", text_es="Caminar"))))
    entry = tree(client, page).xpath(".//ul[@class='spaced']/li")[0]
    assert "Conversar" in told(entry)
    assert "Liderazgo" in told(entry)
    assert [told(each) for each in entry.xpath(".//*[@lang='en']")] == ["Advice", "Listen"]
    translation = spanish(advice)
    entry = tree(client, page).xpath(".//ul[@class='spaced']/li")[0]
    assert entry.xpath("./p/a/@href") == [translation.url]
    assert [told(each) for each in entry.xpath(".//*[@lang='en']")] == ["Listen"]


def test_goals_stand_in_groups(client):
    page = tree(client, goals_page(goals(goal("Read more")), goals(goal("Write more"), heading="Later")))
    assert [told(each) for each in page.xpath(".//ul[@class='spaced']/li")] == ["Read more", "Write more"]
    assert [told(each) for each in page.xpath(".//h2")][:1] == ["Later"]


def test_five_questions_help_with_a_goal_of_ones_own_where_editors_want_them(client):
    page = goals_page(goals(goal("Read more")))
    asked = tree(client, page).xpath(".//dl/div")
    assert [(told(each.find("dt")), told(each.find("dd"))) for each in asked] == PROMPTS
    page.smart = False
    page.save()
    assert not tree(client, page).xpath(".//dl")


def test_a_page_of_goals_whose_rows_were_deleted_is_still_there(client):
    rows = [goal("Read more"), goal("Write more")]
    page = goals_page(goals(*rows, heading="Reading and writing"))
    for row in rows:
        row.delete()
    text = text_of(client, page)
    assert "Reading and writing" not in text
    assert "<h1>Goals</h1>" in text


def test_texts_of_entries_are_texts(client):
    about = topic("Hostile topic")
    about.name = HOSTILE
    about.save()
    other = topic("Other")
    cited = article(HOSTILE, about)
    pages = [
        reading_list(
            readings((cited, {"note": HOSTILE}), article("Other", other), heading=HOSTILE, intro=HOSTILE),
        ),
        goals_page(goals(goal(HOSTILE, about), goal("Other", other), heading=HOSTILE)),
        activities_page(
            category(
                activity(HOSTILE, HOSTILE, topics=[about], citation=cited),
                activity("Other", topics=[other]),
                heading=HOSTILE,
            )
        ),
    ]
    for page in pages:
        for query in ("", "?topic=hostile-topic", "?topic=%3Cscript%3Ealert(1)&for=%22%3E"):
            text = client.get(page.url + query).content.decode()
            assert "alert(1)" in text
            assert "<script>alert" not in text
            assert '"quoted"<' not in text.replace("application/ld+json", "")


def test_on_paper_a_page_names_its_address_and_what_was_chosen(client):
    page = goals_page(goals(goal("Read", topic("Leadership")), goal("Write")))
    (address,) = tree(client, page).xpath(".//article/p[@class='print-only soft']")
    assert told(address).endswith(page.url)
    chosen = html.fromstring(client.get(f"{page.url}?topic=leadership").content)
    assert told(chosen.xpath("//article/p[@class='print-only soft']")[0]).endswith(f"{page.url}?topic=leadership")


def many_readings(count):
    return reading_list(readings(*[article(f"T{n}", topic(f"Topic {n}")) for n in range(count)]))


def many_goals(count):
    return goals_page(goals(*[goal(f"G{n}", topic(f"Topic {n}")) for n in range(count)]))


def many_activities(count):
    calendar = home().add_child(instance=EventsPage(title=f"Calendar {count}"))
    pages = [
        calendar.add_child(instance=EventPage(title=f"{count} {n}", starts=date(2030, 1, 1), ends=date(2030, 1, 2)))
        for n in range(count)
    ]
    parts = [{"text": "Part", "page": page, "citation": article()} for page in pages]
    rows = [activity(f"A{n}", *parts, topics=[topic(f"Topic {n}")], page=page) for n, page in enumerate(pages)]
    return activities_page(category(*rows), events(*pages))


@pytest.mark.usefixtures("raised_at_once")
@pytest.mark.parametrize("make", [many_readings, many_goals, many_activities])
@pytest.mark.parametrize("query", ["", "?topic=topic-1"])
def test_query_count_does_not_grow_with_entries(client, make, query):
    def queries(count):
        address = make(count).url + query
        client.get(address)  # the first one stores the settings that a site has
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    assert queries(2) == queries(9)


def test_an_event_of_one_day_needs_no_last_day():
    calendar = home().add_child(instance=EventsPage(title="Calendar"))
    page = calendar.add_child(instance=EventPage(title="Forum", starts=date(2013, 11, 18)))
    assert page.ends == page.starts
