"""The wish to be matched with somebody: it names a person who was not asked."""

import pytest

from programs.access.shown_to import Audience, answered, exported
from programs.forms.questions import QUESTIONS
from programs.forms.sections import Questions
from programs.models import Application, Call, FormVersion, Program, Round
from tests.programs.forms.questions.asking import definition, outcome, page, parts, reading

WISH = definition("partner_wish", required=False)


def defined(**value):
    given = {"label": "With whom?", "hint": "", "why": "", "required": False, "key": "partner"} | value
    block = Questions()
    (child,) = block.to_python([{"type": "partner_wish", "value": given, "id": "1"}])
    return child.block.definition(child, set())


def test_a_wish_is_kept_as_one_answer_of_a_name_and_where():
    kept = outcome(WISH, parts(name=" Sample Mentor ", where="sample@example.org"))
    assert kept == {"name": "Sample Mentor", "where": "sample@example.org"}
    assert reading(WISH, kept) == ["Sample Mentor", "sample@example.org"]
    assert outcome(WISH, parts(name="Sample Mentor")) == {"name": "Sample Mentor"}


def test_whereabouts_of_nobody_are_asked_for_their_name():
    assert outcome(WISH, parts(where="A library")) == "Enter the name"


def test_it_is_said_that_a_wish_is_no_promise():
    assert "This is a wish and no promise" in page(WISH)


def test_it_counts_in_matching_unless_an_editor_says_otherwise():
    assert defined()["in_matching"] is True
    assert defined(in_matching=False)["in_matching"] is False


@pytest.mark.parametrize("wanted", [[], ["public"], ["partner", "public"]])
def test_nobody_but_the_committee_ever_sees_it(wanted):
    asked = defined(shown_to=wanted)
    call = Call(round=Round(program=Program()))
    version = FormVersion(sections=[{"questions": [asked]}])
    sent = Application(call=call, version=version, answers={"partner": {"name": "Sample"}})
    seen = {to for to in Audience if answered(sent, to=to)}
    assert seen == {Audience.APPLICANT, Audience.COORDINATOR, Audience.READER}
    assert [key for key, _label in QUESTIONS["partner_wish"]().child_blocks["shown_to"].field.choices] == [
        "coordinator",
        "reader",
    ]


def test_coordinators_alone_may_see_it():
    asked = defined(shown_to=["coordinator"])
    sent = Application(version=FormVersion(sections=[{"questions": [asked]}]), answers={"partner": {"name": "Sample"}})
    assert not answered(sent, to=Audience.READER)


@pytest.mark.parametrize("answers", [{"partner": {"name": "Sample Mentor"}}, {"partner": None}])
def test_in_a_spreadsheet_it_has_two_columns_answered_or_not(answers):
    version = FormVersion(sections=[{"questions": [defined(label="With whom?")]}])
    rows = exported(Application(version=version, answers=answers), to=Audience.COORDINATOR)
    assert [(key, str(label)) for key, label, _cell in rows] == [
        ("partner_name", "With whom?: Name"),
        ("partner_where", "With whom?: Their email address or library"),
    ]
    assert [cell for _key, _label, cell in rows] == [(answers["partner"] or {}).get("name", ""), ""]


def test_an_address_has_a_column_for_each_part_that_was_asked():
    asked = definition("contact", parts=["city", "country"])
    version = FormVersion(sections=[{"questions": [asked]}])
    rows = exported(Application(version=version, answers={"topic": {"city": "Springfield"}}), to=Audience.READER)
    assert [(key, cell) for key, _label, cell in rows] == [("topic_city", "Springfield"), ("topic_country", "")]
