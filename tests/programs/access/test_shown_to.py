"""Who sees which answer. Nobody sees one by default."""

import pytest

from programs.access.shown_to import Audience, answered, by_section, differing, exported
from programs.models import Application, Call, FormVersion, Program, Receipt, Round


def question(key, **more):
    return {"type": "short_text", "key": key, "label": key, "hint": "", "why": "", "required": True} | more


VERSION = FormVersion(
    sections=[
        {
            "heading": "You",
            "intro": "",
            "questions": [
                question("work"),
                {"type": "statement", "text": "<p>Now the rest.</p>"},
                question("needs", shown_to=["coordinator"]),
                question("goals", shown_to=["coordinator", "reader", "partner"]),
                question("city", shown_to=["public"]),
                question("secret", shown_to=[]),
            ],
        }
    ]
)
ANSWERS = {key: f"My {key}" for key in ("work", "needs", "goals", "city", "secret")}
CALL = Call(round=Round(program=Program()))
SENT = [Application(call=CALL, version=VERSION, answers=ANSWERS), Receipt(call=CALL, version=VERSION, answers=ANSWERS)]


@pytest.mark.parametrize("show", [answered, by_section, exported])
def test_nobody_is_an_audience_by_default(show):
    with pytest.raises(TypeError):
        show(SENT[0])
    with pytest.raises(TypeError):
        show(SENT[0], Audience.APPLICANT)


@pytest.mark.parametrize("nobody", [None, "", "observer", "everybody"])
@pytest.mark.parametrize("show", [answered, exported])
def test_an_audience_that_is_none_sees_nothing(show, nobody):
    """Observers of a committee among them."""
    with pytest.raises(ValueError, match="not a valid Audience"):
        show(SENT[0], to=nobody)


@pytest.mark.parametrize("sent", SENT, ids=["application", "receipt"])
@pytest.mark.parametrize(
    ("audience", "keys"),
    [
        ("applicant", ["work", "needs", "goals", "city", "secret"]),
        ("coordinator", ["work", "needs", "goals"]),
        ("reader", ["work", "goals"]),
        ("anonymous", ["work", "goals"]),
        ("partner", ["goals"]),
        ("public", ["city"]),
    ],
)
def test_an_answer_is_for_whom_its_question_names_and_else_for_the_committee(sent, audience, keys):
    assert answered(sent, to=Audience(audience)) == [(key, [f"My {key}"]) for key in keys]
    assert exported(sent, to=Audience(audience)) == [(key, key, f"My {key}") for key in keys]


def test_every_audience_is_decided_about():
    assert set(Audience) == {"applicant", "coordinator", "reader", "partner", "public", "subject", "anonymous"}


def test_several_choices_are_told_apart_in_one_cell():
    labels = ["Storytime", "Equity, Diversity and Inclusion"]
    several = question("topics", choices=[{"key": str(n), "label": label} for n, label in enumerate(labels)])
    version = FormVersion(sections=[{"questions": [several | {"type": "choose_several"}]}])
    ((_key, _label, cell),) = exported(Application(version=version, answers={"topics": ["0", "1"]}), to="reader")
    assert cell == "Storytime; Equity, Diversity and Inclusion"


@pytest.mark.parametrize("audience", Audience)
def test_sections_and_differences_hold_what_the_audience_sees_and_nothing_else(audience):
    seen = [label for label, _lines in answered(SENT[0], to=audience)]
    sections = by_section(SENT[0], to=audience)
    assert [label for _n, _heading, told in sections for label, _lines in told] == seen
    later = Receipt(
        call=SENT[0].call, version=VERSION, answers={key: f"{answer} now" for key, answer in ANSWERS.items()}
    )
    changed = differing(SENT[1], later, to=audience)
    assert [(label, after) for label, _before, after in changed] == [(label, [f"My {label} now"]) for label in seen]
    assert differing(SENT[1], SENT[0], to=audience) == []
