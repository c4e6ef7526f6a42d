"""Words that mean nearly the same to whoever looks for a program. Names and acronyms of hosts come from their rows."""

from functools import cache

from portal.folding import folded

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
        "cataloging, cataloguing, metadata",
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
    "en": set(
        folded("a an and any are at be by can do for from how i in is it me my of on or the to what which with").split()
    ),
    "es": set(
        folded("a al como con cual de del el en es está la las lo los me mi o para por que se ser un una y yo").split()
    ),
}
"""Words too common to tell one page from another."""


@cache
def groups(language):
    """Folded phrases that may stand for each other."""
    return [[folded(phrase).strip() for phrase in line.split(",")] for line in SYNONYMS.get(language, [])]
