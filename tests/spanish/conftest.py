"""A program that has everything in Spanish, and people who read it in Spanish."""

from datetime import UTC, date, datetime

import pytest
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from home.models import HomePage
from programs.models import Host
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

pytest.register_assert_rewrite("tests.spanish.reading")

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


@pytest.fixture
def desk(client, call):
    """The client of a coordinator whose admin is in Spanish."""
    return in_spanish(client, make_member(call.round.program))


@pytest.fixture
def admin(client):
    """The client of a superuser whose admin is in Spanish."""
    return in_spanish(client, make_user(superuser=True))


def in_spanish(client, user):
    UserProfile.objects.create(user=user, preferred_language="es")
    client.force_login(user)
    return client
