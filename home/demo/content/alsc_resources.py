"""Goals and activities of the ALSC Mentoring Program (seed 004), each with its Spanish."""

from home.demo.activities import category
from home.writing import Both, add, block_id, items, paragraphs
from portal.models import Topic
from resources.for_whom import ForWhom
from resources.models import ActivitiesPage, GoalExample, GoalExamplesPage

# Sides and topics are ours: the captured page says nothing of either.
GOALS = [
    (
        Both(
            "Understand the challenges that libraries everywhere have in common",
            "Entender los retos que comparten todas las bibliotecas",
        ),
        ForWhom.BOTH,
        "",
    ),
    (
        Both(
            "Get to know new people and build a network in the profession",
            "Conocer gente nueva y tejer una red de contactos en la profesión",
        ),
        ForWhom.MENTEE,
        "getting-started",
    ),
    (
        Both(
            "Think up 6 crafts for the Bookbag program (ages 6-12) together",
            "Idear en conjunto 6 manualidades para el programa Bookbag (de 6 a 12 años)",
        ),
        ForWhom.BOTH,
        "children-and-youth",
    ),
    (
        Both("Find out more about school librarianship", "Saber más de las bibliotecas escolares"),
        ForWhom.BOTH,
        "children-and-youth",
    ),
    (
        Both(
            "Talk about what makes a manager or director effective",
            "Conversar sobre lo que hace eficaz a quien gestiona o dirige",
        ),
        ForWhom.BOTH,
        "leadership",
    ),
    (
        Both(
            "Get to more of the conferences and trainings that matter for my career",
            "Asistir a más conferencias y formaciones que importan para mi carrera",
        ),
        ForWhom.MENTEE,
        "",
    ),
]

ACTIVITIES = {
    "Create!": [
        Both(
            "Start a shared document or spreadsheet of ideas for inclusive programs, and invite others to add theirs.",
            "Abran un documento o una hoja de cálculo en común con ideas para programas inclusivos e inviten a más gente a "
            "añadir las suyas.",
        ),
        Both(
            "Make a book list of diverse titles you both enjoy. Why do you enjoy them? Which values do they stand for?",
            "Hagan una lista de libros diversos que les gusten. ¿Por qué les gustan? ¿Qué valores representan?",
        ),
        Both(
            "Run a survey together: choose a topic, write the questions, build the form.",
            "Hagan una encuesta en conjunto: elijan un tema, redacten las preguntas y preparen el formulario.",
        ),
    ],
    "Practice Interviews": [
        Both(
            "Go through each other’s resume or CV; share what you think of the experience and skills in it.",
            "Revisen el currículum de la otra persona y compartan qué les parecen la experiencia y las habilidades que "
            "muestra.",
        ),
        Both(
            "Hold a mock interview and take turns with hard questions, such as “Where do you see yourself in 5 years?” Write "
            "down your feedback for each other afterwards.",
            "Simulen una entrevista y túrnense con preguntas difíciles, como “¿Dónde se ve dentro de 5 años?”. Después, "
            "escriban sus comentarios para la otra persona.",
        ),
        Both(
            "Each of you prepares 3-5 questions and sends them a few days ahead, so that the other has time to think.",
            "Cada quien prepara de 3 a 5 preguntas y las envía unos días antes, para que la otra persona tenga tiempo de "
            "pensar.",
        ),
    ],
    "Topic Discussions": [
        Both(
            "What makes a manager or director effective? Which strengths and weaknesses had the managers of your past jobs?",
            "¿Qué hace eficaz a quien gestiona o dirige? ¿Qué fortalezas y debilidades tenían sus responsables en empleos "
            "anteriores?",
        ),
        Both(
            "What are you doing for Equity, Diversity and Inclusion at your library or where you work?",
            "¿Qué hacen por la equidad, la diversidad y la inclusión en su biblioteca o lugar de trabajo?",
        ),
        Both(
            "Read an article about mentoring. What in it is true of your match?",
            "Lean un artículo sobre la mentoría. ¿Qué hay en él que valga para su pareja?",
        ),
        Both(
            "What has each of you had to do with ALSC? Have you downloaded its resources, or been to one of its events?",
            "¿Qué relación ha tenido cada quien con ALSC? ¿Han descargado sus recursos o asistido a alguno de sus eventos?",
        ),
    ],
    "Reading and Writing": [
        Both(
            "Read the same article from a professional journal. What did you like about it, and what not?",
            "Lean el mismo artículo de una revista profesional. ¿Qué les gustó y qué no?",
        ),
        Both(
            "Write a blog post for a professional organization together.",
            "Escriban en conjunto una entrada de blog para una organización profesional.",
        ),
    ],
    "Participate in Association Events": [],
}
HELD_BACK = {
    "Reading and Writing": "The captured page recommends a journal, but its name was a link and is lost "
    "(004_8613aa10c7adeac4.txt, line 49). Add the journal’s name when it is found.",
    "Participate in Association Events": "Held back: the captured page has this heading and nothing under it "
    "(004_8613aa10c7adeac4.txt, line 52). It appears as soon as it has an activity.",
}
"""Notes for editors, by category. A category without activities is not shown."""


def add_goals(page, by):
    value = {"heading": "", "goals": items("alsc/goals/goals", [goal(*told).pk for told in GOALS])}
    return add(
        page,
        GoalExamplesPage(
            title="Goals",
            slug="goals",
            intro=paragraphs(
                "A mentor and a mentee get further with specific goals. Some that pairs have set themselves:"
            ),
            body=[{"type": "goals", "value": value, "id": block_id("alsc/goals")}],
        ),
        by,
    )


def goal(text, side, topic):
    row = GoalExample.objects.create(text=text.en, text_es=text.es, for_whom=side)
    row.topics.set(Topic.objects.filter(slug=topic))
    return row


def add_activities(page, by):
    return add(
        page,
        ActivitiesPage(
            title="Sample Activities",
            slug="sample-activities",
            intro=paragraphs("You are free to find your own. These are suggestions to begin with."),
            body=[
                category(f"alsc/activities/{heading}", rows, heading=heading, editors_note=HELD_BACK.get(heading, ""))
                for heading, rows in ACTIVITIES.items()
            ],
        ),
        by,
    )
