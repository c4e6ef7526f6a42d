import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from programs.letters.writing import write
from programs.lifecycle import TRANSITIONS, verbs_from
from programs.models import Application, FormVersion, Letter, Receipt
from programs.moderation.announcing.telling import announce
from programs.moderation.deciding.one import decide
from tests.factories import make_application, make_call, make_member, make_user


@pytest.fixture
def application(call):
    return make_application(call, name="Inés Sample", answers={"work": "A school\nlibrary", "topics": ["edi"]})


def shown(client, application):
    response = client.get(f"/admin/mentoring/applications/{application.pk}/")
    assert response.status_code == 200
    return response.content.decode()


def test_answers_stand_with_the_questions_as_they_were_asked(desk, application):
    form = application.call.form
    page = form.get_latest_revision_as_object()
    page.sections[0].value["questions"][0].value["label"] = "Reworded since"
    page.save_revision().publish()
    told = shown(desk, application)
    assert "Where do you work?" in told
    assert "A school<br>library" in told
    assert "Equity, Diversity and Inclusion" in told
    assert "Reworded since" not in told


def test_answer_with_markup_is_shown_as_typed(desk, call):
    told = shown(desk, make_application(call, name="<b>Bold</b>", answers={"work": "<script>alert(1)</script>"}))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told
    assert "<b>Bold</b>" not in told


def test_history_says_who_did_what_when_and_why(desk, application):
    rose = make_user("rose")
    decide(application, "accept", by=rose, seen="received", reason="A mentor nearby.")
    assert "Not announced yet" in shown(desk, application)
    announce(application.decisions.all(), by=make_user("max"))
    decide(application, "withdraw", by=rose, seen="accepted", reason="Asked by telephone.")
    told = " ".join(shown(desk, application).split())
    for words in ("Accept, rose,", "A mentor nearby.", "Announced, max,", "Withdrawn, rose,", "Asked by telephone."):
        assert words in told
    assert "Not announced yet" not in told


def test_second_try_stands_beside_the_first(desk, application):
    for kind, reference, name, answers in (
        ("first", application.reference, application.name, application.answers),
        ("again", "ALSC-26-9P2W", "I. Sample", {"work": "Elsewhere by now"}),
    ):
        Receipt.objects.create(
            key=kind,
            kind=kind,
            reference=reference,
            call=application.call,
            application=application,
            version=application.version,
            name=name,
            answers=answers,
            created_at=timezone.now(),
        )
    told = shown(desk, application)
    for words in ("ALSC-26-9P2W", "I. Sample", "Elsewhere by now", "A school<br>library"):
        assert words in told
    assert told.count("A school<br>library") == 1


def test_a_reader_sees_no_answer_that_is_for_coordinators(client, call, coordinator):
    asked = {"type": "short_text", "label": "Asked", "hint": "", "why": "", "required": True}
    questions = [asked | {"key": "work"}, asked | {"key": "needs", "shown_to": ["coordinator"]}]
    version = FormVersion.objects.create(form=call.form, language="en", digest="x", sections=[{"questions": questions}])
    answers = {"work": "A library", "needs": "A quiet room"}
    application = make_application(call, version=version, answers=answers)
    again = {
        "key": "second",
        "kind": "again",
        "reference": "ALSC-26-9P2W",
        "name": "I. Sample",
        "created_at": timezone.now(),
    }
    Receipt.objects.create(call=call, application=application, version=version, answers=answers, **again)
    for user, rooms in ((coordinator, 2), (make_member(application.program, "reader"), 0)):
        client.force_login(user)
        told = shown(client, application)
        assert told.count("A library") == 2
        assert told.count("A quiet room") == rooms
    client.force_login(make_member(application.program, "observer"))
    assert client.get(f"/admin/mentoring/applications/{application.pk}/").status_code == 302


def test_other_applications_of_the_address_are_those_of_this_program(desk, application, coordinator):
    mentor = make_application(make_call(application.program, "mentor"), email=application.email.upper())
    elsewhere = make_application(make_call(), email=application.email)
    make_member(elsewhere.program, user=coordinator)
    told = shown(desk, application)
    assert mentor.reference in told
    assert elsewhere.reference not in told


def test_letters_are_listed_with_what_became_of_them(desk, application):
    write("received", application)
    write("link", application)
    Letter.objects.filter(kind="received").update(sent_at=timezone.now())
    Letter.objects.filter(kind="link").update(gave_up_at=timezone.now())
    told = shown(desk, application)
    assert "Application received:" in told
    assert "given up" in told


@pytest.mark.parametrize("status", Application.Status)
def test_offers_exactly_what_the_state_allows(desk, call, status):
    told = shown(desk, make_application(call, status=status, suspected="fast"))
    assert [verb for verb in TRANSITIONS if f"/{verb}/?seen={status}" in told] == verbs_from(status)


def test_unknown_application_is_not_found(desk):
    assert desk.get("/admin/mentoring/applications/999999/").status_code == 404


def test_nobody_has_to_say_that_an_honest_application_is_no_junk(desk, application):
    assert "/not-junk/" not in shown(desk, application)
    assert "/junk/" in shown(desk, application)


def test_what_stands_apart_says_why(desk, call):
    told = shown(desk, make_application(call, proven_at=None, suspected="trap"))
    assert "Address not proven" in told
    assert "a field was filled that no person sees" in told
    assert "It takes no place in a call with a limit until then." in " ".join(told.split())


def test_each_reads_what_the_question_says_that_they_may(client, call, coordinator):
    """In what was sent last and in every try before."""
    said = {
        "Asked of all?": ("all", []),
        "Needs?": ("needs", ["coordinator"]),
        "For the pair?": ("pair", ["partner"]),
        "For everybody?": ("everybody", ["public"]),
    }
    questions = [
        {"type": "short_text", "key": key, "label": label, "hint": "", "why": "", "required": False}
        | ({"shown_to": seen_by, "sensitive": True} if seen_by else {})
        for label, (key, seen_by) in said.items()
    ]
    sections = [{"heading": "You", "intro": "", "questions": questions}]
    version = FormVersion.objects.create(form=call.form, language="en", digest="0" * 64, sections=sections)
    answers = {key: f"Answer {key}" for key, _seen_by in said.values()}
    application = make_application(call, version=version, answers=answers)
    again = {"call": call, "version": version, "name": "x", "created_at": timezone.now()}
    tried = {key: f"Earlier {key}" for key in answers}
    Receipt.objects.create(
        key="k", kind="again", reference="T-26-2222", application=application, answers=tried, **again
    )
    may_read = {coordinator: {"all", "needs"}, make_member(call.round.program, "reader"): {"all"}}
    for user, keys in may_read.items():
        client.force_login(user)
        told = shown(client, application)
        for key in answers:
            assert (f"Answer {key}" in told) == (key in keys)
            assert (f"Earlier {key}" in told) == (key in keys)


def test_each_of_two_applications_says_that_the_person_applied_in_the_other_role(desk, application):
    round = application.call.round
    mentor = make_application(
        make_call(application.program, "mentor", round=round), email=application.email, proven_at=None
    )
    said = "Also applied as</dt>"
    told = shown(desk, application).partition(said)[2].partition("</div>")[0]
    assert f"/applications/{mentor.pk}/" in told
    assert "mentor" in told
    assert "address not proven yet" in told
    assert f"/applications/{application.pk}/" in shown(desk, mentor).partition(said)[2].partition("</div>")[0]
    Application.objects.filter(pk=mentor.pk).update(status="withdrawn")
    assert said not in shown(desk, application)


def test_one_application_in_a_narrowed_list_asks_at_most_fifteen_queries(desk, call, django_assert_max_num_queries):
    rows = [make_application(call) for _ in range(3)]
    address = f"/admin/mentoring/applications/{rows[1].pk}/?call={call.pk}&answer-topics=storytime"
    for warm in ("/admin/account/", address):
        desk.get(warm)
    with CaptureQueriesContext(connection) as frame:
        desk.get("/admin/account/")
    with django_assert_max_num_queries(len(frame) + 15):
        assert desk.get(address).status_code == 200
