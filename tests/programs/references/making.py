"""A call that asks for a reference, and people who were named for it."""

from programs.models import Referee
from programs.people.secret_links import mint
from programs.references.asking import ask_referees
from programs.references.naming import name_person
from tests.factories import SECTIONS, make_application, make_call, make_form, make_program


def question(kind, key, label, **value):
    told = {"label": label, "hint": "", "why": "", "required": True, "key": key} | value
    return {"type": kind, "id": f"22222222-0000-0000-0000-{sum(map(ord, key)):012}", "value": told}


def section(heading, *questions, number=1):
    value = {"heading": heading, "intro": "", "questions": list(questions)}
    return {"type": "section", "id": f"33333333-0000-0000-0000-{number:012}", "value": value}


WHO = section("Somebody who knows you", question("referee", "who", "Who can speak for you?"), number=2)
REFERENCE = [
    section(
        "Your view",
        question("long_text", "words", "What do they do well?"),
        question("yes_no", "again", "Would you work with them again?", required=False),
        question(
            "short_text",
            "hope",
            "What do you wish them?",
            required=False,
            shown_to=["coordinator", "reader", "subject"],
        ),
        question("short_text", "doubt", "Any doubt?", required=False, sensitive=True, shown_to=["coordinator"]),
        number=3,
    )
]
PERSON = {"name": "Sample Referee", "email": "referee@example.org"}
WORDS = {"q-words": "They listen well.", "q-hope": "A kind mentor", "q-doubt": "None at all"}


def make_asking_call(program=None, **fields):
    program = program or make_program()
    form = make_form(program, sections=[*SECTIONS, WHO])
    reference = make_form(program, sections=REFERENCE, purpose="reference", title="Reference for an applicant")
    return make_call(program, form=form, reference_form=reference, **fields)


def make_named(call=None, person=PERSON, **fields):
    """An application whose address is proven, and whom it names; nobody is written to yet."""
    call = call or make_asking_call()
    answers = {"work": "A public library", "topics": [], "who": person}
    application = make_application(call, **{"answers": answers} | fields)
    name_person(application, "who", person)
    return application.referees.current().get()


def make_asked(call=None, **fields):
    """The same, asked by letter; nobody else may wait to be asked."""
    row = make_named(call, **fields)
    assert ask_referees() == 1
    return Referee.objects.with_program().get(pk=row.pk)


def path_of(row, language=""):
    token = mint(row, "reference_open").rstrip("/").split("/")[-1]
    return f"{language}/reference/open/{token}/"
