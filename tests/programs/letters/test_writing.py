import time
from datetime import timedelta

import pytest
from django.utils import timezone, translation

from programs.letters.applicants import APPLICATION
from programs.letters.writing import STATUS_LINK, UNASKED_A_DAY, render, write
from programs.models import Letter, letter_kinds
from tests.factories import make_application, make_call, make_program, make_round

pytestmark = pytest.mark.django_db

ABOUT_APPLICATIONS = [kind.name for kind in letter_kinds().values() if kind.matter == APPLICATION]
ANSWERED = [("Where do you work?", ["A public library"])]


@pytest.mark.parametrize("kind", ABOUT_APPLICATIONS)
def test_every_letter_names_the_application_and_holds_one_private_link(kind):
    application = make_application()
    subject, body = render(kind, application, answered=ANSWERED)
    assert application.reference in subject + body
    assert application.program.name in subject
    assert body.count(STATUS_LINK) == 1
    assert application.name in body
    assert "\n\n\n" not in body
    assert "\n" not in subject
    assert "&" not in subject + body


@pytest.mark.parametrize("kind", ABOUT_APPLICATIONS)
@pytest.mark.parametrize(
    "name",
    [
        "{status_link}",
        "Ann\r\nBcc: everybody@example.org",
        "{{ status_link }}",
        "Win at https://example.net/prize",
        "Ann \u2028Subject: other",
        "{{status_link}}",
    ],
)
def test_a_name_can_fake_neither_link_nor_head(kind, name):
    subject, body = render(kind, make_application(name=name), answered=[("Name", [name])])
    assert body.count(STATUS_LINK) == 1
    assert body.split(STATUS_LINK)[0].endswith("\n")
    assert name not in subject
    assert "\nBcc" not in body
    assert "\nSubject" not in body
    assert "example.net" not in body


def test_a_letter_greets_with_a_name_and_not_with_a_message():
    assert (
        "Dear Ana María J. Núñez-O’Neil,\n" in render("received", make_application(name="Ana María J. Núñez-O’Neil"))[1]
    )
    for message in ("x" * 61, "Visit www.example.net now", "Go to example.net/now", "me@example.net", "<b>Bold</b>"):
        body = render("received", make_application(name=message))[1]
        assert body.startswith("Hello,\n")
        assert message not in body


def test_typed_answers_are_quoted_and_carry_no_web_address():
    answered = [("Your goals", ["Storytime, see https://example.net/win and example.net", "Dear friend"])]
    body = render("again", make_application(), answered=answered)[1]
    assert "Your goals\n> Storytime, see [web address left out] and [web address left out]\n> Dear friend\n" in body


def test_quoted_answers_keep_their_lines():
    body = render("again", make_application(), answered=[("Goals", ["line one\nline two\r\n\r\nline four"])])[1]
    assert "Goals\n> line one\n> line two\n> \n> line four\n" in body


@pytest.mark.parametrize(
    "word",
    ["M.Lib.", "Node.js", "e.g.", "M.Ed.", "library.Then", "3.5", "a.m."]
    + ["M.Sc.", "(B.Tech.)", "M.Com.,", "D.Sc", "Dipl.Ing.", "M.Sc.Ed.", "Ph.D.", "M.L.I.S.", "i.e.", "p.m.;"],
)
def test_what_no_mail_program_makes_a_link_of_is_left_as_it_is(word):
    body = render("again", make_application(), answered=[("Goals", [f"see {word} there"])])[1]
    assert f"> see {word} there\n" in body


@pytest.mark.parametrize(
    "word",
    [
        "example.net",
        "(Example.COM)",
        "www.library",
        "ftp://x",
        "example.museum/win",
        "пример.рф",
        "a.xn--p1ai",
        "b.co.uk,",
    ]
    + ["me@example.shop", "mailto:me", "example。com"],
)
def test_what_a_mail_program_makes_a_link_of_is_left_out(word):
    body = render("again", make_application(), answered=[("Goals", [f"see {word} there"])])[1]
    assert "> see [web address left out] there\n" in body


def test_typed_answers_end_after_two_thousand_characters():
    body = render("again", make_application(), answered=[("Goals", ["word " * 300, "word " * 300, "end"])])[1]
    assert "> end" not in body
    assert "(The rest is left out here.)" in body
    assert body.count("word") == pytest.approx(400, abs=4)
    assert STATUS_LINK in body


@pytest.mark.parametrize("texts", [["1." * 100_000], [""] * 100_000, ["www."] * 5_000])
def test_no_typed_answer_makes_a_letter_long_or_slow(texts):
    begin = time.process_time()
    body = render("again", make_application(), answered=[("Goals", texts)])[1]
    assert len(body) < 6_000
    assert time.process_time() - begin < 2


def test_a_letter_promises_the_date_that_the_round_does_while_it_is_ahead():
    soon = timezone.localdate() + timedelta(days=40)
    call = make_call(round=make_round(program := make_program(), decisions_by=soon), program=program)
    assert f"by {soon:%A, %B} {soon.day}, {soon.year}" in render("received", make_application(call))[1]
    call.round.decisions_by = timezone.localdate() - timedelta(days=2)
    call.round.save()
    body = render("received", make_application(call))[1]
    assert "as soon as it has decided" in body
    assert (
        str(call.round.decisions_by.year)
        not in body.replace(call.round.name, "").split("link")[0].split("reference")[1]
    )


def test_an_accepted_person_reads_when_mentoring_begins():
    starts, ends = timezone.localdate() + timedelta(days=40), timezone.localdate() + timedelta(days=140)
    program = make_program()
    call = make_call(program, round=make_round(program, starts=starts, ends=ends))
    body = render("accept", make_application(call))[1]
    assert f"{starts:%B} {starts.day}, {starts.year}" in body
    assert f"{ends:%B} {ends.day}, {ends.year}" in body


def test_a_letter_invites_an_answer_only_where_somebody_reads_it():
    silent = make_application(make_call(make_program(reply_to="")))
    assert "answer this letter" not in render("received", silent)[1]
    assert "answer this letter" in render("received", make_application())[1]


def test_a_letter_speaks_the_language_of_the_application():
    program = make_program()
    call = make_call(program)
    call.role.name_es = "aprendiz"
    call.role.save()
    call.round.name_es = "Otoño"
    call.round.save()
    application = make_application(call, language="es")
    with translation.override("en"):
        body = render("received", application)[1]
        assert translation.get_language() == "en"
    assert "aprendiz" in body
    assert "Otoño" in body


def test_write_leaves_a_letter_due_now_to_the_applicant():
    application = make_application(language="es")
    letter = write("received", application)
    assert (letter.to, letter.language, letter.program) == (application.email, "es", application.program)
    assert letter.due_at <= timezone.now()
    assert list(Letter.objects.waiting()) == [letter]


def test_unasked_letters_are_few_a_day():
    application = make_application()
    for _ in range(UNASKED_A_DAY):
        assert write("again", application, answered=ANSWERED)
    assert write("again", application, answered=ANSWERED) is None
    assert write("again", make_application(), answered=ANSWERED)
    Letter.objects.update(created_at=timezone.now() - timedelta(days=1, minutes=1))
    assert write("again", application, answered=ANSWERED)
