"""Program pages in Spanish, by the program's code: the same blocks as in short_pages.py."""

from home.writing import apply_form, paragraphs, questions, section

QUESTIONS = [
    (
        "¿Necesito una cuenta?",
        "No. Nuestra primera carta le lleva una referencia y un enlace privado a su solicitud.",
    ),
    (
        "¿Quién lee mi solicitud?",
        (
            "El comité del programa y quienes administran este portal. Ni otros programas ni quienes redactan estas páginas "
            "pueden hacerlo."
        ),
    ),
    (
        "¿Cuándo recibiré respuesta?",
        (
            "A más tardar el día que promete el calendario, afirmativa o no. Hasta entonces, el enlace privado muestra en qué "
            "estado está su solicitud."
        ),
    ),
    (
        "¿Puedo retirar mi solicitud?",
        "Sí, en todo momento: ábrala con el enlace privado y elija retirarla.",
    ),
    (
        "¿Y si pierdo mi enlace privado?",
        (
            "Elija “Mi solicitud” en la parte superior de esta página. Le enviaremos otro enlace a la dirección con la que "
            "envió la solicitud."
        ),
    ),
]

PAGES = {
    "NMRT": {
        "title": "Programa de la New Members Round Table",
        "promise": "¿Acaba de llegar a ALA? Conózcala, y conozca la profesión, con alguien que lleva un poco más de tiempo.",
        "parts": [questions(*QUESTIONS, name="nmrt/questions"), apply_form("Comience su solicitud")],
    },
    "YALSA": {
        "title": "Programa de mentoría virtual de YALSA",
        "promise": "Una mentoría que viene a usted: programa virtual para profesionales recientes y estudiantes de posgrado.",
        "parts": [
            section(
                "Cómo se encuentran las parejas",
                paragraphs("En línea, vivan donde vivan. Cada pareja acuerda sus horarios y sus herramientas."),
            ),
            apply_form("Comience su solicitud"),
        ],
    },
    "JOSEY": {
        "title": "Programa de mentoría Dr. E. J. Josey de ACRL para Spectrum Scholars",
        "promise": "Une a estudiantes de bibliotecología y personas recién graduadas con profesionales de trayectoria.",
        "parts": [],
    },
    "DIRECTORS": {
        "title": "Programa de mentoría de ACRL para la dirección de bibliotecas de colleges",
        "promise": "Su primer año al frente de la biblioteca de un college, junto a alguien que recuerda el suyo.",
        "parts": [
            section(
                "Cómo funciona",
                paragraphs(
                    "A cada persona que dirige por primer año la biblioteca de un college la acompaña otra con "
                    "experiencia en ese cargo."
                ),
            )
        ],
    },
    "INSTRUCTION": {
        "title": "Programa de mentoría de la ACRL Instruction Section",
        "promise": "Enseñe mejor la alfabetización informacional junto a alguien que lleva más tiempo haciéndolo.",
        "overview": paragraphs(
            "Para profesionales de bibliotecas académicas a quienes importa la alfabetización informacional y que quieren "
            "crecer como docentes. Quienes tienen experiencia que transmitir acompañan a quienes empiezan a enseñar, o "
            "acaban de llegar a la Sección."
        ),
        "parts": [],
    },
    "GLBTRT": {
        "title": "Buddy Program de la Gay, Lesbian, Bisexual, and Transgender Round Table",
        "promise": "Un buddy que conoce la mesa redonda, para quien busca la entrada o el camino de vuelta.",
        "parts": [],
    },
    "LLAMA": {
        "title": "Programa de mentoría de LLAMA",
        "promise": "Aprenda a dirigir con quienes ya lo hacen.",
        "parts": [
            section(
                "Cómo funciona",
                paragraphs(
                    "Forman una pareja alguien que ocupa un puesto de liderazgo en una biblioteca y alguien que desea "
                    "llegar a ocuparlo."
                ),
            ),
            apply_form("Comience su solicitud"),
        ],
    },
    "STS": {
        "title": "STS Sci/Tech Library Mentors",
        "promise": "Para quien trabaja en una biblioteca de ciencia o tecnología y quiere compañía en el camino.",
        "overview": paragraphs(
            "En la mayoría de las parejas hay alguien que acaba de llegar a la profesión y alguien con más experiencia. "
            "También tienen su lugar quienes, con años de oficio, cambian de rumbo profesional, y quienes buscan apoyo y "
            "orientación."
        ),
        "parts": [apply_form("Comience su solicitud")],
    },
}
