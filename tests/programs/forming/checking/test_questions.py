"""Each check points at the question it is about, and leaves ordinary questions alone."""

import pytest
import time_machine

from portal.checks.walking.pages import findings_of
from tests.programs.forming.conftest import SECTION, question, section

pytestmark = pytest.mark.django_db

FIRST = f"sections.{SECTION}.questions.33333333-0000-0000-0000-000000000000"


def told(form):
    return [finding.what for finding in findings_of(form)]


def test_an_ordinary_form_has_no_findings(form_of):
    several = question("What do you like?", "choose_several", choices=[{"label": "Storytime", "key": "a"}])
    assert not told(form_of(question(), question("Your hopes?", "long_text", most_words=200), several))


@pytest.mark.parametrize(
    ("odd", "words"),
    [
        (question(sensitive=True), "does not say who sees the answer"),
        (question(sensitive=True, required=True, why="The coordinator, for a ramp."), "without being required"),
        (question(shown_to=["public"]), "Everybody may read the answer"),
        (question("Your full name"), "The name is asked first"),
        (question("Nombre y apellidos"), "The name is asked first"),
        (question("What is your email address?", "email"), "The email address is asked first"),
        (question("Correo electrónico"), "The email address is asked first"),
        (question(shown_if={"question": "Do you work?", "answers": "Yes"}), "after an answer that no question"),
        (question("Will you be at ALA Annual 2024?"), "“Annual 2024” has gone by."),
        (question(hint="For the cohort of otoño de 2025."), "“otoño de 2025” has gone by."),
    ],
)
@time_machine.travel("2026-11-22")
def test_what_is_odd_is_told_at_its_question(form_of, odd, words):
    (finding,) = findings_of(form_of(odd))
    assert words in finding.what
    assert odd["value"]["label"] in finding.where
    assert finding.path == FIRST
    assert finding.anchor == "block-33333333-0000-0000-0000-000000000000-section"


@pytest.mark.parametrize(
    "label",
    ["Name of your library", "Nombre de su biblioteca", "Email of your supervisor", "Your supervisor’s name"],
)
def test_names_and_addresses_of_others_are_no_second_asking(form_of, label):
    assert not told(form_of(question(label)))


@pytest.mark.parametrize("purpose", ["reference", "check-in", "evaluation"])
def test_only_applicants_are_asked_their_name_first(form_of, purpose):
    assert not told(form_of(question("Your name"), purpose=purpose))


@time_machine.travel("2026-11-22")
def test_this_year_and_plain_years_are_left_alone(form_of):
    assert not told(form_of(question("Will you be at ALA Annual 2026?"), question("Since 2019, what did you do?")))


def test_a_condition_on_a_later_question_is_told_and_keeps_the_form_from_being_published(form_of):
    early = question(shown_if={"question": "later", "answers": "Yes"})
    form = form_of(early, question("Do you work?", "yes_no", "later"))
    assert told(form) == ["It is to show after an answer that no question before it can have."]
    assert len(list(form.faults())) == 1


def test_a_section_that_shows_after_nothing_is_told(form_of):
    lost = section(question(), shown_if={"question": "Do you work?", "answers": "Yes"})
    (finding,) = findings_of(form_of(sections=[lost]))
    assert (finding.where, finding.path) == ("Section “Your work”", f"sections.{SECTION}")


def test_two_questions_in_the_same_words_are_told_with_where_the_first_stands(form_of):
    second = section(question("Where  do you WORK?"), heading="Again") | {"id": SECTION.replace("1", "9")}
    (finding,) = findings_of(form_of(sections=[section(question()), second]))
    assert "a question of “Your work”" in finding.what
    assert "Again" in finding.where


@pytest.mark.parametrize(("count", "odd"), [(25, False), (26, True)])
def test_more_than_25_questions_are_told(form_of, count, odd):
    said = told(form_of(*(question(f"Question {chr(65 + n)}?") for n in range(count))))
    assert said == (["The form asks 26 questions; above 25 many people give up."] if odd else [])
