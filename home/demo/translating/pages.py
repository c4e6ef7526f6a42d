"""The Spanish home page and program pages."""

from home.demo.content.spanish.pages import PAGES
from home.writing import paragraphs, stream, translate

HOME = {
    "title": "Oportunidades de mentoría",
    "search_description": "Programas de mentoría de asociaciones bibliotecarias: qué ofrecen y cuáles admiten solicitudes.",
    "intro": paragraphs(
        "La mentoría beneficia a ambas partes: quien empieza en la profesión y quien la conoce bien aprenden a ver su "
        "trabajo con los ojos de la otra persona. Aquí se reúne lo que ofrecen las asociaciones bibliotecarias, lo que "
        "ayuda a una pareja y qué programas admiten solicitudes ahora."
    ),
    "programs_heading": "Programas de mentoría de ALA",
    "programs_intro": paragraphs(
        "A cargo de divisiones, secciones y mesas redondas de la asociación. Encuentre el suyo."
    ),
    "groups_heading": "Grupos de discusión",
    "groups_intro": paragraphs(
        "Comités, grupos de contacto y otras reuniones de miembros de ALA que se ocupan ante todo de la mentoría y de sus "
        "programas."
    ),
    "affiliates_heading": "Programas de mentoría de asociaciones afiliadas",
    "affiliates_intro": paragraphs("Mentoría que ofrecen asociaciones afiliadas a ALA."),
}


def translate_home(home, spanish, by):
    return translate(home, spanish, by, **HOME)


def translate_program_page(page, spanish, by):
    code = page.program.code
    texts = PAGES[code]
    return translate(
        page,
        spanish,
        by,
        title=texts["title"],
        promise=texts["promise"],
        overview=texts.get("overview", ""),
        search_description=page.program.summary_es,
        body=stream(page.slug, texts["parts"]),
    )
