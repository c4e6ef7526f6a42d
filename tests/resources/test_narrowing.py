"""A reader chooses entries for one side or on one topic, in the address of the page and without a script."""

import re

import pytest
from lxml import html

from resources.models import EventPage, EventsPage, ForWhom
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


def shown(client, page, query=""):
    answer = client.get(page.url + query)
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def texts(tree, path):
    return [" ".join(each.text_content().split()) for each in tree.xpath(path)]


def titles(tree):
    return [re.search(r"Title \w+", text).group() for text in texts(tree, "//ul[@class='reading']/li")]


def addresses(tree, path):
    return tree.xpath(f"{path}//a/@href")


def by_label(tree):
    return {select.xpath("string(../label)"): texts(select, "option") for select in tree.xpath("//main//form//select")}


@pytest.fixture
def several():
    """Four readings in two groups: for mentors, for mentees and for both; two topics."""
    leading, storytime = topic("Leadership", "Liderazgo"), topic("Storytime", "Hora del cuento")
    return reading_list(
        readings(
            (article("Title A", leading), {"for_whom": ForWhom.MENTOR}),
            (article("Title B", leading, storytime), {"for_whom": ForWhom.MENTEE}),
            heading="First group",
            intro="Begin here.",
        ),
        readings(article("Title C"), (article("Title D"), {"for_whom": ForWhom.MENTOR}), heading="Second group"),
    )


@pytest.mark.parametrize(
    ("query", "left", "told"),
    [
        ("?for=mentor", ["Title A", "Title C", "Title D"], "3 of 4 readings"),
        ("?for=mentee", ["Title B", "Title C"], "2 of 4 readings"),
        ("?topic=leadership", ["Title A", "Title B"], "2 of 4 readings"),
        ("?for=mentee&topic=leadership", ["Title B"], "1 of 4 readings"),
        ("?for=mentor&topic=leadership&utm_source=letter", ["Title A"], "1 of 4 readings"),
        ("?for=everybody&topic=storytime", ["Title B"], "1 of 4 readings"),
    ],
)
def test_what_is_for_both_sides_is_for_each_and_choices_apply_together(client, several, query, left, told):
    tree = shown(client, several, query)
    assert titles(tree) == left
    assert texts(tree, "//main//strong") == [told]
    assert f": {told} – " in tree.findtext("head/title")


@pytest.mark.parametrize("query", ["", "?for=everybody", "?topic=nonsense", "?for=both", "?page=2"])
def test_without_a_choice_everything_stands_in_its_order_and_nothing_is_counted(client, several, query):
    tree = shown(client, several, query)
    assert titles(tree) == ["Title A", "Title B", "Title C", "Title D"]
    assert texts(tree, "//main//h2") == ["First group", "Second group"]
    assert not tree.find_class("found")
    assert tree.findtext("head/title").startswith("Readings – ")


def test_a_group_that_the_choice_empties_shows_neither_heading_nor_introduction(client, several):
    tree = shown(client, several, "?topic=storytime")
    assert texts(tree, "//main//h2") == ["First group"]
    assert "Begin here." in shown(client, several, "?topic=storytime").text_content()
    assert "Begin here." not in shown(client, several, "?for=mentor&topic=storytime").text_content()


def test_the_form_offers_sides_and_topics_and_keeps_what_was_chosen(client, several):
    assert by_label(shown(client, several)) == {
        "For whom": ["All", "For mentors", "For mentees"],
        "Topic": ["All", "Leadership", "Storytime"],
    }
    chosen = shown(client, several, "?for=mentee&topic=storytime").xpath("//main//option[@selected]/@value")
    assert chosen == ["mentee", "storytime"]


def test_each_choice_can_be_taken_off_and_all_at_once(client, several):
    assert addresses(shown(client, several, "?for=mentee&topic=storytime"), "//ul[@class='chosen']") == [
        f"{several.url}?topic=storytime",
        f"{several.url}?for=mentee",
        several.url,
    ]
    assert addresses(shown(client, several, "?for=mentee"), "//ul[@class='chosen']") == [several.url]


def test_a_choice_that_leaves_nothing_says_so_and_names_the_ways_out(client, several):
    tree = shown(client, several, "?for=mentor&topic=storytime")
    assert texts(tree, "//main//strong") == ["0 of 4 readings"]
    assert texts(tree, "//div[@class='narrowing']/ul/li") == [
        "1 of 4 readings without “For mentors”",
        "3 of 4 readings without “Storytime”",
    ]
    assert addresses(tree, "//div[@class='narrowing']/ul") == [
        f"{several.url}?topic=storytime",
        f"{several.url}?for=mentor",
    ]
    assert "citations.ris" not in html.tostring(tree, encoding="unicode")


def test_only_filters_with_an_effect_are_there(client):
    only = topic("Only")
    same = reading_list(readings(article("Title A", only), article("Title B", only)))
    assert by_label(shown(client, same)) == {}
    alone = reading_list(readings((article("Title A"), {"for_whom": ForWhom.MENTOR})))
    assert by_label(shown(client, alone)) == {}
    mentors = reading_list(readings((article("Title A"), {"for_whom": ForWhom.MENTOR}), article("Title B")))
    assert by_label(shown(client, mentors)) == {"For whom": ["All", "For mentors", "For mentees"]}
    apart = reading_list(readings(article("Title A", only), article("Title B")))
    assert by_label(shown(client, apart)) == {"Topic": ["All", "Only"]}


def test_topics_of_what_is_held_back_are_not_offered(client):
    hidden = article("Title C", topic("Hidden"), draft=True)
    page = reading_list(readings(article("Title A", topic("Shown")), article("Title B"), hidden))
    assert by_label(shown(client, page)) == {"Topic": ["All", "Shown"]}


def test_empty_fields_of_the_form_leave_the_address(client, several):
    answer = client.get(several.url, {"for": "", "topic": "leadership"})
    assert (answer.status_code, answer["Location"]) == (302, f"{several.url}?topic=leadership")
    answer = client.get(several.url, {"for": "", "topic": ""})
    assert (answer.status_code, answer["Location"]) == (302, several.url)


def test_search_engines_know_one_address_whatever_is_chosen(client, several):
    tree = shown(client, several, "?for=mentee&topic=storytime")
    (canonical,) = tree.xpath("//link[@rel='canonical']/@href")
    assert canonical.endswith(several.url)
    assert not [address for address in tree.xpath("//link[@rel='alternate']/@href") if "?" in address]
    assert not [address for address in tree.xpath("//meta[@property='og:url']/@content") if "?" in address]


def test_the_other_language_keeps_the_choice_in_its_own_words(client, several):
    translation = spanish(several)
    tree = shown(client, several, "?for=mentee&topic=storytime")
    (address,) = tree.xpath("//nav[@class='languages']//a/@href")
    assert address == f"{translation.url}?for=mentee&topic=storytime"
    tree = shown(client, translation, "?for=mentee&topic=storytime")
    assert titles(tree) == ["Title B"]
    assert "Hora del cuento" in texts(tree, "//ul[@class='chosen']/li")[1]


@pytest.mark.parametrize("ending", ["ris", "bib", "json"])
def test_what_is_shown_is_what_is_taken(client, several, ending):
    tree = shown(client, several, "?for=mentee&topic=leadership")
    (address,) = [found for found in tree.xpath("//main//a/@href") if f"/citations.{ending}" in found]
    taken = client.get(address).content.decode()
    assert "Title B" in taken
    assert not re.search("Title [ACD]", taken)
    everything = client.get(address.partition("?")[0]).content.decode()
    assert all(f"Title {letter}" in everything for letter in "ABCD")


def test_data_for_search_engines_lists_what_is_shown(client, several):
    assert '"numberOfItems": 1' in client.get(several.url + "?topic=storytime").content.decode()


def test_goals_are_for_somebody_and_about_something(client):
    page = goals_page(
        goals(goal("Lead a meeting", topic("Leadership"), for_whom=ForWhom.MENTEE), goal("Listen")),
        goals(goal("Give advice", for_whom=ForWhom.MENTOR), heading="For later"),
    )
    tree = shown(client, page, "?for=mentee")
    assert texts(tree, "//main//li[not(ancestor::*[@class='chosen'])]") == [
        "Lead a meeting For mentees · Topics: Leadership",
        "Listen",
    ]
    assert texts(tree, "//main//strong") == ["2 of 3 goals"]
    assert "For later" not in tree.text_content()


def test_events_among_activities_are_chosen_by_their_topics(client):
    calendar = home().add_child(instance=EventsPage(title="Calendar"))
    leading = topic("Leadership")
    forum, fair = (
        calendar.add_child(instance=EventPage(title=title, starts="2030-01-01", ends="2030-01-01"))
        for title in ("Forum", "Fair")
    )
    forum.topics.set([leading])
    forum.save()
    page = activities_page(category(activity("Talk", topics=[leading]), activity("Walk")), events(forum, fair))
    tree = shown(client, page, "?topic=leadership")
    assert texts(tree, "//main//strong") == ["2 of 4 activities"]
    assert texts(tree, "//ul[@class='events']//h3") == ["Forum"]
    assert "Walk" not in tree.text_content()


def test_one_is_counted_as_one(client):
    page = goals_page(goals(goal("Listen", topic("Talk"))), goals(goal("Speak")))
    assert texts(shown(client, page, "?topic=talk"), "//main//strong") == ["1 of 2 goals"]
