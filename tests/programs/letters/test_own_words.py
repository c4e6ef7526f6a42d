import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from programs.letters.writing import STATUS_LINK, render, write, write_all
from programs.models import Application, Letter, LetterText
from tests.factories import make_application, make_call, make_program, make_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    return make_application(name="Sample Person")


def own(application, kind="accept", language="en", **fields):
    defaults = {"subject": "Welcome to {program}", "body": "{greeting}\n\nYou are in, {role}.\n\n{sentence}\n\n{link}"}
    return LetterText.objects.create(program=application.program, kind=kind, language=language, **defaults | fields)


def test_a_program_says_it_in_its_own_words(application):
    own(application)
    subject, body = render("accept", application)
    assert subject == f"Welcome to {application.program.name}"
    assert body == f"Dear Sample Person,\n\nYou are in, mentee.\n\n{STATUS_LINK}\n"


def test_other_kinds_languages_and_programs_keep_the_portals_words(application):
    own(application, language="es")
    own(make_application(make_call(make_program())))
    assert "Good news" in render("accept", application)[1]
    own(application)
    assert "You are in" in render("accept", application)[1]
    assert "We are sorry" in render("decline", application)[1]


def test_an_empty_text_says_what_the_portal_says(application):
    own(application, subject="", body="")
    assert "Good news" in render("accept", application)[1]


def test_the_sign_off_ends_every_letter(application):
    own(application, kind="signoff", body="Warmly,\nThe committee of {program}")
    for kind in ("accept", "withdrawn", "link"):
        assert render(kind, application)[1].endswith(f"\nWarmly,\nThe committee of {application.program.name}\n")


@pytest.mark.parametrize("whole", [True, False])
def test_a_round_adds_its_sentence_to_both_texts(application, whole):
    if whole:
        own(application)
    round = application.call.round
    own(application, round=round, subject="", body="The {round} begins with a call on Zoom.")
    own(application, round=make_round(application.program), subject="", body="Another round.")
    body = render("accept", application)[1]
    assert f"\n\nThe {round.name} begins with a call on Zoom.\n\n" in body
    assert "Another round" not in body
    assert "begins with a call" not in render("decline", application)[1]


def test_what_has_nothing_to_say_takes_its_paragraph_along(application):
    own(application, body="{greeting}\n\nMentoring begins on {starts}.\nBe there.\n\n{link}")
    assert render("accept", application)[1] == f"Dear Sample Person,\n\n{STATUS_LINK}\n"


def test_braces_in_what_was_typed_are_no_placeholders(application):
    own(application, kind="ask", body="{greeting}\n\n{question}\n\n{link}")
    body = render("ask", application, question="Why {reference}, {status_link} and {{ x }}?")[1]
    assert "Why {reference}, (status_link) and {{ x }}?" in body
    assert body.count(STATUS_LINK) == 1


def test_answers_stand_in_an_own_text_without_addresses(application):
    own(application, kind="received", body="{greeting}\n\n{prove}\n\n{reference}\n\n{answered}\n\n{link}")
    body = render("received", application, answered=[("Goals", ["one\nsee example.net"])])[1]
    assert "Goals\n> one\n> see [web address left out]\n\n" in body
    application.proven_at = timezone.now()
    assert "press the button" not in render("received", application, answered=[])[1]


def test_many_letters_are_written_in_as_many_queries_as_few():
    call = make_call()
    own(make_application(call))
    for _ in range(5):
        make_application(call)
    rows = list(Application.objects.with_program())
    counted = []
    for some in (rows[:2], rows):
        with CaptureQueriesContext(connection) as queries:
            letters = write_all([("accept", row, {}) for row in some])
        counted.append(len(queries))
        assert [letter.about for letter in letters] == [row.about for row in some]
        assert all(letter.pk and "You are in" in letter.body for letter in letters)
    assert counted[0] == counted[1] <= 4
    alone = write("accept", rows[0])
    same = Letter.objects.filter(about=rows[0].about).exclude(pk=alone.pk).first()
    assert (same.subject, same.body, same.to, same.language) == (alone.subject, alone.body, alone.to, alone.language)


def test_what_strangers_can_cause_is_not_written_in_bulk(application):
    with pytest.raises(ValueError, match="one by one"):
        write_all([("link", application, {})])
