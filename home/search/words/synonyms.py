"""Words that mean nearly the same to whoever looks for a program: those that every site starts with, and the association's
own rows (home.models.Synonyms). Names and acronyms of hosts come from their rows."""

from functools import cache

from home.models import Synonyms
from portal.texts.folding import folded

SYNONYMS = {
    "en": [
        "mentor, guide, navigator, coach, adviser, advisor",
        "mentee, protégé, mentoree, buddy",
        "mentor, buddy",
        "children, kids, child, youth",
        "young adults, teens, teenagers, adolescents",
        "science and technology, sci/tech, STEM",
        "academic library, college library, university library",
        "LGBT, LGBTQ, GLBT, queer, gay",
        "Latino, Latina, Latinx, Hispanic, Spanish-speaking",
        "black, African American",
        "American Indian, Native American, indigenous",
        "catalog, cataloging, cataloger, metadata",
        "beginner, newcomer, new librarian, new member, early career",
        "director, leader, manager",
        "student, graduate student, library school",
        "reading list, readings, bibliography, articles",
        "grant, scholarship, stipend",
        "committee, group",
        "goals, objectives, aims",
        "activities, ideas, exercises",
        "event, webinar, conference",
    ],
    "es": [
        "mentor, mentora, guía, tutor, tutora, acompañante",
        "persona mentorizada, mentorizado, mentorizada, aprendiz, protegida, protegido, mentee",
        "mentoría, tutoría, acompañamiento, mentoring",
        "infancia, niños, niñas, niñez, infantil",
        "adolescentes, jóvenes, juventud, juvenil",
        "ciencia y tecnología, ciencias",
        "biblioteca académica, biblioteca universitaria",
        "LGBT, LGBTQ, GLBT, gay",
        "latino, latina, hispano, hispana",
        "catalogación, metadatos",
        "principiante, nuevo miembro, recién llegada",
        "dirección, liderazgo, jefatura",
        "estudiante, alumnado, posgrado",
        "lista de lecturas, lecturas, bibliografía, artículos",
        "beca, ayuda, subvención",
        "bibliotecología, biblioteconomía",
        "metas, objetivos",
        "actividades, ideas, ejercicios",
        "evento, conferencia, seminario",
    ],
}

UNSAID = {
    *folded("a an and any are at be by can do for from how i in is it me my of on or the to what which with").split(),
    *folded("a al como con cual de del el en es está la las lo los me mi o para por que se ser un una y yo").split(),
}
"""Words too common to tell one page from another."""


ABOUT_APPLYING = [
    *(
        "apply",
        "applies",
        "applying",
        "application",
        "open",
        "opening",
        "deadline",
        "due date",
        "closing",
        "closing date",
    ),
    *("sign up", "enroll", "enrollment", "enrolling", "register", "registration", "join", "joining"),
    *("solicitar", "solicitud", "abierto", "abierta", "apertura", "plazo", "fecha límite", "fecha de cierre"),
    *(
        "inscribirse",
        "inscripción",
        "registrarse",
        "postular",
        "postularse",
        "postulación",
        "convocatoria",
        "candidatura",
    ),
    *("apuntarse", "unirse"),
]
"""What people type who look for programs that take applications now."""


def groups():
    """Folded phrases that may stand for each other, in whatever language; a changed row counts at once."""
    own = [phrases_of(f"{words},{words_es}") for words, words_es in Synonyms.objects.values_list("words", "words_es")]
    return [*ours(), *own]


@cache
def ours():
    return [phrases_of(line) for lines in SYNONYMS.values() for line in lines]


def phrases_of(line):
    """The phrases of a line with commas between them, folded, each once."""
    return list(dict.fromkeys(phrase for part in line.split(",") if (phrase := folded(part).strip())))
