"""What questions of several controls share, and each of them."""

import re

import pytest
from django.utils.translation import override

from programs.forms.questions import QUESTIONS
from tests.programs.forms.questions.asking import definition, form_of, outcome, page, parts, reading

ADDRESS = {"street": "12 Elm Street\r\nApt. 3", "city": "Springfield", "region": "IL", "postal__code": "62701"}


def test_parts_that_are_wrong_say_so_beside_themselves_and_the_summary_leads_to_the_first():
    html = page(definition("contact"), parts(street="12 Elm Street", city="x" * 201))
    assert re.findall(r'<a href="([^"]+)">([^<]+)</a>', html) == [
        ("#id_q-topic_city", "Use at most 200 characters; this has 201")
    ]
    assert html.count("Enter the country") == 1
    assert html.count("this has 201") == 2
    assert 'aria-describedby="id_q-topic_city_error"' in html


def test_what_is_wrong_with_one_answer_is_not_said_of_the_next():
    """A form of a class is made anew for each request, its fields are copies."""
    question = definition("contact")
    made = type(form_of(question))
    wrong, right = made(form_of(question, parts(city="x")).data), made(form_of(question, parts(**ADDRESS)).data)
    assert wrong.errors
    assert right["q-topic"].field.widget.wrong == {}


@pytest.mark.parametrize("kind", ["contact", "short_answers", "languages", "availability"])
def test_nothing_at_all_is_one_error_of_the_question(kind):
    html = page(definition(kind), {})
    assert html.count('class="errors"') == 1
    assert "aria-invalid" not in html


@pytest.mark.parametrize("kind", ["contact", "short_answers", "languages", "availability"])
def test_spaces_are_no_answer(kind):
    question = definition(kind, required=False)
    names = [name for name in re.findall(r'name="([^"]+)"', page(question)) if not name.endswith("_slots")]
    assert not outcome(question, dict.fromkeys(names, "  "))


def test_an_address_is_kept_by_part_and_reads_as_on_an_envelope():
    question = definition("contact")
    kept = outcome(question, parts(country="USA", **ADDRESS))
    assert kept == {
        "street": "12 Elm Street\nApt. 3",
        "city": "Springfield",
        "region": "IL",
        "postal-code": "62701",
        "country": "USA",
    }
    assert reading(question, kept) == ["12 Elm Street", "Apt. 3", "Springfield, IL 62701", "USA"]


def test_every_part_of_an_address_is_known_to_browsers():
    html = page(definition("contact", parts=["given-name", "street", "city", "postal-code", "phone"]))
    found = re.findall(r'autocomplete="([^"]+)"', html)
    assert found == ["given-name", "street-address", "address-level2", "postal-code", "tel"]


def test_short_answers_are_kept_as_a_list_without_gaps():
    question = definition("short_answers", most=3)
    assert outcome(question, parts(**{"1": "", "2": " Emma ", "3": "Dune"})) == ["Emma", "Dune"]
    assert outcome(question, parts(**{"2": "x" * 301})) == "Use at most 300 characters; this has 301"


def test_a_language_is_kept_by_its_code_and_reads_in_every_language():
    question = definition("languages")
    with override("es"):
        kept = outcome(question, parts(language1="ESPAÑOL", level1="first", language2="Quechua", level2="basic"))
    assert kept == [["es", "first"], ["Quechua", "basic"]]
    assert reading(question, kept) == ["Spanish – First language", "Quechua – Basic: simple words"]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"language1": "spanish"}, "Choose how well you know Spanish"),
        ({"level2": "first"}, "Enter the language that you know this well"),
        ({"language1": "Spanish", "level1": "best"}, "Choose how well you know this language"),
    ],
)
def test_half_of_a_language_is_asked_for(sent, told):
    assert outcome(definition("languages"), parts(**sent)) == told


def test_a_week_is_kept_in_order_and_reads_day_by_day():
    question = definition("availability")
    sent = parts(zone="America/Chicago", slots=["fri-evening", "mon-evening", "mon-morning", "mon-morning"])
    kept = outcome(question, sent)
    assert kept == {"zone": "America/Chicago", "slots": ["mon-morning", "mon-evening", "fri-evening"]}
    assert reading(question, kept) == [
        "Monday: morning (8 to 12), evening (5 to 9)",
        "Friday: evening (5 to 9)",
        "Time zone: Central (Chicago, Houston, Winnipeg)",
    ]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"slots": ["mon-morning"]}, "Choose your time zone"),
        ({"slots": ["mon-morning"], "zone": "Mars/Olympus"}, "Choose your time zone"),
        ({"zone": "America/Chicago"}, "Tick at least one time of the week"),
        ({"zone": "America/Chicago", "slots": ["mon-night"]}, "Tick at least one time of the week"),
    ],
)
def test_half_of_a_week_is_asked_for(sent, told):
    html = page(definition("availability"), parts(**sent))
    assert re.findall(r'<a href="#[^"]+">([^<]+)</a>', html) == [told]
    assert html.count(" checked") == len([slot for slot in sent.get("slots", []) if slot == "mon-morning"])


def test_every_box_of_a_week_has_its_day_and_its_time_for_a_name():
    html = page(definition("availability"))
    labels = [
        re.sub(r"<[^>]+>", "", label) for label in re.findall(r"<label for=\"id_q-topic_slots[^>]+>(.*?)</label>", html)
    ]
    assert len(labels) == len(set(labels)) == 21
    assert "Monday, Morning 8 to 12" in labels
    assert html.count('scope="row"') == 7


def test_what_was_typed_reads_in_words_even_where_it_is_wrong():
    question, kind = definition("availability"), QUESTIONS["availability"]
    data = form_of(question, parts(zone="America/Chicago", slots=["mon-morning", "mon-night"])).data
    assert kind.typed(question, kind.raw(data, "q-topic")) == [
        "Central (Chicago, Houston, Winnipeg)",
        "Monday: Morning",
        "mon-night",
    ]


def test_a_zone_that_is_offered_no_more_still_reads():
    assert reading(definition("availability"), {"zone": "Asia/Tbilisi", "slots": []}) == ["Time zone: Tbilisi time"]
