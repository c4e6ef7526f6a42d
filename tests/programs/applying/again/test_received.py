"""From the confirmation to an application for another role: shared questions are asked once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from programs.applying.again.received import FRESH
from programs.floods.proving import prove
from programs.models import Application, Draft, Letter, Receipt
from tests.applying import CONTACT, apply, send
from tests.factories import make_application, make_call, make_program

from .conftest import asks

pytestmark = pytest.mark.django_db

WORK, NEW = asks("work", "Your workplace"), asks("offer", "What can you offer?")


def received(client, call, **how):
    """Applies, and what is said then: (address, page)."""
    where = apply(client, call, **how).url
    return where, client.get(where).content.decode()


def another(client, where, call):
    return client.post(f"{where}as/{call.slug}/", follow=True)


def test_who_applied_as_mentee_applies_as_mentor_with_the_shared_answers(client, call, other):
    mentors = other(WORK, NEW)
    where, told = received(client, call)
    assert "Apply as mentor, too</a>: 1 of its 2 questions is filled in" in told
    asked = client.get(f"{where}as/{mentors.slug}/").content.decode()
    assert asked.index("Your workplace") < asked.index("Asked anew") < asked.index("What can you offer?")
    assert "asked in other words: “Where do you work?”" in asked
    assert Draft.objects.unsent().count() == 0
    first = another(client, where, mentors).content.decode()
    assert "Filled in from your last answers" in first
    assert f'value="{CONTACT["name"]}"' in first
    assert 'value="sample@example.org"' in first
    assert "checked" not in first.partition('name="agree"')[2].partition(">")[0]
    assert Application.objects.count() == 1
    client.post(f"/apply/{mentors.slug}/form/", {"go": "on"} | CONTACT)
    assert "A library" in client.get(f"/apply/{mentors.slug}/form/2/").content.decode()
    client.post(f"/apply/{mentors.slug}/form/2/", {"go": "on", "q-work": "A school", "q-offer": "Time"})
    assert send(client, mentors).url.startswith(f"/apply/{mentors.slug}/received/")
    assert Application.objects.get(call=mentors).answers == {"work": "A school", "offer": "Time"}
    assert Application.objects.get(call=call).answers["work"] == "A library"


def test_one_person_in_two_roles_is_no_flood(client, call, other):
    """Two calls, two places, two letters: and nothing suspects whoever took their time."""
    mentors = other(WORK)
    for each in (call, mentors):
        type(each).objects.filter(pk=each.pk).update(limit=1)
    where, _told = received(client, call)
    another(client, where, mentors)
    client.post(f"/apply/{mentors.slug}/form/", {"go": "on"} | CONTACT)
    Draft.objects.update(begun_at=timezone.now() - timedelta(minutes=3))
    send(client, mentors)
    both = list(Application.objects.order_by("pk"))
    for application in both:
        prove(application)
        application.refresh_from_db()
    assert [application.call for application in both] == [call, mentors]
    assert both[1].suspected == ""
    assert [application.after_limit for application in both] == [False, False]
    assert Letter.objects.filter(kind="received").count() == 2


def test_the_same_round_comes_first(client, call, other):
    later = other(WORK, round=make_call(call.round.program, "peer").round)
    mentors = other(WORK)
    _where, told = received(client, call)
    assert told.index(f"/as/{mentors.slug}/") < told.index(f"/as/{later.slug}/")


def test_nobody_else_is_offered_anything(client, call, other):
    """The address of the page is no secret: it may be bookmarked and sent on."""
    mentors = other(WORK)
    where, _told = received(client, call)
    stranger = type(client)()
    assert "/as/" not in stranger.get(where).content.decode()
    for ask in (stranger.get, stranger.post):
        assert ask(f"{where}as/{mentors.slug}/").status_code == 404
    assert not Draft.objects.unsent().exists()


def test_after_a_while_only_the_letters_link_opens_it(client, call, other):
    """Whoever sits down next at a library's computer reads nothing of it."""
    mentors = other(WORK)
    where, _told = received(client, call)
    Receipt.objects.update(created_at=timezone.now() - FRESH - timedelta(minutes=1))
    assert "/as/" not in client.get(where).content.decode()
    assert client.get(f"{where}as/{mentors.slug}/").status_code == 404


def test_what_a_stranger_typed_is_carried_and_nothing_of_whose_address_it_is(client, call, other):
    mentors = other(WORK)
    make_application(call, email="Sample@Example.org", name="Inés Sample", answers={"work": "Private"})
    make_application(mentors, email="Sample@Example.org", answers={})
    where, told = received(client, call)
    assert Receipt.objects.get().kind == "again"
    assert "Apply as mentor, too" in told
    first = another(client, where, mentors).content.decode()
    typed = Draft.objects.unsent().get().typed
    assert typed == {"name": [CONTACT["name"]], "email": ["sample@example.org"], "q-work": ["A library"]}
    assert "Inés" not in first


def test_who_closed_the_other_links_is_not_followed_by_a_session_that_came_by_one(client, call, other):
    """It had sent a change, which would fill the other form."""
    mentors = other(WORK)
    where, _told = received(client, call)
    Draft.objects.update(application=Application.objects.get())
    assert "/as/" not in client.get(where).content.decode()
    assert client.get(f"{where}as/{mentors.slug}/").status_code == 404


@pytest.mark.parametrize("why", ["closed", "elsewhere", "no form", "shares nothing", "of another program", "sent"])
def test_no_other_call_is_offered(client, call, other, why):
    elsewhere = why == "of another program"
    mentors = make_call(make_program("OTHER")) if elsewhere else other(NEW if why == "shares nothing" else WORK)
    changed = {
        "closed": {"closes": timezone.now() - timedelta(hours=1)},
        "elsewhere": {"url": "https://example.org/apply", "form": None},
        "no form": {"form": None},
    }.get(why)
    if changed:
        type(mentors).objects.filter(pk=mentors.pk).update(**changed)
    elif why == "sent":
        apply(client, mentors)
    where, told = received(client, call)
    assert "/as/" not in told
    assert client.post(f"{where}as/{mentors.slug}/").status_code == 404
