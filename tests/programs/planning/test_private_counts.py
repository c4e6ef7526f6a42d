"""What planners who are no committee are not told: how many applied, and what pages behind a lock say."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from portal.linkhealth.noting import keep_up
from programs.planning.next_round.old_texts import old_texts
from tests.factories import (
    make_application,
    make_call,
    make_member,
    make_page_editor,
    make_program,
    make_program_page,
    make_round,
)
from tests.programs.planning.rounds.test_screens import sent, sent_call
from tests.saving import save

pytestmark = pytest.mark.django_db


def lock(page):
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")


def test_refusing_to_delete_a_call_counts_nobody(client):
    program = make_program("ALSC")
    call = make_call(program)
    for _n in range(7):
        make_application(call)
    client.force_login(make_page_editor(program.pages.get()))
    rows = [sent_call(call, DELETE="on")]
    answer = save(
        client, reverse("round:edit", args=[call.round_id]), sent(rows, slug=call.round.slug)
    ).content.decode()
    assert "It is needed by: Applications." in answer
    assert "Applications: 7" not in answer


def test_texts_behind_a_lock_are_told_to_their_editors_alone():
    program = make_program("ALSC")
    page = make_program_page(program, search_description="Meet us in Chicago in 2025")
    old = make_round(program, starts=date(2025, 9, 1))
    new = make_round(program, copied_from=old)
    reader, editor = make_member(program), make_page_editor(page)

    def shown(user):
        return any("Chicago" in text.found for text in old_texts(old, new, user))

    assert shown(reader)
    lock(page)
    assert not shown(reader)
    assert shown(editor)


def test_the_report_of_links_names_no_locked_page_to_editors_of_others(client):
    hidden = make_program_page(
        make_program(),
        title="Minutes of the board",
        body=[{"type": "text", "value": '<a href="https://example.org/m">m</a>'}],
    )
    keep_up()
    address = reverse("portal_links:report")
    other = make_page_editor(make_program_page(make_program()))
    client.force_login(other)
    assert "https://example.org/m" in client.get(address).content.decode()
    lock(hidden)
    assert "https://example.org/m" not in client.get(address).content.decode()
    assert "Minutes of the board" not in client.get(address).content.decode()
    client.force_login(make_page_editor(Page.objects.get(pk=hidden.pk)))
    assert "Minutes of the board" in client.get(address).content.decode()
