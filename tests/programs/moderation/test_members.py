"""Lists of members in the admin, and what the committee sees of them."""

import re
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from programs.membership.claims import Membership, claim, membership_of
from programs.models import FormVersion, MemberList, MemberNumber
from tests.factories import make_application, make_call, make_member, make_page_editor, make_round

QUESTION = {"type": "membership_number", "key": "member", "label": "Number", "hint": "", "why": "", "required": False}


@pytest.fixture
def apply(call):
    version = FormVersion.objects.create(
        form=call.form, language="en", digest="m", sections=[{"questions": [QUESTION]}]
    )

    def make(number):
        application = make_application(call, version=version, answers={"member": number})
        claim(application)
        return application

    return make


def add(client, call, content=b"Number\n00123\n", name="members.csv"):
    return client.post(reverse("members:add"), {"call": call.pk, "file": SimpleUploadedFile(name, content)})


def test_a_coordinator_adds_replaces_and_deletes_a_list(desk, call, coordinator):
    assert add(desk, call).status_code == 302
    kept = MemberList.objects.get()
    assert (kept.call, kept.count, kept.added_by) == (call, 1, coordinator)
    edit = reverse("members:edit", args=[kept.pk])
    opened = dict(re.findall(r'name="([\w-]+)" value="([^"]*)"', desk.get(edit).content.decode()))
    answer = desk.post(edit, opened | {"file": SimpleUploadedFile("members.txt", b"1\n2\n")})
    assert answer.status_code == 302
    kept.refresh_from_db()
    assert kept.count == MemberNumber.objects.count() == 2
    assert kept.call == call
    assert str(call) in desk.get(reverse("members:index")).content.decode()
    desk.post(reverse("members:delete", args=[kept.pk]))
    assert not MemberNumber.objects.exists()


def test_a_list_may_be_for_all_calls_of_the_program_that_are_not_over(desk, call):
    program = call.round.program
    mentors = make_call(program, "mentor", round=call.round)
    past = make_call(
        program, round=make_round(program, ends="2020-01-01"), closes=datetime(2019, 1, 1, tzinfo=UTC), opens=None
    )
    make_call()
    file = SimpleUploadedFile("members.csv", b"1\n2\n")
    desk.post(reverse("members:add"), {"call": call.pk, "file": file, "everywhere": "on"})
    assert {one.call for one in MemberList.objects.all()} == {call, mentors}
    assert {one.count for one in MemberList.objects.all()} == {2}
    assert past.pk not in {call.pk, mentors.pk}


def test_a_file_that_is_no_list_is_refused_in_words(desk, call):
    answer = add(desk, call, b"Nobody\n")
    assert "No number stands first in any line" in answer.content.decode()
    assert not MemberList.objects.exists()


def test_a_call_of_another_program_gets_no_list(desk):
    other = make_call()
    assert add(desk, other).status_code == 200
    assert not MemberList.objects.exists()
    assert str(other) not in desk.get(reverse("members:add")).content.decode()


@pytest.mark.parametrize("who", ["reader", "observer", "editor"])
def test_lists_are_the_coordinators_alone(client, call, who):
    user = make_page_editor(call.form) if who == "editor" else make_member(call.round.program, who)
    client.force_login(user)
    assert client.get(reverse("members:index")).status_code == 302
    add(client, call)
    assert not MemberList.objects.exists()


def references(page):
    return re.findall(r'<div class="queue-small">([A-Z0-9-]+)</div>', page)


def test_the_queue_says_and_filters_who_is_to_be_verified(desk, call, apply):
    known, unknown, plain = apply("123"), apply("124"), make_application(call)
    add(desk, call)
    queue = reverse("application:index")
    page = desk.get(queue).content.decode()
    assert page.count("Membership verified</div>") == 1
    assert page.count("Membership to verify</div>") == 1
    assert references(desk.get(queue, {"membership": "to_verify"}).content.decode()) == [unknown.reference]
    assert references(desk.get(queue, {"membership": "verified"}).content.decode()) == [known.reference]
    assert len(references(page)) == 3
    assert plain.reference in page


def test_one_application_says_it_and_a_coordinator_verifies_it(desk, apply):
    application = apply("124")
    screen, verify = (reverse(f"application:{name}", args=[application.pk]) for name in ("inspect", "membership"))
    assert "I have verified it" in desk.get(screen).content.decode()
    desk.post(verify)
    assert membership_of(application) == Membership.VERIFIED
    page = desk.get(screen).content.decode()
    assert "Verify it again" in page
    assert "Membership verified" in page
    desk.post(verify, {"doubt": "1"})
    assert membership_of(application) == Membership.TO_VERIFY
    assert desk.get(verify).status_code == 405


def test_a_reader_sees_it_and_verifies_nothing(client, call, apply):
    application = apply("124")
    client.force_login(make_member(call.round.program, "reader"))
    page = client.get(reverse("application:inspect", args=[application.pk])).content.decode()
    assert "Membership to verify" in page
    assert "I have verified it" not in page
    client.post(reverse("application:membership", args=[application.pk]))
    assert membership_of(application) == Membership.TO_VERIFY


def test_an_application_that_was_not_asked_says_nothing(desk, call):
    page = desk.get(reverse("application:inspect", args=[make_application(call).pk])).content.decode()
    assert "Membership" not in page
