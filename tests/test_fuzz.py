"""Every address of the resolver, asked and sent nonsense by everybody who has a duty, and by nobody.

What is sent comes from the screen's own form with some fields spoiled, so that it reaches the code behind the form.
The seed is fixed; another is tried with FUZZ_SEED=..., and a failure says what to run it with.
"""

import logging
import os
import random
import re
from functools import partial

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch
from lxml import html

from tests.factories import make_application, make_call, make_member, make_page_editor, make_program, make_user
from tests.programs.test_admin_attacks import Foreign

SEED = int(os.environ.get("FUZZ_SEED", "9"))
ROUNDS = int(os.environ.get("FUZZ_ROUNDS", "1"))
"""Posts to each screen that has a form, for each duty."""

NONSENSE = [
    "",
    "x",
    "-1",
    "0",
    "9" * 30,
    "null",
    "[]",
    "{}",
    "[1]",
    '{"a": 1}',
    "é",
    "1,2",
    "2026-13-45",
    "all",
    "true",
    " ",
    "1.5",
]

pytestmark = pytest.mark.django_db


class Ground:
    """A program of one's own, beside one whose rows nobody here may see."""

    def __init__(self):
        self.foreign = Foreign()
        self.own = make_program("OWN", name="Own Mentoring Program")
        self.call = make_call(self.own)
        self.application = make_application(self.call)
        self.page = self.own.pages.get()
        self.public = {"Hidden Mentoring Program", "Hidden Topic", "Hidden Event", "Hidden Goals"}

    def client(self, duty):
        client = Client(raise_request_exception=False)
        people = {
            "superuser": partial(make_user, superuser=True),
            "editor": partial(make_page_editor, self.page),
            **{name: partial(make_member, self.own, name) for name in ("coordinator", "reader", "observer")},
        }
        if duty in people:
            client.force_login(people[duty]())
        return client

    def rows(self):
        """Numbers that stand in addresses: rows of both programs, and none."""
        rows = [
            self.own,
            self.call,
            self.call.round,
            self.application,
            self.page,
            self.call.form,
            *self.foreign.rows.values(),
        ]
        return sorted({row.pk for row in rows}) + [0, 99999]


def walk(resolver, spaces=()):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces)
        elif pattern.name:
            yield (
                ":".join([*spaces, pattern.name]),
                sorted(pattern.pattern.converters or getattr(pattern.pattern, "regex", re.compile("")).groupindex),
            )


def filled(chance, name, taken, rows):
    """An address with something in each of its places; None where nothing at hand fits."""
    for _ in range(12):
        words = {
            "app_label": chance.choice(["programs", "home", "resources", "portal", "wagtailcore", "auth"]),
            "model_name": chance.choice(
                ["application", "programpage", "homepage", "program", "round", "page", "topic"]
            ),
            "content_type_app_name": "programs",
            "content_type_model_name": "programpage",
        }
        kwargs = {}
        for argument in taken:
            kwargs[argument] = words.get(argument) or chance.choice([*rows, *rows, "x", "accept", "en"])
        try:
            return reverse(name, kwargs=kwargs)
        except NoReverseMatch:
            continue
    return None


def fields_of(page):
    """What a browser would send of the largest form on the page."""
    if not page.strip().startswith(b"<"):
        return []
    forms = html.fromstring(page).xpath("//form[@method='post' or @method='POST']")
    best = max(forms, key=lambda form: len(form.fields), default=None)
    return [(name, str(value or "")) for name, value in best.form_values()] if best is not None else []


def spoiled(chance, fields):
    """Some fields replaced by nonsense, left out or sent twice."""
    sent = {}
    for name, value in fields:
        sent.setdefault(name, []).append(value)
    names = [name for name in sent if name != "csrfmiddlewaretoken"]
    for name in chance.sample(names, min(len(names), chance.randint(1, 3))):
        match chance.randrange(4):
            case 0:
                del sent[name]
            case 1:
                sent[name] = sent[name] + [chance.choice(NONSENSE)]
            case _:
                sent[name] = [chance.choice(NONSENSE)]
    return sent


def asked(client, method, address, data=None):
    """One request whose changes are taken back, so that each meets the same rows whatever came before."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        answer = getattr(client, method)(address, data or {})
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer, body


class Fuzz:
    """One person's attack on every address, and what came of it."""

    def __init__(self, ground, duty):
        self.chance = random.Random(f"{SEED} {duty}")
        self.client = ground.client(duty)
        self.rows = ground.rows()
        self.marks = set() if duty == "superuser" else set(ground.foreign.marks) - ground.public
        self.tried, self.failures, self.shown = 0, [], []

    def attack(self, name, taken):
        answer = body = None
        for _ in range(2 if taken else 1):  # until one of the rows is one that this person may open
            address = filled(self.chance, name, taken, self.rows)
            if address is None:
                return
            answer, body = self.ask("get", address)
            if answer.status_code == 200:
                break
        fields = fields_of(body)
        for _ in range(ROUNDS):
            sent = fields or [(field, "") for field in self.chance.sample(["seen", "id", "name", "next", "q"], 2)]
            self.ask("post", address, spoiled(self.chance, sent))

    def ask(self, method, address, sent=None):
        answer, body = asked(self.client, method, address, sent)
        told = f"{method} {address} {sent or ''}"
        self.tried += 1
        if answer.status_code >= 500:
            self.failures.append(f"{told}: {getattr(answer, 'exc_info', (None, None))[1]!r}")
        marks = self.marks if address.startswith("/admin/") else self.marks - {"Hidden Round"}
        text = body.decode(errors="replace")
        self.shown += [f"{told} showed {mark}" for mark in marks if mark in text]
        return answer, body


@pytest.mark.parametrize("duty", ["superuser", "coordinator", "reader", "observer", "editor", "anonymous"])
def test_nothing_that_is_asked_or_sent_fails_or_shows_a_foreign_row(duty):
    ground = Ground()
    fuzz = Fuzz(ground, duty)
    for name, taken in walk(get_resolver()):
        fuzz.attack(name, taken)
    again = f"FUZZ_SEED={SEED} pytest tests/test_fuzz.py -k {duty}"
    assert fuzz.tried > 300, "the resolver names fewer addresses than ever"
    assert not fuzz.failures, "\n".join([again, *fuzz.failures])
    assert not fuzz.shown, "\n".join([again, *fuzz.shown])


class Crafted:
    """The screens' own forms with one thing spoiled, as somebody signed in may send it."""

    def __init__(self):
        self.ground = Ground()
        self.client = self.ground.client("superuser")

    def post(self, address, spoil):
        fields = {"body-count": "0"} | dict(fields_of(self.client.get(address).content))
        assert len(fields) > 5, f"{address} has no form"
        spoil(fields)
        return self.client.post(address, fields)


@pytest.fixture
def crafted():
    return Crafted()


def editing(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


PAGES = {
    "a chooser that is no number": {"program": "x"},
    "a chooser beyond all numbers": {"program": "9" * 30},
    "a stream whose count is no number": {"body-count": "x"},
    "rich text that is no JSON": {"overview": "{"},
    "rich text that is no object": {"overview": "[1]"},
}


@pytest.mark.parametrize("spoilt", PAGES.values(), ids=PAGES)
def test_a_page_with_a_spoilt_field_is_no_failure(crafted, spoilt):
    answer = crafted.post(editing(crafted.ground.page), lambda fields: fields.update(spoilt))
    assert answer.status_code in {200, 400}


def test_a_stream_without_its_count_is_refused_in_words(crafted):
    answer = crafted.post(editing(crafted.ground.page), lambda fields: fields.pop("body-count", None))
    assert answer.status_code == 400
    assert "We could not read this request" in answer.content.decode()


@pytest.mark.parametrize("parent", [None, "x", "", "99999"])
def test_a_copy_without_a_parent_is_no_failure(crafted, parent):
    address = reverse("wagtailadmin_pages:copy", args=[crafted.ground.page.pk])
    sent = {"new_title": "A copy", "new_slug": "a-copy"} | ({} if parent is None else {"new_parent_page": parent})
    assert crafted.client.post(address, sent).status_code == 400


@pytest.mark.parametrize("value", ["x", "9" * 30, "-1", None])
@pytest.mark.parametrize("screen", ["round", "program"])
def test_an_inline_row_with_a_bad_or_missing_number_is_no_failure(crafted, screen, value):
    row = crafted.ground.call.round if screen == "round" else crafted.ground.own
    inline = "calls-0-id" if screen == "round" else "roles-0-id"

    def spoil(fields):
        assert fields.pop(inline)
        if value is not None:
            fields[inline] = value

    assert crafted.post(reverse(f"{screen}:edit", args=[row.pk]), spoil).status_code in {200, 400}


def test_a_fault_of_our_own_stays_a_failure(crafted, monkeypatch):
    def break_ours(fields):
        monkeypatch.setattr("programs.planning.rounds.forms.zone_words", None)

    answer = crafted.post(reverse("round:edit", args=[crafted.ground.call.round.pk]), break_ours)
    assert answer.status_code == 500


def test_what_was_answered_with_400_stands_in_the_log(crafted, caplog):
    copy = reverse("wagtailadmin_pages:copy", args=[crafted.ground.page.pk])
    logger = logging.getLogger("portal")
    logger.addHandler(caplog.handler)
    try:
        crafted.client.post(copy, {"new_title": "A copy"})
    finally:
        logger.removeHandler(caplog.handler)
    assert "new_parent_page" in caplog.text
    assert "ERROR" in caplog.text
