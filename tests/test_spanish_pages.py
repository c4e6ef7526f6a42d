"""What a reader of Spanish meets: no English is left on a page, in a letter or in an answer to staff; dates in Spanish order."""

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from django.utils import translation
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from home.models import HomePage
from programs import dates
from programs.letters.links import mint
from programs.letters.writing import render
from programs.lifecycle import TRANSITIONS, Refused, advance
from programs.models import Application, Decision, Host, Letter
from programs.moderation.announcing import announce
from programs.state import call_sentence
from tests.factories import (
    make_application,
    make_call,
    make_form,
    make_member,
    make_program,
    make_program_page,
    make_role,
    make_round,
    make_user,
)
from tests.programs.applying.conftest import filled, opened

pytestmark = pytest.mark.django_db

ENGLISH = re.compile(
    r"\b(the|and|of|with|your|you|we|this|what|when|is|are|to|for|by|from|if|was|not|apply|applications?|programs?"
    r"|opens?|closes|days?|left|round|letter|reference|am|pm|Eastern|(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day"
    r"|January|February|March|May|June|July|August|October|December)\b",
    re.IGNORECASE,
)
"""Words that stand in nearly every English sentence of ours and in no Spanish one."""

QUESTION = {"label": "¿Dónde trabaja?", "hint": "", "why": "", "required": True, "key": "work"}
SECTIONS = [
    {
        "type": "section",
        "id": "22222222-0000-0000-0000-000000000001",
        "value": {
            "heading": "Su trabajo",
            "intro": "",
            "questions": [
                {"type": kind, "id": f"22222222-0000-0000-0000-00000000001{n}", "value": QUESTION | more}
                for n, (kind, more) in enumerate(
                    {
                        "short_text": {},
                        "long_text": {"key": "goals", "required": False, "most_words": 10},
                        "yes_no": {"key": "before"},
                        "consent": {"key": "conduct"},
                    }.items()
                )
            ],
        },
    }
]


class Words(HTMLParser):
    """What of a page is read out or shown, without the name of the site."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.found += [value for name, value in attributes if name in {"aria-label", "title", "placeholder"} and value]
        self.found += [dict(attributes).get("content") or "" for _ in [tag] if ("name", "description") in attributes]

    def handle_data(self, data):
        self.found.append(data)

    def __str__(self):
        return " ".join(" ".join(self.found).replace("Library Mentors", "").split())


def english_in(text):
    return [text[max(0, found.start() - 40) : found.end() + 40] for found in ENGLISH.finditer(text)]


def read(client, address, **post):
    """The words of a page; none of them may be English."""
    answer = client.post(address, post, follow=True) if post else client.get(address)
    text = str(Words(answer.content.decode()))
    assert len(text) > 100
    assert english_in(text) == []
    return text


@pytest.fixture
def call():
    """A call of a program that has everything in Spanish."""
    spanish = Locale.objects.get(language_code="es")
    home = HomePage.objects.get().copy_for_translation(spanish)
    home.title = "Mentoría"
    home.save_revision().publish()
    host = Host.objects.create(name="Asociación de muestra", kind="association")
    program = make_program("REF", name="Mentoría de muestra", host=host, reply_to="preguntas@example.org")
    role = make_role(program, "mentee", name_es="persona mentorizada", plural_es="personas mentorizadas")
    page = make_program_page(program, parent=home, locale=spanish, slug="muestra", body=[("apply", {})])
    form = make_form(program, page=page, title="Solicitud", sections=SECTIONS, locale=spanish)
    days = {"decisions_by": date(2099, 3, 5), "starts": date(2099, 4, 1), "ends": date(2099, 12, 1)}
    round = make_round(program, name="2099", slug="2099", **days)
    return make_call(program, role=role.key, round=round, form=form, closes=datetime(2099, 2, 6, 4, 59, tzinfo=UTC))


@pytest.fixture
def application(call):
    return make_application(call, language="es", name="Inés de Muestra", answers={"work": "Una biblioteca"})


def test_directory_and_program_page(client, call):
    assert "Admite solicitudes" in read(client, "/es/")
    page = read(client, "/es/muestra/")
    assert "Cierra el jueves 5 de febrero de 2099, 11:59 p. m., hora del Este; quedan " in page
    assert "5 de marzo de 2099" in page
    assert "1 de abril de 2099 – 1 de diciembre de 2099" in page


def test_form_its_errors_and_its_receipt(client, call):
    address = f"/es/apply/{call.slug}/"
    assert "¿Dónde trabaja?" in read(client, address)
    key = opened(client, call)
    wrong = {"opened": key, "email": "nobody", "q-goals": "uno " * 11}
    page = read(client, address, **wrong)
    assert "Hay un problema" in page
    assert "Use como máximo 10 palabras; aquí hay 11" in page
    right = filled(client, call, **{"opened": key, "q-topics": None, "q-before": "yes", "q-conduct": "on"})
    assert "A más tardar el jueves 5 de marzo de 2099" in read(client, address, **right)
    read(client, f"/es{call.form.url.removeprefix('/es')}")


@pytest.mark.parametrize("change", ["paused", "upcoming", "closed", "unknown", "withdrawn", "full"])
def test_call_that_takes_no_applications(client, call, change):
    if change == "paused":
        type(call.round.program).objects.update(paused=True, paused_notice_es="En revisión.")
    elif change == "withdrawn":
        call.form.unpublish()
    else:
        now = datetime(2026, 8, 1, tzinfo=UTC)
        fields = {
            "upcoming": {"opens": call.closes.replace(year=2098)},
            "closed": {"opens": now.replace(day=1, month=2), "closes": now},
            "unknown": {"opens": None},
            "full": {"limit": 0},
        }[change]
        type(call).objects.update(**fields)
    read(client, f"/es/apply/{call.slug}/")
    read(client, "/es/muestra/")


@pytest.mark.parametrize("verb", [None, "accept", "waitlist", "decline", "reopen", "withdraw"])
def test_status_page_in_each_state(client, application, verb):
    if verb == "reopen":
        decided(application, "decline")
    if verb:
        decided(application, verb)
    link = mint(application).partition("/es/")[2]
    read(client, f"/es/{link}")
    client.post(f"/es/{link}")
    assert application.reference in read(client, f"/es/status/{application.reference}/")


def decided(application, verb):
    advance(application, verb, by=make_user(), seen=application.status)
    announce(application.decisions.all(), by=make_user())
    application.refresh_from_db()


def test_other_pages_of_applying(client, application):
    link = mint(application).partition("/es/")[2]
    client.post(f"/es/{link}")
    read(client, f"/es/status/{application.reference}/withdraw/")
    read(client, "/es/status/")
    read(client, "/es/status/", email="muestra@example.org")
    read(client, "/es/status/open/made-up/")
    read(client, "/es/made-up/")


@pytest.mark.parametrize("kind", Letter.Kind.values)
def test_letter_of_each_kind(application, kind):
    subject, body = render(kind, application, answered=[("¿Dónde trabaja?", ["https://example.net"])])
    text = f"{subject}\n{body}".replace("{status_link}", "")
    assert english_in(text) == []
    assert "Hola, Inés de Muestra:" in text
    assert "persona mentorizada" in text


@pytest.fixture
def desk(client, call):
    """The client of a coordinator whose admin is in Spanish."""
    coordinator = make_member(call.round.program)
    UserProfile.objects.create(user=coordinator, preferred_language="es")
    client.force_login(coordinator)
    return client


def answers(response):
    """What the admin says after a post; none of it may be English."""
    told = [str(Words(str(message))) for message in response.context["messages"]]
    assert [english_in(text) for text in told] == [[]] * len(told)
    return told


@pytest.mark.parametrize("verb", TRANSITIONS)
def test_deciding_one_is_answered_in_spanish(desk, application, verb):
    source = min(TRANSITIONS[verb].sources)
    Application.objects.update(status=source)
    address = f"/admin/mentoring/applications/{application.pk}/{verb}/"
    assert application.reference in answers(desk.post(address, {"seen": source}, follow=True))[0]
    assert application.reference in answers(desk.post(address, {"seen": source}))[0]


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("verb", Decision.Verb.values)
def test_deciding_and_announcing_several_is_answered_in_spanish(desk, call, verb, number):
    source = min(TRANSITIONS[verb].sources)
    rows = [make_application(call, status=source) for _ in range(number)]
    chosen = "&".join(f"id={row.pk}" for row in rows)
    for action, seen in ((verb, {row.pk: source for row in rows}), ("announce", None)):
        address = f"/admin/bulk/programs/application/{action}/?{chosen}&next=/admin/mentoring/applications/"
        seen = seen or {row.decisions.get().pk: verb for row in rows}
        typed = {"seen": ",".join(f"{pk}:{word}" for pk, word in seen.items()), "reason": ""}
        assert str(number) in " ".join(answers(desk.post(address, typed, follow=True)))


@pytest.mark.parametrize("state", Application.Status.values)
@pytest.mark.parametrize("verb", TRANSITIONS)
def test_refusal_names_state_and_verb_in_spanish(application, state, verb):
    if state in TRANSITIONS[verb].sources:
        return
    with translation.override("es"), pytest.raises(Refused) as refused:
        advance(application, verb, by=None, seen=state)
    assert english_in(str(refused.value)) == []


def test_dates_stand_in_spanish_order_and_their_own_zone(call):
    instant = datetime(2027, 1, 30, 4, 59, tzinfo=UTC)
    assert dates.moment(instant, "America/New_York") == "Friday, January 29, 2027, 11:59 pm Eastern"
    with translation.override("es"):
        assert dates.moment(instant, "America/New_York") == (
            "viernes 29 de enero de 2027, 11:59\u00a0p.\u00a0m., hora del Este"
        )
        assert dates.moment(instant.replace(hour=14), "America/Puerto_Rico").endswith(
            ", 10:59\u00a0a.\u00a0m., hora de Puerto Rico"
        )
        assert (dates.month(instant), dates.day(instant)) == ("enero de 2027", "30 de enero de 2027")
        call.closes = instant
        for now, left in (
            (datetime(2027, 1, 28, 18, tzinfo=UTC), "queda 1 día."),
            (datetime(2027, 1, 27, 18, tzinfo=UTC), "quedan 2 días."),
        ):
            assert call_sentence(call, now=now).endswith(left)
