"""A program's page in Spanish with every part and in every state."""

from datetime import UTC, date, datetime, time

import pytest

from portal.models import Topic
from programs.models import Call, Host, Milestone, Program, Role, Round
from tests.factories import make_role
from tests.programs.models.offer.test_program_page import goals, listed

from .reading import read

pytestmark = pytest.mark.django_db

ADDRESS = "/es/muestra/"


@pytest.fixture
def rich(call):
    """Everything that a program can say of itself, each part under its usual heading."""
    program = call.round.program
    program.topics.add(Topic.objects.create(name="Storytime", name_es="Hora del cuento", slug="storytime"))
    program.run_by.add(Host.objects.create(name="Comité de muestra", kind="committee"))
    program.contact, program.contact_es = "Chair", "Presidencia del comité"
    program.asks_amount, program.asks_unit, program.asks_per, program.length_months = 2, "contacts", "month", 12
    program.ways = ["email", "phone", "video", "chat", "in_person"]
    program.save()
    make_role(program, "mentor", name_es="mentor o mentora", plural_es="mentores y mentoras")
    Round.objects.update(most_mentees=2)
    Call.objects.update(places=15, limit=60)
    page = program.pages.get()
    page.promise, page.overview = "Aprenda en compañía.", "<p>Una mentoría de muestra.</p>"
    page.body = [*page.body.raw_data, *parts()]
    page.save()
    return call


def parts():
    roles = [{"role": "mentor", "about": about, "text": "<p>Paciencia.</p>"} for about in ("asked", "offered")]
    questions = [{"question": "¿Necesito una cuenta?", "answer": "<p>No.</p>"}]
    return [
        goals("Una meta", heading=""),
        {"type": "guidelines", "value": goals("Una pauta")["value"] | {"heading": ""}},
        {"type": "expectations", "value": {"heading": "", "roles": listed(roles)}},
        {"type": "confidentiality", "value": {"heading": "", "text": "<p>Nada sale de la pareja.</p>"}},
        {"type": "faq", "value": {"heading": "", "questions": listed(questions)}},
    ]


def test_every_part(client, rich):
    page = read(client, ADDRESS)
    for said in (
        "Contacto al menos 2 veces al mes, durante 1 año",
        "Correo electrónico, teléfono, videollamada, chat en línea, en persona",
        "Comité de muestra",
        "Presidencia del comité",
        "15 cupos",
        "Se admiten las primeras 60 solicitudes.",
        "Como máximo 2 personas mentorizadas por cada mentor o mentora.",
        "Metas Una meta",
        "Pautas Una pauta",
        "Qué esperamos de mentores y mentoras",
        "Qué pueden esperar quienes participan como mentores y mentoras",
        "Confidencialidad",
        "Preguntas y respuestas",
        "Guarde las fechas",
    ):
        assert said in page


AMOUNTS = [
    (unit, per, amount) for unit in ("hours", "contacts") for per in ("week", "month", "round", "") for amount in (1, 3)
]


@pytest.mark.parametrize(("unit", "per", "amount"), AMOUNTS)
def test_each_commitment(client, call, unit, per, amount):
    Program.objects.update(asks_amount=amount, asks_unit=unit, asks_per=per, length_months=10 * amount)
    assert f", durante {10 * amount} meses" in read(client, ADDRESS)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"years_least": 2, "years_below": 6}, "Usted tiene al menos 2 y menos de 6 años de experiencia."),
        ({"years_least": 2, "years_most": 5}, "Usted tiene de 2 a 5 años de experiencia."),
        ({"years_least": 1}, "Usted tiene al menos 1 año de experiencia."),
        ({"years_least": 5}, "Usted tiene al menos 5 años de experiencia."),
        ({"years_below": 5}, "Usted tiene menos de 5 años de experiencia."),
        ({"years_below": 0}, "Usted todavía no tiene experiencia."),
        ({"first_year": True}, "Usted está en el primer año en su puesto."),
        ({"students": "only"}, "Usted es estudiante."),
        ({"students": "too"}, "También pueden participar estudiantes, sea cual sea su experiencia."),
        ({"age_least": 16}, "Usted tiene al menos 16 años."),
        ({"age_least": 18, "guardian": True}, "Usted tiene al menos 18 años, o el permiso de su madre"),
        ({"guardian": True}, "Si es menor de edad, usted tiene el permiso"),
        ({"conditions": "English.", "conditions_es": "Vive en Puerto Rico."}, "Vive en Puerto Rico."),
        ({"first_year": True, "exceptions": True}, "La coordinación puede hacer excepciones."),
    ],
)
def test_each_condition(client, call, fields, said):
    Role.objects.update(**fields)
    page = read(client, ADDRESS)
    assert "Quién puede postularse" in page
    assert said in page


@pytest.mark.parametrize(
    ("membership", "may_join", "said"),
    [
        ("any", False, "Usted es miembro de Alfa, Beta o Gama."),
        ("all", False, "Usted es miembro de Alfa, Beta y Gama."),
        ("any", True, "Usted es miembro de Alfa, Beta o Gama, o lo será."),
    ],
)
def test_membership(client, call, membership, may_join, said):
    call.role.member_of.set(Host.objects.create(name=name, kind="section") for name in ("Alfa", "Beta", "Gama"))
    call.role.membership, call.role.may_join = membership, may_join
    call.role.save()
    assert said in read(client, ADDRESS)


DAY = date(2099, 11, 3)
PRECISE = {
    "day": "Martes 3 de noviembre de 2099",
    "clock": "Martes 3 de noviembre de 2099, 2:30 p. m., hora del Este",
    "week": "Semana del 3 de noviembre de 2099",
    "early": "Principios de noviembre de 2099",
    "mid": "Mediados de noviembre de 2099",
    "late": "Finales de noviembre de 2099",
    "month": "Noviembre de 2099",
    "season": "Otoño de 2099",
    "yearly": "Noviembre",
    "unknown": "Por anunciarse",
    "yr-early": "Principios de noviembre",
    "yr-mid": "Mediados de noviembre",
    "yr-late": "Finales de noviembre",
}


def test_each_precision(client, call):
    for number, precision in enumerate(PRECISE):
        starts, clock = (None if precision == "unknown" else DAY), (time(14, 30) if precision == "clock" else None)
        labels = {"label": "English", "label_es": f"Hito {number}"}
        Milestone.objects.create(round=call.round, precision=precision, starts=starts, time=clock, **labels)
    Milestone.objects.create(round=call.round, label="Hito", precision="season", starts=date(2099, 12, 9), place="Lima")
    page = read(client, ADDRESS)
    for number, said in enumerate(PRECISE.values()):
        assert f"{said} Hito {number}" in page
    assert "Invierno de 2099–00 Hito Lima" in page


CALLS = {
    "soft deadline": {"preferred_by": datetime(2099, 1, 10, 4, 59, tzinfo=UTC)},
    "soft deadline without an end": {"preferred_by": datetime(2099, 1, 10, 4, 59, tzinfo=UTC), "closes": None},
    "soft deadline gone by": {
        "opens": datetime(2026, 1, 1, tzinfo=UTC),
        "preferred_by": datetime(2026, 2, 1, tzinfo=UTC),
        "closes": None,
    },
    "anywhere on Earth": {"anywhere_on_earth": True},
    "no end": {"closes": None},
    "one": {"limit": 1, "places": 1},
}


@pytest.mark.parametrize("fields", CALLS.values(), ids=CALLS)
def test_each_kind_of_call(client, call, fields):
    Call.objects.update(**fields)
    page = read(client, ADDRESS)
    assert "Admite solicitudes" in page
    assert ("en cualquier lugar de la Tierra" in page) == ("anywhere_on_earth" in fields)
    assert ("se lea primero" in page or "La primera lectura comenzó el" in page) == ("preferred_by" in fields)
    read(client, f"/es/apply/{call.slug}/")


def test_a_round_that_is_called_off(client, call):
    Round.objects.update(called_off=True)
    assert "Cancelada" in read(client, ADDRESS)
    assert "Esta edición está cancelada." in read(client, f"/es/apply/{call.slug}/")


@pytest.mark.parametrize(
    "days",
    [
        {"decisions_by": date(2099, 3, 5)},
        {"starts": date(2099, 4, 1)},
        {"starts": date(2026, 1, 1), "ends": date(2099, 12, 1)},
        {"starts": date(2020, 1, 1), "ends": date(2020, 12, 1)},
        {},
    ],
    ids=["deciding", "to begin", "mentoring", "finished", "nothing planned"],
)
def test_a_round_after_its_call(client, call, days):
    Call.objects.update(opens=datetime(2019, 1, 1, tzinfo=UTC), closes=datetime(2019, 2, 1, tzinfo=UTC))
    Round.objects.update(**{"decisions_by": None, "starts": None, "ends": None} | days)
    assert "Avíseme cuando abra" in read(client, ADDRESS)
    read(client, "/es/")
