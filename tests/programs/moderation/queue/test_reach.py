from copy import deepcopy

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.access.found_by import note_words
from programs.models import Application
from programs.moderation.queue.reach import Reach
from tests.factories import SECTIONS, make_application, make_call, make_form, make_member, make_program, make_user
from tests.programs.moderation.queue.test_listing import listed

ASKED = {"hint": "", "why": "", "required": False}


def question(key, **more):
    return {"type": "short_text", "value": {**ASKED, "label": key, "key": key, **more}}


@pytest.fixture
def private(db):
    """A call whose form asks what not everybody of the committee may see."""
    program = make_program()
    sections = deepcopy(SECTIONS)
    sections[0]["value"]["questions"] += [
        question("needs", sensitive=True),
        question("why", shown_to=["coordinator"]),
        question("hobby", shown_to=["partner"]),
    ]
    return make_call(program, form=make_form(program, sections=sections))


ANSWERS = {"work": "Bibliothèque d’Évry", "needs": "A ramp", "why": "My former employer", "hobby": "Beekeeping"}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Sons", "Karin Söns"),
        ("o'neil", "Sample O’Neil"),
        ("maria garcia", "García, María"),
        ("  GARCIA   maria ", "García, María"),
    ],
)
def test_people_are_found_however_they_are_typed(desk, call, typed, name):
    found = make_application(call, name=name)
    make_application(call, name="Somebody Else")
    assert listed(desk, q=typed) == [found.reference]


def test_answers_find_whom_who_searches_may_read(client, private):
    application = make_application(private, answers=ANSWERS)
    make_application(private)
    found = {}
    for duty in ("coordinator", "reader"):
        client.force_login(make_member(private.round.program, duty))
        words = ("d'evry bibliotheque", "former employer", "ramp", "beekeeping")
        found[duty] = [listed(client, q=typed) == [application.reference] for typed in words]
    assert found == {"coordinator": [True, True, False, False], "reader": [True, False, False, False]}
    client.force_login(make_user(superuser=True))
    assert not listed(client, q="ramp")


def test_who_coordinates_one_program_and_reads_another_finds_in_each_what_they_see(client, private):
    other = make_call(form=private.form)
    user = make_member(private.round.program, "reader")
    make_member(other.round.program, "coordinator", user=user)
    make_application(private, answers=ANSWERS)
    coordinated = make_application(other, answers=ANSWERS)
    client.force_login(user)
    assert listed(client, q="former") == [coordinated.reference]
    assert len(listed(client, q="evry")) == 2


def test_nobody_finds_another_programs_applications(desk, call):
    make_application(make_call(), name="Foreign Person")
    assert not listed(desk, q="foreign")


def test_what_was_corrected_is_found_as_it_is_now(desk, call):
    application = make_application(call, name="Mistyped Nmae")
    application.name = "Right Name"
    application.save()
    note_words(application)
    assert listed(desk, q="right") == [application.reference]
    assert not listed(desk, q="nmae")


@pytest.mark.parametrize("typed", ["%", "_", "\\", "'; --", "!", "&|:*", "a" * 5000, "\u202e", "=work:x", "'''", "٣"])
def test_odd_words_find_nothing_and_break_nothing(desk, call, typed):
    make_application(call, name="Sample_Per%son", answers={"work": "x"})
    assert listed(desk, q=typed) == []


def test_ever_so_many_words_are_an_answer(desk, call):
    found = make_application(call, name="Word Person")
    assert listed(desk, q="word " * 2000) == [found.reference]


def test_words_go_with_the_application(call):
    application = make_application(call)
    Application.objects.filter(pk=application.pk).delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM programs_foundby")
        assert cursor.fetchone() == (0,)


def test_common_words_are_searched_within_the_list(desk, call, monkeypatch):
    monkeypatch.setattr("programs.moderation.queue.reach.MOST_LISTED", 1)
    rows = [make_application(call) for _ in range(3)]
    assert listed(desk, q="sample") == [row.reference for row in rows]


def test_a_reach_asks_for_the_calls_and_never_for_programs_of_each_application(call, coordinator):
    application = make_application(call)
    reach = Reach(coordinator)
    with CaptureQueriesContext(connection) as captured:
        assert list(reach.applications().filter(reach.having([[("sample",)]]))) == [application]
    assert len(captured) == 3
    assert "programs_program" not in captured[-1]["sql"]
