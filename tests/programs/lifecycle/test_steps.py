"""The door takes any row: here a program, whose kind stands in for a state."""

import pytest
from wagtail.log_actions import registry

from programs.lifecycle.steps import Refused, Table, Transition, advance
from programs.models import Program
from tests.factories import make_program, make_user

from .racing import at_once

TABLE = Table(
    {
        "calm": Transition(frozenset({"mentoring"}), "discussion", "Calm down", "calmed down"),
        "part": Transition(frozenset({"mentoring", "discussion"}), "affiliate", "Part", "parted"),
    },
    stands={"mentoring": "in full swing", "discussion": "calm", "affiliate": "apart"},
    field="kind",
    app="tests",
)
"""All that a stage writes for rows with states of their own: a line a verb, a word a state."""


@pytest.fixture(autouse=True)
def _log_actions(monkeypatch):
    registry.scan_for_actions()
    monkeypatch.setattr(registry, "formatters", dict(registry.formatters))
    monkeypatch.setattr(registry, "choices", list(registry.choices))
    TABLE.register_log_actions(registry)


@pytest.fixture
def program(db):
    return make_program("ALSC")


def kind_of(program):
    return Program.objects.get(pk=program.pk).kind


def test_a_verb_leads_where_its_line_says_and_is_logged(program):
    user = make_user()
    assert advance(program, "calm", TABLE, by=user, seen="mentoring", reason="Winter") is program
    assert program.kind == kind_of(program) == "discussion"
    entry = registry.get_logs_for_instance(program).get()
    assert (entry.action, entry.user, entry.message) == ("tests.calm", user, "Calmed down")
    assert entry.data == {"from": "mentoring", "to": "discussion", "reason": "Winter"}


def test_a_verb_that_cannot_be_taken_is_refused_in_words(program):
    advance(program, "part", TABLE, by=None, seen="mentoring")
    with pytest.raises(Refused, match="is apart and cannot be calmed down"):
        advance(program, "calm", TABLE, by=None, seen="affiliate")
    assert kind_of(program) == "affiliate"


def test_a_stale_screen_is_refused_in_words(program):
    advance(Program.objects.get(pk=program.pk), "calm", TABLE, by=None, seen="mentoring")
    with pytest.raises(Refused, match="is calm by now"):
        advance(program, "part", TABLE, by=None, seen="mentoring")
    assert program.kind == kind_of(program) == "discussion"


def test_what_belongs_to_a_verb_is_done_with_it_or_not_at_all(program):
    def fail():
        raise RuntimeError

    with pytest.raises(RuntimeError):
        advance(program, "calm", TABLE, by=None, seen="mentoring", taken=fail)
    assert kind_of(program) == "mentoring"
    assert not registry.get_logs_for_instance(program).exists()


def test_the_verbs_of_a_state_are_offered_in_their_order():
    assert [TABLE.verbs_from(state) for state in TABLE.stands] == [["calm", "part"], ["part"], []]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", range(5))
def test_of_two_at_once_exactly_one_wins(time):
    program = make_program()
    done = []

    def taker(verb):
        row = Program.objects.get(pk=program.pk)
        return lambda: advance(row, verb, TABLE, by=None, seen="mentoring", taken=lambda: done.append(verb))

    results = at_once(taker("calm"), taker("part"))
    assert [isinstance(result, Refused) for result in results].count(True) == 1, results
    assert [kind_of(program)] == [TABLE.transitions[verb].target for verb in done]
