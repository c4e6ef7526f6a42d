"""Coming back to what was begun, by the link of a letter."""

import re

import pytest

from programs.letters.delivery import deliver_due
from programs.models import AccessLink, Application, Draft, Letter
from tests.applying import answer, apply, begin, send
from tests.factories import make_application

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(client, call, mailoutbox):
    """The path in the letter that somebody asked for in the second step."""
    begin(client, call)
    later(client, call)
    return link_in(mailoutbox)


def later(client, call, **typed):
    return client.post(f"/apply/{call.slug}/form/2/", {"q-work": "Half an answer", "go": "later"} | typed)


def link_in(mailoutbox):
    deliver_due()
    return re.search(r"http://[^/]+(/draft/open/\S+)", mailoutbox[-1].body)[1]


def test_the_link_opens_the_answers_on_another_device(client, call, link):
    phone = type(client)()
    assert "Half an answer" not in phone.get(link).content.decode()
    there = phone.post(link)
    assert there.url == f"/apply/{call.slug}/form/"
    assert 'value="Half an answer"' in phone.get(f"/apply/{call.slug}/form/2/").content.decode()
    answer(phone, call)
    send(phone, call)
    assert Application.objects.get().answers["work"] == "A library"


def test_what_a_link_opens_is_held_until_the_browser_is_closed(client, link):
    phone = type(client)()
    phone.post(link)
    assert phone.session.get_expire_at_browser_close()


def test_looking_at_the_link_opens_nothing(client, link, call):
    phone = type(client)()
    phone.get(link)
    assert phone.get(f"/apply/{call.slug}/form/2/").status_code == 302


def test_the_page_says_where_the_letter_goes_and_shows_no_address(client, call, link):
    page = client.get(f"/apply/{call.slug}/saved/").content.decode()
    assert "s•••e@example.org" in page
    assert "sample@example.org" not in page


def test_the_page_shows_the_address_as_it_was_typed_and_not_as_the_program_knows_it(client, call):
    make_application(call, email="Sample@Example.org")
    begin(client, call)
    assert "s•••e@example.org" in client.get(later(client, call).url).content.decode()


def test_without_an_address_that_can_be_one_no_letter_is_promised(client, call):
    begin(client, call, email="ines@")
    page = client.get(later(client, call).url).content.decode()
    assert "So far only this browser can open them" in page
    assert not Letter.objects.exists()


def test_a_link_opens_nothing_once_the_draft_is_sent(client, call, link):
    answer(client, call)
    send(client, call)
    assert type(client)().post(link).status_code == 404


def test_a_link_that_went_to_another_address_is_closed_when_the_address_is_corrected(client, call, link):
    begin(client, call, email="right@example.org")
    assert type(client)().post(link).status_code == 404


def test_a_new_link_can_be_asked_for(client, call, link, mailoutbox):
    type(client)().post("/status/", {"email": "Sample@example.org"})
    assert type(client)().post(link_in(mailoutbox)).status_code == 302
    assert AccessLink.objects.count() == 2


def test_a_stranger_learns_nothing_of_a_draft_and_floods_nobody(client, call, link):
    known, unknown = (
        type(client)().post("/status/", {"email": email}).content for email in ("sample@example.org", "x@example.org")
    )
    assert known == unknown
    for _ in range(9):
        later(client, call)
    assert Letter.objects.count() <= 3


def test_the_letter_says_nothing_that_was_typed(client, call, link, mailoutbox):
    assert "Half an answer" not in mailoutbox[-1].body
    assert "Sample Applicant" not in mailoutbox[-1].body


def test_a_draft_that_was_sent_is_no_draft_any_more(client, call):
    apply(client, call)
    assert not Draft.objects.unsent().exists()
