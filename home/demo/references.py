"""One program whose call for mentees asks somebody else for a reference: its form, one reference that is here, others that
are waited for. Whoever is named or writes says that they are samples."""

from datetime import timedelta

from django.db import transaction
from django.utils.datastructures import MultiValueDict

from home.writing import Both, add, in_language, stream, translate
from programs.forms.answering import PREFIX
from programs.models import ApplicationFormPage, Referee
from programs.references.answering import Filling, keep
from programs.references.asking import ask
from programs.references.naming import settle
from programs.references.standing import locked

from .content import questions as q

CALL = ("YALSA", "mentee")

WHO = q.section(
    "yalsa-mentee/reference",
    Both("Somebody who knows your work", "Una persona que conoce su trabajo"),
    q.question(
        "referee",
        "referee",
        Both("Who can say a few words about you?", "¿Quién puede decir unas palabras sobre usted?"),
        hint=Both(
            "A supervisor, a teacher or a colleague. Ask them before you name them.",
            "Una jefa, un profesor o una colega. Pregúntele antes de dar su nombre.",
        ),
    ),
)

SECTIONS = [
    q.section(
        "reference/know",
        Both("How you know them", "De qué se conocen"),
        q.question(
            "short_text",
            "relation",
            Both("How do you know this person?", "¿De qué conoce a esta persona?"),
            hint=Both(
                "Such as: I have led the team she works in since 2021.", "Por ejemplo: dirijo su equipo desde 2021."
            ),
        ),
    ),
    q.section(
        "reference/words",
        Both("Your words", "Sus palabras"),
        q.question(
            "long_text",
            "strength",
            Both("What would a mentor find in them?", "¿Qué encontraría en ella quien la mentorice?"),
            most_words=200,
        ),
        q.question(
            "long_text",
            "wish",
            Both("What do you wish them for this program?", "¿Qué le desea para este programa?"),
            why=Both("The applicant can read this answer.", "La persona solicitante puede leer esta respuesta."),
            required=False,
            most_words=80,
            shown_to=["coordinator", "reader", "subject"],
        ),
    ),
]

TITLE = Both("Reference for an applicant", "Referencia para una solicitud")
INTRO = Both(
    "<p>A few honest sentences are enough. The committee reads them with the application.</p>",
    "<p>Bastan unas frases sinceras. El comité las lee junto con la solicitud.</p>",
)
ANSWERS = {
    "relation": "Sample answer: I have led the team of this sample applicant for two years.",
    "strength": "Sample answer: patience, humor, and questions that make others think.",
    "wish": "Sample answer: somebody who listens as well as they do.",
}


def add_reference_form(parent, locale, by):
    """The form, in both languages."""
    page = add(parent, ApplicationFormPage(slug="reference", purpose="reference", minutes=5, **texts("en")), by)
    translate(page, locale, by, **texts(locale.language_code))
    return page


def texts(language):
    sections = stream("forms/reference", SECTIONS)
    return in_language({"title": TITLE, "intro": INTRO, "sections": sections}, language)


def add_reference(application, when, *, number):
    """Who is named is asked a day after the application; the first one has answered."""
    asked = when + timedelta(days=1)
    settle(application, when)
    with transaction.atomic():
        row = locked(Referee.objects.filter(application=application))
        ask(row, asked)
    if number == 0:
        version = row.application.call.reference_form.in_language("en").version()
        typed = {PREFIX + key: [text] for key, text in ANSWERS.items()}
        filling = Filling(version, MultiValueDict(typed))
        if not filling.form.is_valid():
            raise ValueError(filling.form.errors.as_json())
        keep(row, filling, asked + timedelta(days=2))
