"""The Spanish home page, and the pages of the two programs that take applications."""

from .writing import apply_form, bullets, paragraphs, section, stream, translate

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

WHAT_HAPPENS = section(
    "Qué pasa con su solicitud",
    paragraphs(
        "La lee el comité del programa; ni otros programas ni quienes redactan estas páginas pueden hacerlo. Todas "
        "las personas que solicitan reciben respuesta, afirmativa o no, a más tardar el día que promete el calendario, "
        "y pueden ver en todo momento en qué estado está su solicitud con el enlace de nuestra primera carta."
    ),
)

PAGES = {
    "NMRT": {
        "title": "Programa de la New Members Round Table",
        "promise": "¿Acaba de llegar a ALA? Conózcala, y conozca la profesión, con alguien que lleva un poco más de tiempo.",
        "run_by": "New Members Round Table (NMRT)",
        "parts": [
            section(
                "Quién puede solicitar",
                bullets(
                    "<b>Personas mentorizadas:</b> nuevos miembros de ALA con menos de cinco años de ejercicio como "
                    "profesionales de bibliotecas.",
                    "<b>Mentores y mentoras:</b> miembros de NMRT con más experiencia.",
                ),
            ),
            WHAT_HAPPENS,
            apply_form("Comience su solicitud"),
        ],
    },
    "YALSA": {
        "title": "Programa de mentoría virtual de YALSA",
        "promise": "Una mentoría que viene a usted: programa virtual para profesionales recientes y estudiantes de posgrado.",
        "run_by": "YALSA",
        "parts": [
            section(
                "Quién puede solicitar",
                bullets(
                    "<b>Personas mentorizadas:</b> quienes acaban de empezar como profesionales de bibliotecas o cursan un "
                    "posgrado en bibliotecología.",
                    "<b>Mentores y mentoras:</b> profesionales con experiencia.",
                ),
            ),
            section(
                "Cómo se encuentran las parejas",
                paragraphs("En línea, vivan donde vivan. Cada pareja acuerda sus horarios y sus herramientas."),
            ),
            apply_form("Comience su solicitud"),
        ],
    },
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
        run_by=texts["run_by"],
        search_description=page.program.summary_es,
        body=stream(page.slug, texts["parts"]),
    )
