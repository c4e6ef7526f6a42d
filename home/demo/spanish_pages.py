"""Program pages in Spanish, by the program's code: the same blocks as in short_pages.py."""

from .writing import apply_form, bullets, paragraphs, section

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
    "JOSEY": {
        "title": "Programa de mentoría Dr. E. J. Josey de ACRL para Spectrum Scholars",
        "promise": "Une a estudiantes de bibliotecología y personas recién graduadas con profesionales de trayectoria.",
        "run_by": "ACRL",
        "parts": [
            section(
                "Para quién es",
                paragraphs("Spectrum Scholars que estudian bibliotecología o se han graduado hace poco, de ascendencia")
                + bullets(
                    "indígena americana o nativa de Alaska,",
                    "asiática,",
                    "negra o afroamericana,",
                    "hispana o latina, o",
                    "nativa de Hawái o de otras islas del Pacífico.",
                ),
            ),
            section(
                "Quiénes son los mentores y las mentoras",
                paragraphs("Profesionales de bibliotecas académicas con una trayectoria consolidada."),
            ),
        ],
    },
    "DIRECTORS": {
        "title": "Programa de mentoría de ACRL para la dirección de bibliotecas de colleges",
        "promise": "Su primer año al frente de la biblioteca de un college, junto a alguien que recuerda el suyo.",
        "run_by": "ACRL",
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
        "run_by": "ACRL Instruction Section",
        "parts": [
            section(
                "Para quién es",
                paragraphs(
                    "Profesionales de bibliotecas académicas a quienes importa la alfabetización informacional y que "
                    "quieren crecer como docentes:"
                )
                + bullets(
                    "quienes empiezan a enseñar, o acaban de llegar a la Sección;",
                    "quienes tienen experiencia que transmitir.",
                ),
            )
        ],
    },
    "GLBTRT": {
        "title": "Buddy Program de la Gay, Lesbian, Bisexual, and Transgender Round Table",
        "promise": "Un buddy que conoce la mesa redonda, para quien busca la entrada o el camino de vuelta.",
        "run_by": "GLBTRT",
        "parts": [
            section(
                "Quién recibe un buddy",
                bullets(
                    "miembros nuevos, y personas que piensan serlo;",
                    "miembros que empiezan a participar por primera vez;",
                    "miembros que vuelven tras una larga ausencia.",
                ),
            ),
            section("Quiénes son los buddies", paragraphs("Miembros activos de la mesa redonda.")),
        ],
    },
    "LLAMA": {
        "title": "Programa de mentoría de LLAMA",
        "promise": "Aprenda a dirigir con quienes ya lo hacen.",
        "run_by": "LLAMA",
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
        "run_by": "STS",
        "parts": [
            section(
                "Para quién es",
                paragraphs(
                    "En la mayoría de las parejas hay alguien que acaba de llegar a la profesión y alguien con más "
                    "experiencia. Pero también tienen su lugar"
                )
                + bullets(
                    "personas con años de oficio que cambian de rumbo profesional;",
                    "personas que buscan apoyo y orientación.",
                ),
            ),
            apply_form("Comience su solicitud"),
        ],
    },
}
