import hashlib
from datetime import date, timedelta

import pytest
from django.urls import resolve
from django.utils import timezone, translation

from programs.letters.applicants import APPLICATION
from programs.models import AccessLink, Application, Letter
from programs.people.erasing import erase
from programs.people.secret_links import close_links, forget_links, has_ended, mint, note_use, opened
from tests.factories import make_application, make_call, make_link, make_program, make_round
from tests.programs.lifecycle.racing import at_once

pytestmark = pytest.mark.django_db


def token_of(link):
    return link.rstrip("/").rpartition("/")[2]


def test_a_link_opens_its_application_and_no_other_text_does(settings):
    settings.SITE_URL = "https://portal.example.org"
    application, other = make_application(), make_application()
    link, other_link = make_link(application), make_link(other)
    assert link.startswith("https://portal.example.org/")
    assert opened(token_of(link), APPLICATION) == application
    assert opened(token_of(other_link), APPLICATION) == other
    for token in ("", "x", token_of(link)[:-1], token_of(link) + "=", AccessLink.objects.first().token_hash, "\0"):
        assert opened(token, APPLICATION) is None


def test_a_link_is_long_and_only_its_hash_is_kept():
    token = token_of(make_link(make_application()))
    assert len(token) >= 32
    kept = AccessLink.objects.get()
    assert kept.token_hash == hashlib.sha256(token.encode()).hexdigest()
    assert token not in str(vars(kept))


def test_earlier_links_stay_good():
    application = make_application()
    first, second = make_link(application), make_link(application)
    assert first != second
    assert opened(token_of(first), APPLICATION) == opened(token_of(second), APPLICATION) == application


def test_a_link_leads_to_the_page_in_the_language_of_the_application(settings):
    link = make_link(make_application(language="es"))
    path = link.removeprefix(settings.SITE_URL)
    assert path.startswith("/es/")
    with translation.override("es"):
        assert resolve(path).url_name == "status_open"


def opens(link):
    return opened(token_of(link), APPLICATION) is not None


def make_letter(application):
    return Letter.objects.create(
        kind="received",
        correspondent=application.correspondent,
        about=application.about,
        to=application.email,
        language="en",
        due_at=timezone.now(),
    )


def test_the_links_of_the_last_three_letters_open():
    application, other = make_application(), make_application()
    others = make_link(other)
    links = [make_link(application) for _ in range(5)]
    assert [opens(link) for link in links] == [False, False, True, True, True]
    assert opens(others)
    assert has_ended(token_of(links[0]))
    assert not has_ended(token_of(links[-1]))
    assert not has_ended("made-up")


def test_a_letter_that_is_tried_often_closes_no_other_ones_link():
    application = make_application()
    first, second = make_link(application), make_link(application)
    letter = make_letter(application)
    tries = [mint(letter, "status_open") for _ in range(6)]
    assert all(opens(link) for link in [first, second, *tries])


def test_a_link_ends_some_time_after_its_round(settings):
    settings.LINK_DAYS = 60
    program = make_program("ALSC")
    call = make_call(program, round=make_round(program, starts=date(2027, 1, 1), ends=date(2030, 6, 30)))
    make_link(make_application(call))
    assert AccessLink.objects.get().expires_at.date() in {date(2030, 8, 29), date(2030, 8, 30)}


def test_a_link_of_a_letter_that_is_sent_after_the_round_opens_as_long(settings):
    settings.LINK_DAYS = 60
    program = make_program("ALSC")
    closes = timezone.now() - timedelta(days=300)
    call = make_call(
        program,
        round=make_round(program, starts=date(2020, 1, 1), ends=date(2020, 6, 30)),
        opens=closes - timedelta(days=9),
        closes=closes,
    )
    link = make_link(make_application(call))
    assert opens(link)
    AccessLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert not opens(link)
    assert has_ended(token_of(link))


def test_use_is_noted_and_links_are_closed():
    application = make_application()
    first, second, third = (make_link(application) for _ in range(3))
    kept = note_use(token_of(second))
    assert AccessLink.objects.get(pk=kept).last_used_at
    assert close_links(application, but=kept) == 2
    assert [opens(link) for link in (first, second, third)] == [False, True, False]
    assert close_links(application) == 1


def test_a_link_opens_nothing_after_erasure():
    application = make_application()
    link = make_link(application)
    erase(Application.objects.filter(pk=application.pk))
    assert not opens(link)
    assert not has_ended(token_of(link))


def test_what_ended_long_ago_is_forgotten():
    application = make_application()
    old, new = make_link(application), make_link(application)
    AccessLink.objects.filter(pk=AccessLink.objects.first().pk).update(expires_at=timezone.now() - timedelta(days=91))
    forget_links()
    assert not has_ended(token_of(old))
    assert opens(new)
    assert AccessLink.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_letters_that_are_sent_at_once_three_links_open():
    application = make_application()
    links = at_once(*[lambda: make_link(application)] * 6)
    assert [opens(link) for link in links].count(True) == 3
