"""A changed address of the committee is told by letter: to its coordinators and to the old address."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone
from wagtail.users.models import UserProfile

from portal.asking.consequences import SEEN
from programs.letters.delivery import deliver_due
from programs.models import AddressNotice, Correspondent, Letter, Reminder
from programs.people.correspondents import correspondent_for
from programs.people.erasing import erase_leftovers
from programs.planning.addresses.letters import forget_address_notices, write_about
from tests.factories import make_call, make_member, make_program, make_role, make_user

from .test_changes import save_call, save_program

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    program = make_program("ALSC", reply_to="committee@example.org")
    make_role(program, "mentee")
    return program


@pytest.fixture
def coordinator(program):
    return make_member(program, user=person("ana", first_name="Ana", last_name="Ruiz"))


def person(name, language="", **fields):
    user = make_user(name)
    for field, value in fields.items():
        setattr(user, field, value)
    user.save()
    UserProfile.objects.create(user=user, preferred_language=language)
    return user


def letters():
    return {letter.to: letter for letter in Letter.objects.all()}


def test_coordinators_and_the_old_address_get_one_letter_each(client, program, coordinator):
    make_member(program, user=person("ben"))
    save_program(client, program, coordinator, reply_to="office@example.org")
    assert Letter.objects.count() == 3
    assert set(letters()) == {"ana@example.org", "ben@example.org", "committee@example.org"}
    for letter in letters().values():
        assert "Before: committee@example.org\nNow: office@example.org\nChanged by: Ana Ruiz\n" in letter.body
        assert str(timezone.now().year) in letter.body
    assert f"/admin/mentoring/programs/history/{program.pk}/" in letters()["ben@example.org"].body
    assert "Dear Ana Ruiz," in letters()["ana@example.org"].body


def test_the_old_address_is_told_whom_to_ask_and_gets_no_way_into_the_admin(client, program, coordinator):
    save_program(client, program, coordinator, reply_to="office@example.org")
    told = letters()["committee@example.org"].body
    assert "Who coordinates it: Ana Ruiz" in told
    assert "/admin/" not in told


def test_who_is_no_coordinator_now_gets_no_letter(client, program, coordinator):
    make_member(program, duty="reader", user=person("reader"))
    make_member(program, user=person("former"), until=date(2020, 1, 1))
    make_member(program, user=person("gone", is_active=False))
    make_member(program, user=person("nowhere", email=""))
    make_member(make_program("RUSA"), user=person("elsewhere"))
    save_program(client, program, coordinator, reply_to="office@example.org")
    assert set(letters()) == {"ana@example.org", "committee@example.org"}


def test_a_coordinator_who_is_the_old_address_gets_one_letter(client, program):
    coordinator = make_member(program, user=person("ana", email="Committee@example.org"))
    save_program(client, program, coordinator, reply_to="office@example.org")
    assert list(letters()) == ["Committee@example.org"]
    assert "/history/" in letters()["Committee@example.org"].body


def test_nothing_changed_writes_nothing(client, program, coordinator):
    save_program(client, program, coordinator, reply_to="committee@example.org", summary="Another summary.")
    assert letters() == {}


def test_an_address_given_for_the_first_time_is_told_to_coordinators_only(client, program, coordinator):
    type(program).objects.update(reply_to="")
    program.refresh_from_db()
    save_program(client, program, coordinator, reply_to="office@example.org")
    assert list(letters()) == ["ana@example.org"]
    assert "Before: none was given\nNow: office@example.org" in letters()["ana@example.org"].body


def test_an_address_taken_away_is_told_to_it(client, program, coordinator):
    save_program(client, program, coordinator, reply_to="")
    assert "Now: none is given" in letters()["committee@example.org"].body


def test_another_form_elsewhere_is_told_to_coordinators_in_their_language(client, program):
    call = make_call(program, url="https://committee.example/form")
    coordinator = make_member(program, user=person("ana", language="es"))
    asked = save_call(client, call, coordinator, url="https://committee.example/new")
    assert letters() == {}, "it was asked about first"
    token = {SEEN: asked.context["form"].asked_token}
    save_call(client, call, coordinator, url="https://committee.example/new", asked=token)
    [letter] = letters().values()
    assert (letter.to, letter.language) == ("ana@example.org", "es")
    assert "https://committee.example/form" in letter.body
    assert "https://committee.example/new" in letter.body


def test_letters_are_written_with_the_change_or_not_at_all(client, program, coordinator, monkeypatch):
    def fails(*args, **kwargs):
        write_about(*args, **kwargs)
        raise RuntimeError("The database went away.")

    monkeypatch.setattr("programs.planning.addresses.changes.write_about", fails)
    with pytest.raises(RuntimeError), transaction.atomic():
        save_program(client, program, coordinator, reply_to="office@example.org")
    program.refresh_from_db()
    assert program.reply_to == "committee@example.org"
    assert letters() == {}


def test_an_answer_does_not_go_to_the_new_address_and_no_secret_link_is_made(client, program, coordinator):
    save_program(client, program, coordinator, reply_to="office@example.org")
    assert deliver_due().sent == 2
    assert [sent.reply_to for sent in mail.outbox] == [[], []]
    assert {sent.to[0] for sent in mail.outbox} == {"ana@example.org", "committee@example.org"}
    assert not Correspondent.objects.filter(links__isnull=False).exists()


def test_an_applicant_with_the_old_address_keeps_the_language_of_their_letters(client, program, coordinator):
    applicant = correspondent_for(program, "committee@example.org", language="es", name="Eva")
    Reminder.objects.create(correspondent=applicant, asked_at=timezone.now())
    save_program(client, program, coordinator, reply_to="office@example.org")
    applicant.refresh_from_db()
    assert (applicant.language, applicant.name) == ("es", "Eva")
    assert letters()["committee@example.org"].language == "en"


def test_who_was_written_to_is_forgotten_once_the_letter_is_gone_and_old(client, program, coordinator):
    save_program(client, program, coordinator, reply_to="office@example.org")
    erase_leftovers()
    assert AddressNotice.objects.count() == 2
    later = timezone.now() + timedelta(days=15)
    forget_address_notices(later)
    assert AddressNotice.objects.count() == 2, "its letters wait to be sent"
    deliver_due()
    forget_address_notices()
    assert AddressNotice.objects.count() == 2, "they are not old"
    forget_address_notices(later)
    assert not AddressNotice.objects.exists()
    assert letters() == {}
    assert not Correspondent.objects.exists()


def test_the_outbox_shows_the_letters_to_who_coordinates(client, program, coordinator):
    save_program(client, program, coordinator, reply_to="office@example.org")
    shown = client.get("/admin/mentoring/outbox/").content.decode()
    assert "Address changed" in shown
    letter = letters()["committee@example.org"]
    assert client.get(f"/admin/mentoring/outbox/inspect/{letter.pk}/").status_code == 200


def test_the_programs_history_shows_both_values_of_a_form_elsewhere(client, program, coordinator):
    call = make_call(program, url="https://committee.example/form")
    asked = save_call(client, call, coordinator, url="https://committee.example/new")
    save_call(
        client,
        call,
        coordinator,
        url="https://committee.example/new",
        asked={SEEN: asked.context["form"].asked_token},
    )
    shown = client.get(f"/admin/mentoring/programs/history/{program.pk}/").content.decode()
    assert "https://committee.example/form" in shown
    assert "https://committee.example/new" in shown
