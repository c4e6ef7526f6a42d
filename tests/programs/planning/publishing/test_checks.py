"""A program's page against its rows: the lengths that the ALCTS page states (seed 001), traces of a past round."""

from datetime import date

import pytest
import time_machine

from home.models import StandardPage
from portal.checks.walking.pages import findings_of, findings_of_pages
from programs.models import Milestone
from tests.factories import make_program, make_program_page, make_role, make_round

pytestmark = pytest.mark.django_db


def told(program, *texts):
    body = [{"type": "text", "value": f"<p>{text}</p>"} for text in texts]
    return [finding.what for finding in findings_of(make_program_page(program, body=body))]


@pytest.fixture
def alcts():
    program = make_program("ALCTS")
    make_round(program, name="2018–2019", starts=date(2018, 6, 1), ends=date(2019, 4, 30))
    return program


@pytest.mark.parametrize(
    "text", ["Participants commit to one year in the program", "It lasts 10 months.", "Un programa de un año."]
)
@pytest.mark.parametrize("today", ["2018-03-01", "2026-11-22"])
def test_a_page_that_states_another_length_than_its_round_has_is_told(alcts, text, today):
    with time_machine.travel(today):
        (said,) = told(alcts, text)
    assert said.endswith("“June 1, 2018 – April 30, 2019” lasts 11 months.")


def test_the_right_length_and_other_years_are_left_alone(alcts):
    assert not told(alcts, "An 11-month program.", "For librarians with less than five years of experience.")


def test_the_length_among_the_programs_settings_counts_too():
    (said,) = told(make_program(length_months=11), "A one-year program.")
    assert said == "The text says “one-year”, but the program's settings say 11 months."


@pytest.fixture
def followed():
    """Fall 2025 was in Chicago; Fall 2027 will be in Denver."""
    program = make_program()
    for name, year, place in (("Fall 2025", 2025, "ALA Annual, Chicago"), ("Fall 2027", 2027, "ALA Annual, Denver")):
        round = make_round(program, name=name, starts=date(year, 9, 1), ends=date(year, 12, 15))
        Milestone.objects.create(round=round, label="Meet", starts=date(year, 6, 26), place=place)
    return program


@pytest.mark.parametrize(
    ("text", "trace"),
    [
        ("Pairs meet in Chicago.", "Chicago"),
        ("The Fall 2025 cohort starts together.", "Fall 2025"),
        ("It begins on September 1, 2025.", "September 1, 2025"),
        ("Empieza el 1 de septiembre de 2025.", "1 de septiembre de 2025"),
    ],
)
@time_machine.travel("2026-11-22")
def test_what_belongs_to_a_past_round_is_told(followed, text, trace):
    assert f"“{trace}” belongs to the past round “Fall 2025”." in told(followed, text)


@time_machine.travel("2026-11-22")
def test_what_a_coming_round_shares_is_left_alone(followed):
    assert not told(followed, "Pairs meet in Denver, at ALA Annual.", "Fall 2027 starts on September 1, 2027.")


@time_machine.travel("2028-11-22")
def test_where_nothing_is_to_come_the_past_is_history(followed):
    assert not told(followed, "Pairs met in Chicago.", "The Fall 2025 cohort was large.")


@time_machine.travel("2026-11-22")
def test_pages_of_other_types_are_not_compared(followed):
    body = [{"type": "text", "value": "<p>Pairs meet in Chicago.</p>"}]
    page = make_program_page(followed).add_child(instance=StandardPage(title="Meet", body=body))
    assert not findings_of(page)


@time_machine.travel("2026-11-22")
def test_many_pages_ask_as_many_queries_as_one(followed, django_assert_max_num_queries):
    pages = [make_program_page(followed, promise="In Chicago")]
    with django_assert_max_num_queries(100) as one:
        findings_of_pages(pages)
    for _n in range(4):
        program = make_program(length_months=3)
        make_round(program, starts=date(2027, 1, 1), ends=date(2027, 12, 31))
        pages.append(make_program_page(program, promise="A one-year program."))
    with django_assert_max_num_queries(100) as many:
        assert all(findings_of_pages(pages).values())
    assert len(one) == len(many)


def test_a_role_that_the_program_lacks_is_told_at_its_block():
    program = make_program()
    make_role(program, "peer")
    entries = [{"role": key, "about": "asked", "text": "<p>Be patient.</p>"} for key in ("peer", "wizard")]
    expectations = {"heading": "", "roles": [{"type": "item", "id": key["role"], "value": key} for key in entries]}
    starts = [
        {"type": "apply", "id": f"a-{key}", "value": {"heading": "", "role": key}} for key in ("", "peer", "mage")
    ]
    body = [{"type": "expectations", "id": "e", "value": expectations}, *starts]
    found = findings_of(make_program_page(program, body=body))
    assert [(one.path, one.what) for one in found] == [
        ("body.e.roles.wizard.role", "The program has no role with the key “wizard”, only: peer."),
        ("body.a-mage.role", "The program has no role with the key “mage”, only: peer."),
    ]
