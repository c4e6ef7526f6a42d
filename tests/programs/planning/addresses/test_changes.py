"""Where letters are answered to, and a form elsewhere, are the committee's to change."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.asking.consequences import SEEN
from programs.planning.addresses.changes import CHANGED, needs_committee
from tests.factories import (
    make_call,
    make_member,
    make_page_editor,
    make_program,
    make_program_page,
    make_role,
    make_user,
)
from tests.programs.planning.settings.test_screens import sent
from tests.saving import save

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    program = make_program("ALSC", reply_to="committee@example.org")
    make_role(program, "mentee")
    return program


def page_editor(program):
    return make_page_editor(make_program_page(program))


def save_program(client, program, user, **fields):
    client.force_login(user)
    return save(client, reverse("program:edit", args=[program.pk]), sent(program, **fields), follow=True)


def save_call(client, call, user, asked=None, **fields):
    """What the round's form sends for its one call."""
    round = call.round
    own = {"name": round.name, "slug": round.slug}
    counts = {"milestones-TOTAL_FORMS": 0, "milestones-INITIAL_FORMS": 0}
    row = {"id": call.pk, "role": call.role_id, "opens": "2027-01-01 00:00", "closes": "2099-01-31 23:59"} | fields
    inline = {"calls-TOTAL_FORMS": 1, "calls-INITIAL_FORMS": 1} | {f"calls-0-{name}": to for name, to in row.items()}
    client.force_login(user)
    return save(client, reverse("round:edit", args=[round.pk]), own | counts | inline | (asked or {}), follow=True)


def entries():
    return [entry.data for entry in ModelLogEntry.objects.filter(action=CHANGED)]


def test_a_page_editor_reads_where_letters_are_answered_to_and_does_not_change_it(client, program):
    editor = page_editor(program)
    client.force_login(editor)
    shown = client.get(reverse("program:edit", args=[program.pk])).content.decode()
    assert "committee@example.org" in shown
    assert "Only a coordinator of the program’s committee can change this." in shown
    answer = save_program(client, program, editor, reply_to="mine@example.org")
    assert "It stays as it was." in answer.content.decode()
    program.refresh_from_db()
    assert program.reply_to == "committee@example.org"


def test_a_page_editor_saves_everything_else(client, program):
    fields = sent(program, summary="New summary.")
    del fields["reply_to"]
    client.force_login(page_editor(program))
    save(client, reverse("program:edit", args=[program.pk]), fields)
    program.refresh_from_db()
    assert (program.summary, program.reply_to) == ("New summary.", "committee@example.org")
    assert entries() == []


def test_a_coordinator_changes_it_and_the_history_holds_both_values(client, program):
    coordinator = make_member(program)
    save_program(client, program, coordinator, reply_to="office@example.org")
    program.refresh_from_db()
    assert program.reply_to == "office@example.org"
    told = {"row": program.name, "field": "reply_to", "old": "committee@example.org", "new": "office@example.org"}
    assert entries() == [told]


def test_the_committee_is_told_of_a_change_and_page_editors_are_not(client, program):
    save_program(client, program, make_user("admin", superuser=True), reply_to="office@example.org")
    [(told, address)] = needs_committee(make_member(program))
    assert "admin" in told
    assert "from “committee@example.org” to “office@example.org”" in told
    assert str(program.pk) in address
    assert list(needs_committee(page_editor(program))) == []
    assert list(needs_committee(make_member(program, duty="reader"))) == []


def test_the_history_screen_shows_the_change(client, program):
    coordinator = make_member(program)
    save_program(client, program, coordinator, reply_to="office@example.org")
    shown = client.get(reverse("program:history", args=[program.pk])).content.decode()
    assert "Address changed" in shown
    assert "committee@example.org" in shown
    assert "Fill the form with this version" not in shown, "it is what the program is now"


@pytest.mark.parametrize("url", ["https://mine.example/form", ""])
def test_a_page_editor_does_not_change_a_form_elsewhere(client, program, url):
    call = make_call(program, url="https://committee.example/form")
    answer = save_call(client, call, page_editor(program), url=url)
    assert "It stays as it was." in answer.content.decode()
    call.refresh_from_db()
    assert call.url == "https://committee.example/form"


def test_a_coordinator_changes_a_form_elsewhere(client, program):
    call = make_call(program, url="https://committee.example/form")
    coordinator = make_member(program)
    asked = save_call(client, call, coordinator, url="https://committee.example/new")
    token = {SEEN: asked.context["form"].asked_token}
    save_call(client, call, coordinator, url="https://committee.example/new", asked=token)
    call.refresh_from_db()
    assert call.url == "https://committee.example/new"
    assert [(entry["old"], entry["new"]) for entry in entries()] == [
        ("https://committee.example/form", "https://committee.example/new")
    ]
