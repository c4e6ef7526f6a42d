"""Forms differ by what they are for, not by another builder: only those for applications are asked by calls."""

import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from portal.checks.walking.pages import findings_of
from programs.forming.exchange.raw import raw_sections
from programs.forming.sets.ready import long, one, question, section, several, text
from programs.forms.purposes import Purpose, asked_first
from tests.factories import make_call, make_form, make_program, make_round, make_user
from tests.programs.references.making import REFERENCE, WHO, make_asking_call

pytestmark = pytest.mark.django_db

OTHERS = [purpose for purpose in Purpose if purpose != Purpose.APPLICATION]
SCALE = [("very", "Very satisfied"), ("quite", "Satisfied"), ("so", "Neither"), ("not", "Not satisfied"), ("na", "N/A")]


def evaluation():
    """A survey at the end of a mentoring year as associations send it: 18 fields."""
    return [
        section(
            "You and your pair",
            "",
            one("role", "In which role did you take part?", ("mentor", "Mentor"), ("mentee", "Mentee"), required=True),
            question("yes_no", "first", "Was it your first time in a mentoring program?"),
            one("met", "How often did you meet?", ("week", "Weekly"), ("month", "Monthly"), ("less", "Less often")),
            several(
                "ways", "By which ways did you meet?", ("video", "Video"), ("phone", "Phone"), ("person", "In person")
            ),
            text("hours", "About how many hours did you spend in all?"),
        ),
        section(
            "How it was",
            "Say how satisfied you were.",
            *(one(key, f"How satisfied were you with {what}?", *SCALE) for key, what in SATISFIED),
        ),
        section(
            "What came of it",
            "",
            question("yes_no", "reached", "Did you reach the goals that you set?"),
            long("why-not", "What stood in the way?", most=200) | {"shown_if": {"key": "reached", "answers": ["no"]}},
            long("best", "What was the best of it?", most=200),
            long("change", "What should we change?", most=200),
            question("yes_no", "again", "Would you take part again?"),
            question("yes_no", "recommend", "Would you recommend the program to a colleague?"),
            question("yes_no", "quote", "May we quote you without your name?"),
            long("else", "Anything else?", most=300),
        ),
    ]


SATISFIED = [
    ("match", "the match"),
    ("training", "the orientation"),
    ("material", "the handbook"),
    ("staff", "the help of the coordinators"),
    ("length", "the length of the program"),
]


def test_an_evaluation_of_18_fields_is_built_with_the_same_questions():
    form = make_form(make_program(), purpose="evaluation", sections=raw_sections(evaluation()))
    version = form.version()
    assert len(version.asked) == 18
    assert version.sections == evaluation()
    assert not list(form.faults())
    assert not findings_of(form)
    kept = version.kept({"reached": "yes", "best": "My mentor", "ways": ["video", "phone"]})
    assert kept["ways"] == ["video", "phone"]
    asked = [row["key"] for _section, rows in version.shown(kept) for row in rows]
    assert "why-not" not in asked
    assert "why-not" in [row["key"] for _section, rows in version.shown(kept | {"reached": "no"}) for row in rows]


@pytest.mark.parametrize("purpose", OTHERS)
def test_a_call_takes_no_form_that_is_for_something_else(client, purpose):
    program = make_program()
    call = make_call(program, form=make_form(program, purpose=purpose, title="Not for calls"))
    with pytest.raises(ValidationError) as refused:
        call.full_clean()
    assert "form" in refused.value.message_dict
    client.force_login(make_user(superuser=True))
    shown = client.get(reverse("round:edit", args=[make_round(program).pk])).content.decode()
    assert all(
        "Not for calls" not in select
        for select in re.findall(r'<select name="calls-\w+-form".*?</select>', shown, re.S)
    )
    assert re.search(r'<select name="calls-\w+-form"', shown)


def test_a_form_that_calls_ask_stays_one_for_applications():
    call = make_call()
    call.form.purpose = Purpose.EVALUATION
    assert list(call.form.faults()) == ["Calls ask this form, so that it is for applications."]


def test_only_applicants_are_asked_who_they_are():
    assert len(asked_first(Purpose.APPLICATION)) == 3
    assert not any(asked_first(purpose) for purpose in OTHERS)


def test_the_page_of_a_reference_form_offers_nothing_to_apply_to(client):
    call = make_asking_call()
    told = client.get(call.reference_form.url).content.decode()
    assert "What do they do well?" in told
    assert f"/apply/{call.slug}/" not in told
    assert "private link by letter" in told


@pytest.mark.parametrize("kind", ["file", "referee", "membership_number"])
def test_a_reference_asks_for_nothing_that_nobody_takes(kind):
    sections = json.loads(json.dumps(REFERENCE))
    sections[0]["value"]["questions"].append(WHO["value"]["questions"][0] | {"type": kind})
    form = make_form(make_program(), sections=sections, purpose="reference")
    assert [fault for fault in form.faults() if "cannot be asked in a reference" in fault]
    form.purpose = "application"
    assert not list(form.faults())


def test_the_purpose_of_a_form_stays_while_calls_ask_with_it():
    call = make_asking_call()
    form = call.reference_form
    form.purpose = "evaluation"
    assert any("references" in fault for fault in form.faults())
    form.purpose = "application"
    assert any("references" in fault for fault in form.faults())
    own = call.form
    own.purpose = "reference"
    assert any("for applications" in fault for fault in own.faults())
