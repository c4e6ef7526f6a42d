"""Application forms of the programs with invented rounds, for mentors and mentees, in both languages."""

from home.writing import Both, add, in_language, stream, translate
from programs.models import ApplicationFormPage, Call

from .content import questions as q
from .references import CALL, WHO
from .rounds import PLANS, call_terms, call_window

TITLES = {
    "mentee": Both("Application for mentees", "Solicitud para personas mentorizadas"),
    "mentor": Both("Application for mentors", "Solicitud para mentores y mentoras"),
    "both": Both("Application", "Solicitud"),
}

INTRO = Both(
    "<p>What you send is for the program’s committee. You can see where your application stands, and "
    "withdraw it, through the link in the letter we send you.</p>",
    "<p>Lo que usted envía es para el comité del programa. Con el enlace de la carta que recibirá puede ver en qué estado "
    "está su solicitud, y retirarla.</p>",
)

PROMISES = q.section(
    "promises",
    Both("What you agree to", "A qué se compromete"),
    q.statement(
        Both(
            "<p>A pair works when both can speak freely and rely on each other. If it does not work, tell the program’s "
            "coordinator: pairs can be changed.</p>",
            "<p>Una pareja funciona cuando ambas personas pueden hablar con libertad y confiar la una en la otra. Si no "
            "funciona, avise a la coordinación del programa: las parejas pueden cambiarse.</p>",
        )
    ),
    q.CONFIDENTIALITY,
    q.CONDUCT,
    q.WHOLE_ROUND,
    q.SURVEYS,
)

ABOUT = Both("About you", "Sobre usted")
WORK = Both("What you would like to work on", "En qué le gustaría trabajar")
OFFER = Both("What you can offer", "Qué puede ofrecer")
TOGETHER = Both("Working together", "Trabajar en pareja")


def receives(name, about, topics, *, virtual=False, scales=()):
    """The sections for those who look for a mentor."""
    return [
        q.section(f"{name}/about", ABOUT, *about),
        q.section(f"{name}/work", WORK, q.topics(q.TO_WORK_ON, topics), q.GOALS),
        q.section(
            f"{name}/together",
            TOGETHER,
            q.WEEK,
            q.contact(virtual=virtual),
            q.OFTEN,
            q.LANGUAGES,
            *scales,
            q.WISH,
            q.MATCH,
        ),
        PROMISES,
    ]


def gives(name, about, topics, *, virtual=False, scales=()):
    """The sections for those who offer to be one."""
    return [
        q.section(f"{name}/about", ABOUT, *about),
        q.section(f"{name}/offer", OFFER, q.topics(q.TO_OFFER, topics), q.OFFER, q.BEFORE, q.HOW_MANY),
        q.section(
            f"{name}/together", TOGETHER, q.WEEK, q.contact(virtual=virtual), q.OFTEN, q.LANGUAGES, *scales, q.MATCH
        ),
        PROMISES,
    ]


NMRT_RULE = q.statement(
    Both(
        "<p>For new members of ALA with less than five years of experience as a librarian.</p>",
        "<p>Para nuevos miembros de ALA con menos de cinco años de ejercicio como profesionales de bibliotecas.</p>",
    )
)

FORMS = {
    # program, key of the form: sections
    ("NMRT", "mentee"): receives(
        "nmrt-mentee",
        [NMRT_RULE, q.member("ALA"), q.member_number("ALA"), q.YEARS, q.LIBRARY, q.POSITION, q.SECOND_EMAIL],
        q.TOPICS_GENERAL,
    ),
    ("NMRT", "mentor"): gives(
        "nmrt-mentor",
        [q.member("NMRT"), q.member_number("ALA"), q.YEARS, q.LIBRARY, q.POSITION, q.SECOND_EMAIL, q.WEB],
        q.TOPICS_GENERAL,
    ),
    ("YALSA", "mentee"): [
        *receives(
            "yalsa-mentee",
            [q.YEARS, q.LIBRARY, q.POSITION, q.SECOND_EMAIL],
            q.TOPICS_TEENS,
            virtual=True,
            scales=[q.SURE, q.EXPECTATIONS],
        ),
        WHO,
    ],
    ("YALSA", "mentor"): gives(
        "yalsa-mentor",
        [q.member("YALSA"), q.member_number("ALA"), q.YEARS, q.LIBRARY, q.POSITION],
        q.TOPICS_TEENS,
        virtual=True,
        scales=[q.EXPECTATIONS],
    ),
    ("STS", "mentee"): receives("sts-mentee", [q.YEARS, q.LIBRARY, q.POSITION], q.TOPICS_SCIENCE),
    ("STS", "mentor"): gives("sts-mentor", [q.YEARS, q.LIBRARY, q.POSITION], q.TOPICS_SCIENCE),
    # One form for both roles.
    ("LLAMA", "both"): [
        q.section("llama/about", ABOUT, q.member("LLAMA"), q.YEARS, q.LIBRARY, q.POSITION),
        q.section(
            "llama/work",
            TOGETHER,
            q.topics(q.TO_WORK_ON, q.TOPICS_LEADING),
            q.GOALS,
            q.WEEK,
            q.contact(),
            q.OFTEN,
            q.LANGUAGES,
        ),
        PROMISES,
    ],
}


def texts(code, key, language):
    """The form's fields in one language, with the same block ids and keys in each."""
    parts = FORMS[code, key]
    return in_language(
        {
            "title": TITLES[key],
            "intro": INTRO,
            "sections": stream(f"forms/{code}/{key}", parts),
        },
        language,
    )


def add_forms(pages, by):
    """Every form's page, by its program's code and its key."""
    return {
        (code, key): add(
            pages[code],
            ApplicationFormPage(slug=f"apply-{key}" if key != "both" else "apply", **texts(code, key, "en")),
            by,
        )
        for code, key in FORMS
    }


def translate_forms(forms, locale, by):
    for (code, key), page in forms.items():
        translate(page, locale, by, **texts(code, key, locale.language_code))


def add_calls(rounds, forms, reference, today):
    """A call for each role of each invented round, by the program's code and the role's key."""
    calls = {}
    for code, round in rounds.items():
        opens, closes = call_window(round.program, PLANS[code], today)
        for role in round.program.roles.all():
            form = forms.get((code, role.key)) or forms[code, "both"]
            terms = {"opens": opens, "closes": closes} | call_terms(code, role.key, closes)
            terms |= {"reference_form": reference} if (code, role.key) == CALL else {}
            calls[code, role.key] = Call.objects.create(round=round, role=role, form=form, **terms)
    return calls
