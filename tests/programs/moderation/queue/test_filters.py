from copy import deepcopy
from datetime import timedelta

import pytest
from django.utils import timezone

from programs.models import Application, Look
from tests.factories import SECTIONS, make_application, make_call, make_form, make_member, make_round
from tests.programs.moderation.queue.test_listing import QUEUE, listed


def test_unread_is_what_i_did_not_open_since_it_was_changed(desk, call, coordinator):
    read, changed, others = (make_application(call) for _ in range(3))
    for application in (read, changed):
        Look.objects.note(application, coordinator)
    Look.objects.note(others, make_member(call.round.program, "reader"))
    Application.objects.filter(pk=changed.pk).update(changed_at=timezone.now() + timedelta(minutes=1))
    assert listed(desk, unread="yes") == [changed.reference, others.reference]
    desk.get(f"{QUEUE}{others.pk}/")
    assert listed(desk, unread="yes") == [changed.reference]


def test_opening_again_notes_the_last_look_once(desk, call, coordinator):
    application = make_application(call)
    for _ in range(2):
        desk.get(f"{QUEUE}{application.pk}/")
    assert Look.objects.filter(application=application, user=coordinator).count() == 1


@pytest.mark.parametrize(("days", "found"), [(0, 2), (2, 2), (3, 1), (8, 1), (9, 0), (3650, 0)])
def test_waiting_longer_counts_the_days_that_the_list_shows(desk, call, days, found):
    now = timezone.now()
    for ago in (9, 3):
        make_application(call, submitted_at=now - timedelta(days=ago))
    make_application(call, submitted_at=now - timedelta(days=20), status="declined")
    assert len(listed(desk, waiting=days)) == found


def test_late_ones_are_marked_and_found(desk, call):
    call.preferred_by = timezone.now() - timedelta(hours=1)
    call.save()
    early = make_application(call, submitted_at=timezone.now() - timedelta(hours=2))
    late = make_application(call)
    closed = make_application(make_call(call.round.program, "mentor", round=call.round), late=True)
    assert listed(desk, late="soft") == [late.reference]
    assert listed(desk, late="closed") == [closed.reference]
    assert listed(desk) == [early.reference, late.reference, closed.reference]
    page = desk.get(QUEUE).content.decode().split('id="listing-results"')[1]
    assert page.count("After the soft deadline") == page.count("Sent after closing") == 1


def test_doubles_have_a_name_or_a_mailbox_with_another_one_of_their_round(desk, call):
    mentors = make_call(call.round.program, "mentor", round=call.round)
    later = make_call(call.round.program, round=make_round(call.round.program))
    one = make_application(call, name="García, María", email="one@example.org")
    same_name = make_application(mentors, name="maria garcia", email="two@example.org")
    same_mailbox = make_application(mentors, name="Somebody", email="One+again@example.org")
    make_application(later, name="Maria Garcia", email="three@example.org")
    make_application(call, name="Nobody Else")
    make_application(call, name="Gone", email="four@example.org", status="withdrawn")
    make_application(mentors, name="Gone", email="five@example.org")
    assert listed(desk, double="yes") == [one.reference, same_name.reference, same_mailbox.reference]


@pytest.fixture
def choices(call):
    """The call's form asks with choices, also sensitive ones and some that readers do not see."""
    sections = deepcopy(SECTIONS)
    shown = {"label": "Which size?", "hint": "", "why": "", "required": False, "key": "size"}
    options = [{"key": "big", "label": "Big"}, {"key": "small", "label": "Small"}]
    for key, more in (("size", {"shown_to": ["coordinator"]}), ("health", {"sensitive": True})):
        value = {**shown, "key": key, "label": f"Which {key}?", "choices": options, **more}
        sections[0]["value"]["questions"].append({"type": "choose_one", "value": value})
    call.form = make_form(call.round.program, sections=sections)
    call.save()
    return call


def test_an_answer_narrows_the_list_of_one_call(desk, choices):
    both = make_application(choices, answers={"topics": ["storytime", "edi"], "size": "big", "health": "big"})
    one = make_application(choices, answers={"topics": ["edi"], "size": "small"})
    other = make_call(choices.round.program, "mentor", round=choices.round, form=choices.form)
    make_application(other, answers={"topics": ["edi"]})
    assert listed(desk, **{"call": choices.pk, "answer-topics": "edi"}) == [both.reference, one.reference]
    assert listed(desk, **{"call": choices.pk, "answer-topics": "storytime"}) == [both.reference]
    assert listed(desk, **{"call": choices.pk, "answer-topics": "edi", "answer-size": "small"}) == [one.reference]
    assert listed(desk, **{"call": choices.pk, "answer-topics": "gone"}) == []


def test_only_questions_that_one_may_see_are_offered(client, desk, choices):
    make_application(choices, answers={"size": "big", "health": "big"})
    page = desk.get(QUEUE, {"call": choices.pk}).content.decode()
    assert 'name="answer-size"' in page
    assert 'name="answer-health"' not in page
    assert "answer-" not in desk.get(QUEUE).content.decode()
    unfiltered = listed(desk, call=choices.pk)
    assert listed(desk, **{"call": choices.pk, "answer-health": "small"}) == unfiltered
    client.force_login(make_member(choices.round.program, "reader"))
    assert 'name="answer-size"' not in client.get(QUEUE, {"call": choices.pk}).content.decode()
    assert listed(client, **{"call": choices.pk, "answer-size": "small"}) == unfiltered


def test_a_choice_of_an_earlier_version_is_offered_still(desk, choices):
    old = make_application(choices, answers={"topics": ["storytime"]})
    sections = deepcopy(SECTIONS)
    sections[0]["value"]["questions"][1]["value"]["choices"][0] = {"key": "games", "label": "Games"}
    choices.form.sections = sections
    choices.form.save()
    choices.form.version()
    assert listed(desk, **{"call": choices.pk, "answer-topics": "storytime"}) == [old.reference]


def test_another_programs_call_is_not_known_here(desk, call):
    make_application(call)
    foreign = make_call()
    page = desk.get(QUEUE, {"call": foreign.pk, "answer-topics": "edi"}).content.decode()
    assert "Something this list was narrowed to is not there" in page
    assert foreign.round.program.name not in page
    assert "What would you like to work on?" not in page


@pytest.mark.parametrize(
    "query",
    [
        {"call": "x"},
        {"call": "9" * 30},
        {"call": "-1"},
        {"waiting": "-1"},
        {"waiting": "1e9"},
        {"waiting": "٣٣٣٣٣٣"},
        {"role": "0"},
        {"status": "none"},
        {"unread": "no"},
        {"late": "\x00"},
    ],
)
def test_what_cannot_be_finds_nothing_and_says_so(desk, call, query):
    make_application(call)
    answer = desk.get(QUEUE, query)
    assert answer.status_code == 200
    assert not listed(desk, **query)
    assert "Something this list was narrowed to is not there" in answer.content.decode()


def test_who_reads_many_programs_is_offered_the_rounds_of_the_chosen_one(client, call, monkeypatch):
    monkeypatch.setattr("programs.moderation.queue.reach.MANY", 1)
    other = make_call()
    user = make_member(call.round.program)
    make_member(other.round.program, user=user)
    application = make_application(call)
    client.force_login(user)
    page = client.get(QUEUE).content.decode()
    assert f">{call.round}<" not in page
    chosen = client.get(QUEUE, {"program": call.round.program.pk}).content.decode()
    assert f"{call.round}" in chosen
    assert listed(client, round=call.round.pk) == [application.reference]


def test_the_pop_up_gets_the_questions_of_a_call_with_the_results(desk, call):
    """Chosen there, a call's questions come without a reload; what holds them already stays as it is, open or not."""
    make_application(call)
    results = "/admin/mentoring/applications/results/"
    fragment = 'data-w-teleport-target-value="#filters-drilldown"'
    assert fragment not in desk.get(results).content.decode()
    told = desk.get(results, {"call": call.pk, "questions": ""}).content.decode().partition(fragment)[2]
    assert 'name="answer-topics"' in told.partition("</template>")[0]
    assert f'name="questions" value="{call.pk}"' in told
    assert fragment not in desk.get(results, {"call": call.pk, "questions": call.pk}).content.decode()
    assert fragment in desk.get(results, {"questions": call.pk}).content.decode()
