from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from programs.letters.writing import write
from programs.lifecycle import TRANSITIONS, verbs_from
from programs.models import Application, FormVersion, Letter, Look, Receipt
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
        asked = client.post(f"/admin/mentoring/applications/{application.pk}/sensitive/").content.decode()
        for told, read in ((shown(client, application), {"all"}), (asked, keys)):
            for key in answers:
                assert (f"Answer {key}" in told) == (key in read)
                assert (f"Earlier {key}" in told) == (key in read)


@pytest.fixture
def sensitive(call):
    """Asked plainly and sensitively, in two sections."""
    asked = {"type": "short_text", "hint": "", "why": "", "required": False}
    plain = asked | {"key": "work", "label": "Where do you work?"}
    needs = asked | {
        "key": "needs",
        "label": "What do you need?",
        "sensitive": True,
        "shown_to": ["reader", "coordinator"],
    }
    sections = [{"heading": "Your work", "questions": [plain]}, {"heading": "Your needs", "questions": [needs]}]
    version = FormVersion.objects.create(form=call.form, language="en", digest="0" * 64, sections=sections)
    return make_application(call, version=version, answers={"work": "A library", "needs": "A quiet room"})


def test_sensitive_answers_are_shown_once_to_who_asks_and_the_history_says_so(client, sensitive):
    reader = make_member(sensitive.program, "reader", user=make_user("rosa"))
    client.force_login(reader)
    told = shown(client, sensitive)
    assert "A library" in told
    assert "A quiet room" not in told
    assert "<bdi>What do you need?</bdi>" in told
    assert "Sensitive answers shown" not in told
    asked = client.post(f"/admin/mentoring/applications/{sensitive.pk}/sensitive/").content.decode()
    assert "A quiet room" in asked
    told = " ".join(shown(client, sensitive).split())
    assert "A quiet room" not in told
    assert "Sensitive answers shown, rosa," in told
    assert client.get(f"/admin/mentoring/applications/{sensitive.pk}/sensitive/").status_code == 405


def test_a_sensitive_change_is_hidden_with_the_answers(desk, sensitive):
    for kind, needs in (("first", "Nothing"), ("change", "A quiet room")):
        sent = {"call": sensitive.call, "version": sensitive.version, "name": "x", "created_at": timezone.now()}
        Receipt.objects.create(
            key=kind, kind=kind, reference=kind, application=sensitive, answers={"needs": needs}, **sent
        )
    assert "A quiet room" not in shown(desk, sensitive)
    asked = desk.post(f"/admin/mentoring/applications/{sensitive.pk}/sensitive/").content.decode()
    assert asked.count("A quiet room") == 2


def test_answers_stand_under_the_headings_they_were_asked_under(desk, sensitive):
    told = desk.post(f"/admin/mentoring/applications/{sensitive.pk}/sensitive/").content.decode()
    places = [told.index(words) for words in ("Your work</h3>", "A library", "Your needs</h3>", "A quiet room")]
    assert places == sorted(places)


def test_says_what_has_happened_since_the_same_person_last_looked(desk, client, application, coordinator):
    assert "Since you last looked" not in shown(desk, application)
    long_ago = timezone.now() - timedelta(days=2)
    Look.objects.filter(user=coordinator).update(at=long_ago)
    rose = make_user("rose")
    decide(application, "accept", by=rose, seen="received", reason="A mentor nearby.")
    for _time in range(2):  # and again while they look
        told = " ".join(shown(desk, application).partition("Since you last looked")[2].split())
        assert "<li>Accept, rose," in told
    application.decisions.update(at=timezone.now() - timedelta(days=1))
    Look.objects.filter(user=coordinator).update(at=timezone.now() - timedelta(hours=1))
    assert "Since you last looked" not in shown(desk, application)


def test_what_somebody_did_themselves_is_no_news_to_them(desk, application, coordinator):
    shown(desk, application)
    Look.objects.update(at=timezone.now() - timedelta(days=2))
    decide(application, "accept", by=coordinator, seen="received")
    assert "Since you last looked" not in shown(desk, application)


def test_two_people_on_one_application_see_each_other(desk, client, application, coordinator):
    other = make_member(application.program, "reader", user=make_user("rose"))
    said = "rose has this application open, too."
    assert said not in shown(desk, application)
    Look.objects.note(application, other)
    assert said in shown(desk, application)
    address = f"/admin/mentoring/applications/{application.pk}/here/"
    assert said in desk.post(address).content.decode()
    assert "user" not in desk.post(address).content.decode()
    Look.objects.filter(user=other).update(here_at=timezone.now() - timedelta(minutes=3))
    assert said not in desk.post(address).content.decode()
    assert said not in shown(desk, application)


def test_a_page_that_stays_open_says_that_somebody_is_there_and_not_that_they_looked_again(
    desk, application, coordinator
):
    shown(desk, application)
    then = timezone.now() - timedelta(hours=1)
    Look.objects.update(at=then, here_at=then)
    desk.post(f"/admin/mentoring/applications/{application.pk}/here/")
    look = Look.objects.get(user=coordinator)
    assert look.at == then
    assert look.here_at > then


def test_possible_duplicates_stand_on_the_page_of_each(desk, application):
    round = application.call.round
    same_name = make_application(make_call(application.program, "mentor", round=round), name="SAMPLE  Ines")
    same_box = make_application(application.call, email="sample+two@example.org", name="Somebody Else")
    elsewhere = make_application(make_call(application.program, "peer"), name="Inés Sample")
    told = shown(desk, application).partition("Possible duplicates")[2].partition("</section>")[0]
    assert same_name.reference in told
    assert elsewhere.reference not in told
    assert same_box.reference not in told
    assert (
        application.reference in shown(desk, same_name).partition("Possible duplicates")[2].partition("</section>")[0]
    )


def test_decisions_and_the_way_on_are_reached_by_keys_that_the_page_names(desk, call):
    rows = [make_application(call) for _ in range(3)]
    told = shown(desk, rows[1])
    for key in ("A", "W", "D", "P", "N"):
        assert f'aria-keyshortcuts="Alt+Shift+{key}"' in told
        assert f"<kbd>Alt+Shift+{key}</kbd>" in told


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
