"""The next round in one step: shown before it is stored, stored as shown, once; the old one stays as it was."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, ModelLogEntry

from programs.models import ApplicationFormPage, Call, Milestone, Round
from programs.planning.next_round import screens
from programs.planning.next_round.proposal import propose, store
from programs.planning.next_round.shifting import by_months
from tests.factories import (
    make_call,
    make_form,
    make_member,
    make_page_editor,
    make_program,
    make_program_page,
    make_round,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def old():
    """A round of every kind of date, whose line at a conference is in Chicago."""
    program = make_program("ALSC", time_zone="America/New_York")
    round = make_round(
        program,
        name="2026–2027",
        name_es="2026–2027",
        slug="2026",
        decisions_by=date(2026, 10, 9),
        starts=date(2026, 11, 1),
        ends=date(2027, 8, 31),
        most_mentees=2,
    )
    window = {"opens": datetime(2026, 8, 3, 13, 0, tzinfo=UTC), "closes": datetime(2026, 8, 29, 3, 59, tzinfo=UTC)}
    form = make_form(program, title="Application for 2026–2027")
    make_call(program, "mentee", round=round, form=form, places=18, limit=40, **window)
    make_call(program, "mentor", round=round, form=form, places=15, anywhere_on_earth=True, **window)
    lines = [
        {"label": "Letters go out", "precision": "early", "starts": date(2026, 11, 20)},
        {"label": "Reception", "starts": date(2027, 6, 26), "place": "ALA Annual, Chicago", "conference": True},
        {"label": "Kick-off", "precision": "clock", "starts": date(2026, 11, 10), "time": time(15)},
        {"label": "Survey", "precision": "unknown"},
        {"label": "Orientation", "precision": "yearly", "starts": date(2026, 5, 1)},
    ]
    for line in lines:
        Milestone.objects.create(round=round, **line)
    return round


@pytest.fixture
def planner(client, old):
    client.user = make_member(old.program, user=make_page_editor(old.program.pages.get()))
    client.force_login(client.user)
    return client


def address(round, name="next", **query):
    return reverse(f"round:{name}", args=[round.pk], query=query)


def shown_form(client, round, **query):
    """What the screen would send when its button is pressed."""
    form = client.get(address(round, **query)).context["form"]
    return {name: value for name, value in form.initial.items() if value} | {"form_choice": "same"}


def plan(client, round, *, asked=(), **changed):
    return client.post(address(round), shown_form(client, round, **dict(asked)) | changed)


def everything():
    models = [Round, Call, Milestone, ApplicationFormPage, ModelLogEntry]
    return {model: list(model.objects.order_by("pk").values()) for model in models}


def test_a_copied_call_promises_its_own_dates_and_has_not_moved(old):
    moved = old.calls.first()
    moved.closes = datetime(2026, 8, 30, 3, 59, tzinfo=UTC)
    moved.save()
    round = store(propose(old, by_months(12, [])), make_user())
    clocks = [call.clocks["closes"] for call in round.calls.order_by("pk")]
    assert clocks[0].endswith("T23:59:00-04:00[America/New_York]")
    assert clocks[1].endswith("-12:00[Etc/GMT+12]")
    assert {clock[:4] for clock in clocks} == {"2027"}
    assert set(round.calls.values_list("moved_at", flat=True)) == {None}


def test_the_next_cycle_is_shown_and_nothing_is_stored(planner, old):
    before = everything()
    shown = " ".join(planner.get(address(old)).content.decode().split())
    assert everything() == before
    for words in (
        "Monday, August 3, 2026, 9:00 am Eastern",
        "Monday, August 2, 2027, 9:00 am Eastern",
        "Friday, August 27, 2027, 11:59 pm Eastern",
        "Friday, October 8, 2027",
        "Monday, November 1, 2027",
        "Thursday, August 31, 2028",
        "Early November 2027",
        "Saturday, June 24, 2028 <strong>(check)</strong>",
        "Tuesday, November 9, 2027, 3:00 pm Eastern",
        "To be announced",
    ):
        assert words in shown, words


def test_whoever_plans_it_again_is_told_what_is_planned_already(planner, old):
    told = "Planned from this round already:"
    assert told not in planner.get(address(old)).content.decode()
    plan(planner, old)
    new = Round.objects.get(copied_from=old)
    shown = " ".join(planner.get(address(old)).content.decode().split())
    assert f'{told} <a href="{reverse("round:edit", args=[new.pk])}">{new.name}</a>' in shown


def test_a_round_is_stored_as_it_was_shown_and_the_old_one_stays(planner, old):
    kept = {model: list(model.objects.order_by("pk").values()) for model in (Round, Call, Milestone)}
    response = plan(planner, old)
    assert response.status_code == 302, response.context["form"].errors
    new = Round.objects.get(copied_from=old)
    assert response.url == address(new, "texts")
    assert (new.name, new.name_es, new.slug, new.most_mentees) == ("2027–2028", "2027–2028", "2027", 2)
    assert (new.decisions_by, new.starts, new.ends) == (date(2027, 10, 8), date(2027, 11, 1), date(2028, 8, 31))
    for model, rows in kept.items():
        assert [row for row in model.objects.order_by("pk").values() if row["id"] in {r["id"] for r in rows}] == rows
    calls = {call.role.key: call for call in new.calls.all()}
    assert (calls["mentee"].places, calls["mentee"].limit, calls["mentor"].places) == (18, 40, 15)
    assert calls["mentee"].closes == datetime(2027, 8, 28, 3, 59, tzinfo=UTC)
    assert {call.form for call in calls.values()} == {old.calls.first().form}
    assert sorted(call.slug for call in calls.values()) == ["alsc-2027-mentee", "alsc-2027-mentor"]
    assert set(new.milestones.values_list("label", "to_check")) == {
        ("Letters go out", False),
        ("Reception", True),
        ("Kick-off", False),
        ("Survey", False),
        ("Orientation", False),
    }
    assert ModelLogEntry.objects.filter(action="wagtail.create", object_id=new.pk, user=planner.user).exists()


def test_the_next_cycle_of_a_program_with_two_windows_a_year_is_half_a_year_away(planner, old):
    old.name, old.name_es, old.slug = "Fall 2026", "Otoño de 2026", "fall-2026"
    old.save()
    assert plan(planner, old, asked={"months": 6}).status_code == 302
    new = Round.objects.get(copied_from=old)
    assert (new.name, new.name_es, new.slug) == ("Spring 2027", "Primavera de 2027", "spring-2027")
    assert new.decisions_by == date(2027, 4, 9)
    mentee = new.calls.get(role__key="mentee")
    assert mentee.opens == datetime(2027, 2, 1, 14, 0, tzinfo=UTC), "9 am on Monday, in winter"
    assert new.milestones.get(label="Orientation").to_check, "the other half's month is not this one's"


def test_the_first_day_can_be_chosen(planner, old):
    assert plan(planner, old, asked={"months": 12, "first": "2027-08-16"}).status_code == 302
    mentee = Call.objects.get(round__copied_from=old, role__key="mentee")
    assert mentee.opens == datetime(2027, 8, 16, 13, 0, tzinfo=UTC)
    assert mentee.closes == datetime(2027, 9, 11, 3, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "asked", [{"months": 0}, {"months": "x"}, {"months": 12, "first": "2026-08-03"}, {"months": 10**9}]
)
def test_a_shift_that_leads_nowhere_is_told(planner, old, asked):
    response = planner.get(address(old, **asked))
    assert response.status_code == 200
    assert response.context["shift_form"].errors
    refused = planner.post(address(old), shown_form(planner, old) | asked)
    assert refused.status_code == 200
    assert not Round.objects.filter(copied_from=old).exists()


def test_two_clicks_make_one_round(planner, old):
    data = shown_form(planner, old)
    first, second = (planner.post(address(old), data, follow=True) for _ in range(2))
    assert Round.objects.filter(copied_from=old).count() == 1
    assert "is planned already" in second.content.decode()
    assert first.redirect_chain == second.redirect_chain


def test_a_short_name_taken_in_the_same_moment_is_told_and_nothing_is_left(planner, old, monkeypatch):
    data = shown_form(planner, old) | {"form_choice": "copies"}

    def beaten(proposal, user, *, copy_forms):
        monkeypatch.setattr(proposal.row, "full_clean", lambda: make_round(old.program, slug=proposal.row.slug))
        return store(proposal, user, copy_forms=copy_forms)

    monkeypatch.setattr(screens, "store", beaten)
    response = planner.post(address(old), data)
    assert "Another round of this program has this short name" in str(response.context["form"].errors["slug"])
    assert ApplicationFormPage.objects.count() == 1
    assert not Round.objects.filter(copied_from=old).exists()


@pytest.mark.django_db(transaction=True)
def test_four_clicks_at_once_make_one_round_and_one_copy_of_its_form(planner, old):
    data = shown_form(planner, old) | {"form_choice": "copies"}
    start = threading.Barrier(4)

    def click(_n):
        client = Client()
        client.force_login(planner.user)
        try:
            start.wait(timeout=30)
            return client.post(address(old), data).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(click, range(4)))
    assert set(answers) <= {200, 302}
    assert Round.objects.filter(copied_from=old).count() == 1
    assert ApplicationFormPage.objects.count() == 2


def test_the_database_itself_refuses_a_second_round_of_the_same_short_name(old):
    user = make_user(superuser=True)
    proposals = [propose(old, by_months(12, [])) for _ in range(2)]
    store(proposals[0], user)
    proposals[1].row.full_clean = lambda: None
    with pytest.raises(IntegrityError):
        store(proposals[1], user)


def test_a_short_name_of_another_round_is_refused_in_words(planner, old):
    make_round(old.program, slug="taken")
    response = plan(planner, old, slug="taken")
    assert "Another round of this program has this short name" in str(response.context["form"].errors)


def test_a_round_changed_since_it_was_shown_is_shown_again(planner, old):
    data = shown_form(planner, old)
    old.decisions_by = date(2026, 10, 16)
    old.save()
    response = planner.post(address(old), data)
    assert "changed since you looked" in str(response.context["form"].errors)
    assert "Friday, October 15, 2027" in response.content.decode()
    assert planner.post(address(old), data | {"seen": shown_form(planner, old)["seen"]}).status_code == 302


def test_forms_are_copied_as_drafts_with_their_languages_and_keys(planner, old):
    form = ApplicationFormPage.objects.get()
    spanish = Locale.objects.get(language_code="es")
    page_es = form.get_parent().specific.copy_for_translation(spanish, copy_parents=True)
    form_es = form.copy_for_translation(spanish)
    form_es.title = "Solicitud 2026–2027"
    form_es.save_revision().publish()
    planner.force_login(make_user(superuser=True))
    assert plan(planner, old, form_choice="copies").status_code == 302
    copies = {call.form for call in Call.objects.filter(round__copied_from=old)}
    assert len(copies) == 1, "both calls had one form"
    copy = copies.pop()
    assert (copy.live, copy.get_parent(), copy.locale) == (False, form.get_parent(), form.locale)
    assert (copy.title, copy.pk == form.pk) == ("Application for 2027–2028", False)
    assert copy.definition() == form.definition()
    copy_es = copy.get_translation(spanish)
    assert (copy_es.live, copy_es.get_parent().pk) == (False, page_es.pk)
    assert copy_es.title == "Solicitud 2027–2028"
    form.refresh_from_db()
    assert form.live
    assert {call.form for call in old.calls.all()} == {form}


def test_forms_for_references_are_carried_and_copied_as_well(planner, old):
    reference = make_form(old.program, page=old.program.pages.first(), purpose="reference", title="Reference 2026–2027")
    old.calls.filter(pk=old.calls.first().pk).update(reference_form=reference)
    planner.force_login(make_user(superuser=True))
    assert plan(planner, old, form_choice="copies").status_code == 302
    (copy,) = {call.reference_form for call in Call.objects.filter(round__copied_from=old)} - {None}
    assert (copy.title, copy.live, copy.purpose) == ("Reference 2027–2028", False, "reference")
    assert copy.pk != reference.pk


def test_who_may_add_no_pages_copies_no_forms(client, old):
    client.force_login(make_member(old.program))
    choices = client.get(address(old)).context["form"].fields["form_choice"].choices
    assert [key for key, _label in choices] == ["same"]
    response = plan(client, old, form_choice="copies")
    assert set(response.context["form"].errors) == {"form_choice"}
    assert ApplicationFormPage.objects.count() == 1
    assert plan(client, old).status_code == 302


def test_a_place_of_the_last_round_still_in_a_text_is_listed(planner, old):
    """A copied cycle whose old place name is still in a text."""
    page = old.program.pages.get()
    page.body = [("text", "<p>Meet your mentor in Chicago at ALA Annual, in a hotel to be named.</p>")]
    page.save_revision()  # a draft that nobody published
    form = ApplicationFormPage.objects.get()
    old.program.summary = "A year with a mentor, from November 2026 on."
    old.program.save()
    shown = planner.get(address(old)).content.decode()
    response = plan(planner, old)
    new = Round.objects.get(copied_from=old)
    listed = planner.get(response.url)
    for body in (shown, listed.content.decode()):
        assert "Meet your mentor in Chicago at ALA Annual" in body
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in body
        assert reverse("wagtailadmin_pages:edit", args=[form.pk]) in body
        assert "from November 2026 on." in body
    found = {(text.where, text.found) for text in listed.context["texts"]}
    assert ("Place", "ALA Annual, Chicago") in found
    assert ("Title", "Application for 2026–2027") in found
    assert address(new, "texts") in planner.get(reverse("round:edit", args=[new.pk])).content.decode()


def test_texts_without_the_old_year_or_place_are_not_listed(planner, old):
    """The time zone America/Chicago is no place of a conference, and 20261 is no year."""
    old.program.time_zone = "America/Chicago"
    old.program.summary = "Room 20261 in Chicagoland."
    old.program.save()
    found = {text.where for text in planner.get(address(old)).context["texts"]}
    assert found == {"Place", "Title"}


def test_a_name_that_still_holds_the_old_year_is_listed(planner, old):
    assert plan(planner, old, name="The round after 2026", name_es=old.name_es).status_code == 302
    texts = planner.get(address(Round.objects.get(copied_from=old), "texts")).context["texts"]
    assert {(text.where, text.found) for text in texts} >= {("Name in Spanish", "2026–2027")}


def test_drafts_that_this_person_may_not_edit_are_not_shown(client, old):
    page = old.program.pages.get()
    page.body = [("text", "<p>A secret plan for 2026.</p>")]
    page.save_revision()
    client.force_login(make_member(old.program))
    shown = client.get(address(old)).content.decode()
    assert "A secret plan" not in shown
    assert "Application for 2026–2027" in shown


def test_a_round_that_was_not_copied_has_no_texts_to_look_at(planner, old):
    assert "was not copied from another" in planner.get(address(old, "texts")).content.decode()


def test_a_round_without_dates_can_be_copied(client):
    round = make_round(make_program(), name="Pilot", slug="pilot")
    client.force_login(make_member(round.program))
    shown = client.get(address(round)).content.decode()
    assert "has no dates" in shown
    assert plan(client, round).status_code == 302
    assert Round.objects.get(copied_from=round).slug == "pilot-2"


def test_a_round_called_off_is_not_called_off_again(planner, old):
    old.called_off = True
    old.save()
    assert plan(planner, old).status_code == 302
    assert not Round.objects.get(copied_from=old).called_off


@pytest.mark.parametrize("who", ["coordinator elsewhere", "reader", "editor elsewhere"])
def test_only_who_plans_the_program_plans_its_next_round(client, old, who):
    other = make_program("OTHER")
    user = {
        "coordinator elsewhere": lambda: make_member(other),
        "reader": lambda: make_member(old.program, "reader"),
        "editor elsewhere": lambda: make_page_editor(make_program_page(other)),
    }[who]()
    new = make_round(old.program, copied_from=old)
    client.force_login(user)
    data = {"months": 12, "name": "Stolen", "slug": "stolen", "form_choice": "same"}
    data["seen"] = old.changed_at.isoformat()
    before = everything()
    for tried in (address(old), address(old, months=6), address(new, "texts")):
        for answer in (client.get(tried), client.post(tried, data)):
            assert answer.status_code == 302, tried
            assert answer.url == "/admin/"
    assert everything() == before


def test_lists_and_editor_lead_to_the_next_round(planner, old):
    for shown in (planner.get(reverse("round:index")), planner.get(reverse("round:edit", args=[old.pk]))):
        assert address(old) in shown.content.decode()


def test_the_role_of_a_third_side_is_copied_too(planner, old):
    make_call(old.program, "peer", round=old, form=None, url="https://forms.example.org/2026", opens=None, closes=None)
    assert plan(planner, old).status_code == 302
    peer = Call.objects.get(round__copied_from=old, role__key="peer")
    assert (peer.url, peer.opens, peer.closes) == ("https://forms.example.org/2026", None, None)


def test_the_programs_page_leads_to_its_next_round(planner, old):
    newest = make_round(old.program)
    shown = planner.get(reverse("wagtailadmin_pages:edit", args=[old.program.pages.get().pk])).content.decode()
    assert address(newest) in shown
    assert address(old) not in shown


def test_a_month_is_carried_a_year_on_to_be_checked_with_the_rounds_own_conditions(planner, old):
    call = old.calls.get(role__key="mentee")
    call.opens, call.closes, call.own_conditions, call.years_most = None, None, True, 5
    call.opens_precision, call.opens_around = "early", date(2026, 9, 9)
    call.member_of = [old.program.host]
    call.save()
    assert "Early September 2027" in planner.get(address(old)).content.decode()
    planner.post(address(old), shown_form(planner, old))
    new = Round.objects.get(copied_from=old).calls.get(role__key="mentee")
    assert (new.opens_around, new.to_check, new.opens_about) == (date(2027, 9, 9), True, None)
    assert (new.own_conditions, new.years_most, [*new.member_of.all()]) == (True, 5, [old.program.host])


def test_what_stands_all_year_has_no_next_round(planner, old):
    pool = make_round(old.program, standing=True)
    assert planner.get(address(pool)).status_code == 404
    assert address(pool) not in planner.get(reverse("round:index")).content.decode()
