"""What a round's planner is told to look at again. The round of ALCTS, 2018–2019, is a seed's (001:26)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from portal.checks.walking.pages import findings_of
from programs.models import Milestone, Program
from programs.planning.rounds.checks import findings, report_findings
from tests.factories import make_call, make_form, make_member, make_program, make_role, make_round, make_user
from tests.programs.references.making import REFERENCE, WHO

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 1, 10, 12, tzinfo=UTC)


def at(year, month, day):
    return datetime(year, month, day, 18, tzinfo=UTC)


def told(round, now=NOW):
    program = Program.objects.with_rounds().get(pk=round.program_id)
    stored = next(row for row in program.rounds.all() if row.pk == round.pk)
    return [finding.what for finding in findings(stored, now)]


def milestone(round, label, starts=None, ends=None, **fields):
    return Milestone.objects.create(round=round, label=label, starts=starts, ends=ends, **fields)


@pytest.fixture
def round():
    """In order: applications in January, decisions in February, mentoring from March to the end of the year."""
    program = make_program("ALCTS")
    round = make_round(
        program, decisions_by=date(2027, 2, 19), starts=date(2027, 3, 1), ends=date(2027, 12, 31), name="2027"
    )
    make_call(program, round=round, opens=at(2027, 1, 4), closes=at(2027, 1, 29))
    return round


def change(round, **fields):
    for name, value in fields.items():
        setattr(round, name, value)
    round.save()
    return told(round)


def test_a_round_in_order_has_no_findings(round):
    milestone(round, "Virtual orientation and training", date(2027, 3, 10), date(2027, 4, 15))
    milestone(round, "Task force reviews applications", date(2027, 1, 30), date(2027, 2, 15))
    milestone(round, "Closing celebration", precision="unknown")
    milestone(round, "Final survey", date(2027, 12, 1), precision="early")
    assert told(round) == []


def test_decisions_are_not_promised_before_applications_close(round):
    (said,) = change(round, decisions_by=date(2027, 1, 28))
    assert (
        said
        == "“Decisions promised” (January 28, 2027) stands before “Applications close: mentees” (January 29, 2027)."
    )


def test_mentoring_does_not_begin_before_decisions(round):
    (said,) = change(round, starts=date(2027, 2, 18))
    assert said.startswith("“Formal mentoring begins” (February 18, 2027) stands before “Decisions promised”")


def test_a_period_does_not_end_before_the_call(round):
    said = change(round, decisions_by=None, starts=date(2026, 1, 1), ends=date(2026, 12, 31))
    assert any("“Formal mentoring ends” (December 31, 2026) stands before “Applications close" in one for one in said)


def test_orientation_does_not_come_after_the_end(round):
    milestone(round, "Matches attend a virtual orientation", date(2028, 1, 5))
    (said,) = told(round)
    assert "“Formal mentoring ends” (December 31, 2027) stands before “Matches attend a virtual orientation”" in said


def test_a_review_is_not_over_before_applications_close(round):
    milestone(round, "Task force reviews applications", date(2027, 1, 5), date(2027, 1, 20))
    assert "stands before “Applications close: mentees”" in told(round)[0]


def test_only_what_a_date_covers_counts(round):
    """“Late January” may be the 31st, after the call closes on the 29th."""
    milestone(round, "Reviews", date(2027, 1, 1), precision="late")
    milestone(round, "Orientation", date(2027, 1, 1), precision="yearly")
    assert told(round) == []


@pytest.mark.parametrize(("months", "said"), [(10, True), (12, True), (11, False), (None, False)])
def test_the_length_of_the_program_is_that_of_its_round(months, said):
    """10 months and one year are what the captured page says beside these dates."""
    round = make_round(make_program("ALCTS", length_months=months), starts=date(2018, 6, 1), ends=date(2019, 4, 30))
    assert any(f"lasts {months} months by its settings, but this round 11" in one for one in told(round)) is said


@pytest.mark.parametrize(
    ("opens", "said"),
    [(NOW - timedelta(days=1), True), (NOW + timedelta(days=7), True), (NOW + timedelta(days=7, seconds=1), False)],
)
def test_a_call_that_opens_within_a_week_needs_a_published_form(opens, said):
    call = make_call(form=None, opens=opens, closes=NOW + timedelta(days=30))
    assert any("its form is not published" in one for one in told(call.round)) is said


def test_a_call_with_a_form_here_or_elsewhere_needs_no_other():
    for fields in ({}, {"url": "https://example.org/form"}):
        call = make_call(opens=NOW, closes=NOW + timedelta(days=30), **fields)
        assert told(call.round) == []


def test_a_draft_is_no_form():
    call = make_call(opens=NOW, closes=NOW + timedelta(days=30))
    call.form.unpublish()
    (said,) = told(call.round)
    assert said == "The call opens Sunday, January 10, 2027, 7:00 am Eastern, and its form is not published."


def test_the_last_round_asks_for_a_next_one_once_it_is_over(round):
    over = datetime(2028, 1, 2, tzinfo=UTC)
    assert told(round, over) == ["It is over, and no next round is planned."]
    assert told(round, datetime(2027, 12, 31, 20, tzinfo=UTC)) == []
    later = make_round(round.program, starts=date(2028, 3, 1), ends=date(2028, 12, 31))
    make_call(round.program, round=later, opens=at(2028, 1, 20), closes=at(2028, 2, 1))
    assert told(round, over) == []


def test_only_the_last_of_past_rounds_asks(round):
    older = make_round(round.program, starts=date(2025, 1, 1), ends=date(2025, 12, 31))
    assert told(older, datetime(2028, 1, 2, tzinfo=UTC)) == []


def test_shifted_dates_ask_to_be_checked(round):
    milestone(round, "Midwinter", date(2027, 1, 24), to_check=True, conference=True)
    assert told(round) == ["Its date was shifted from the last round and is not sure. Check it."]


def test_words_of_labels_are_read_in_their_language(round):
    milestone(round, "Forum on Friday, August 30, 2014", date(2027, 5, 1), label_es="Ya está abierta")
    assert [one.partition(" ")[0] for one in told(round)] == ["“Friday,", "“Ya"]


def test_a_missing_translation_is_told_where_others_have_one(round):
    milestone(round, "Orientation", date(2027, 3, 5), label_es="Orientación")
    milestone(round, "Survey", date(2027, 6, 5))
    program = Program.objects.with_rounds().get(pk=round.program_id)
    (finding,) = findings(program.rounds.all()[0], NOW)
    assert finding.where == "Timeline: “Survey”"


def test_nothing_is_asked_of_a_round_that_is_called_off(round):
    assert change(round, decisions_by=date(2027, 1, 1), called_off=True) == []


def test_findings_speak_the_editors_language_of_dates(round):
    round.decisions_by = date(2027, 1, 28)
    round.save()
    with translation.override("es"):
        assert "28 de enero de 2027" in told(round)[0]


def test_the_rounds_form_shows_them(client, round):
    change(round, decisions_by=date(2027, 1, 28))
    client.force_login(make_member(round.program))
    shown = client.get(reverse("round:edit", args=[round.pk])).content.decode()
    assert "“Decisions promised” (January 28, 2027) stands before" in shown
    new = client.get(reverse("round:add", query={"program": round.program_id})).content.decode()
    assert "panel-checks-section" not in new


def test_the_rounds_form_asks_as_many_queries_among_many_rounds(client, round, django_assert_max_num_queries):
    client.force_login(make_member(round.program))
    address = reverse("round:edit", args=[round.pk])
    client.get(address)
    with django_assert_max_num_queries(200) as alone:
        client.get(address)
    for n in range(4):
        make_call(round.program, round=make_round(round.program, starts=date(2020 + n, 1, 1)))
    with django_assert_max_num_queries(200) as among:
        client.get(address)
    assert len(alone) == len(among)


def test_the_report_leaves_out_rounds_that_others_followed(round):
    user = make_user(superuser=True)
    make_round(round.program, starts=date(2018, 6, 1), ends=date(2019, 4, 30), name="Opening soon, upcoming")
    change(round, decisions_by=date(2027, 1, 28))
    assert [title for title, _address, _found in report_findings(user)] == ["ALCTS Mentoring Program – 2027"]


def test_roles_may_have_windows_of_their_own(round):
    make_role(round.program, "mentor", plural="mentors")
    make_call(round.program, "mentor", round=round, opens=at(2027, 1, 4), closes=at(2027, 2, 26))
    (said,) = told(round)
    assert "“Applications close: mentors” (February 26, 2027)" in said


def test_a_call_that_asks_for_references_needs_a_published_form_and_a_question(round):
    call = round.calls.get()
    assert told(round) == []
    call.reference_form = make_form(round.program, sections=REFERENCE, purpose="reference", live=False)
    call.save()
    assert told(round) == [
        "It asks for a reference, and the form for it is not published: nobody is asked.",
        "It asks for a reference, but no question of its form asks applicants for a referee.",
    ]
    type(call.reference_form).objects.filter(pk=call.reference_form_id).update(live=True)
    call.form = make_form(round.program, sections=[WHO])
    call.save()
    assert told(round) == []


def test_a_form_that_asks_for_a_referee_says_which_call_writes_to_nobody(round):
    call = round.calls.get()
    call.form = make_form(round.program, sections=[WHO])
    call.closes = None
    call.save()
    (said,) = [finding.what for finding in findings_of(call.form)]
    assert "asks for no reference" in said
    call.reference_form = make_form(round.program, sections=REFERENCE, purpose="reference")
    call.save()
    assert not list(findings_of(call.form))
