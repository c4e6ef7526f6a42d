"""About, privacy notice and accessibility statement, in both languages. What they say is true of this portal."""

from home.models import StandardPage
from home.writing import Both, add, bullets, in_language, paragraphs, section, stream, translate

Purpose = StandardPage.Purpose


def both(build, *texts):
    """One HTML list or run of paragraphs in both languages."""
    return Both(build(*(text.en for text in texts)), build(*(text.es for text in texts)))


ABOUT = [
    section(
        Both("What you find here", "Qué encontrará aquí"),
        both(
            paragraphs,
            Both(
                "Mentoring programs of library associations, their dates, and what helps a pair along. Whether a "
                "program takes applications is worked out from its dates whenever you look; nobody has to remember to"
                " change it.",
                "Programas de mentoría de asociaciones bibliotecarias, sus fechas y lo que ayuda a una pareja. Si un "
                "programa admite solicitudes se calcula a partir de sus fechas cada vez que usted mira; nadie tiene "
                "que acordarse de cambiarlo.",
            ),
        ),
    ),
    section(
        Both("This is a demonstration", "Esto es una demostración"),
        both(
            paragraphs,
            Both(
                "Programs, names and past dates come from public pages of the associations. Calls that are open or "
                "coming, staff accounts and applications are invented for the demonstration. Please do not enter "
                "anything personal.",
                "Los programas, los nombres y las fechas pasadas provienen de páginas públicas de las asociaciones. "
                "Las convocatorias abiertas o próximas, las cuentas del personal y las solicitudes son inventadas "
                "para la demostración. Por favor, no introduzca datos personales.",
            ),
        ),
    ),
]

PRIVACY = [
    section(
        Both("Who reads your application", "Quién lee su solicitud"),
        both(
            paragraphs,
            Both(
                "The committee of the program you apply to, and the administrators of this portal. People who only "
                "write the portal’s pages cannot open it.",
                "El comité del programa al que se dirige y quienes administran este portal. Las personas que solo "
                "redactan las páginas del portal no pueden abrirla.",
            ),
        ),
    ),
    section(
        Both("What is stored", "Qué se guarda"),
        both(
            bullets,
            Both(
                "your name, your email address and your answers, with the questions as they were put to you;",
                "su nombre, su dirección de correo electrónico y sus respuestas, con las preguntas tal como se le "
                "hicieron;",
            ),
            Both(
                "when you applied, in which language, and your reference;",
                "cuándo envió la solicitud, en qué idioma, y su referencia;",
            ),
            Both(
                "whom you named, where a call asks somebody else for a reference, and what this person writes. They see "
                "your name and the program, and nothing else;",
                "a quién indicó usted, si una convocatoria pide una referencia a otra persona, y lo que esa persona escribe. "
                "Ella ve su nombre y el programa, y nada más;",
            ),
            Both(
                "the committee’s decisions, and the letters we write to you.",
                "las decisiones del comité y las cartas que le escribimos.",
            ),
        ),
    ),
    section(
        Both("Your private link", "Su enlace privado"),
        both(
            paragraphs,
            Both(
                "Every letter carries a secret link to your application. It shows where you stand and what you told "
                "us, and lets you withdraw. We keep only a fingerprint of the link, from which nobody can rebuild it."
                " If you lose it, you can have a new one sent to your address. Whoever has the link can read your "
                "application, so do not pass it on.",
                "Cada carta lleva un enlace secreto a su solicitud. Muestra en qué estado está y lo que usted nos "
                "contó, y le permite retirarla. Solo guardamos una huella del enlace, con la que nadie puede "
                "reconstruirlo. Si lo pierde, puede pedir que le enviemos otro a su dirección. Quien tenga el enlace "
                "puede leer su solicitud: no lo comparta.",
            ),
        ),
    ),
    section(
        Both("Cookies and third parties", "Cookies y terceros"),
        both(
            paragraphs,
            Both(
                "Reading sets no cookie. Filling in a form, or opening your private link, sets one until the browser "
                "is closed, so that this browser may go on with your form or show your application; it tracks "
                "nothing. No other company’s scripts, fonts, counters or pictures "
                "are on our pages, and nothing is passed to third parties, but for the mail that carries our letters "
                "to you.",
                "Leer no deja ninguna cookie. Rellenar un formulario o abrir su enlace privado deja una hasta que se "
                "cierra el navegador, para que este pueda continuar su formulario o mostrar su solicitud; no "
                "rastrea nada. En nuestras páginas no hay programas, "
                "tipografías, contadores ni imágenes de otras empresas, y no se entrega nada a terceros, salvo el "
                "correo que le lleva nuestras cartas.",
            ),
        ),
    ),
    section(
        Both("How long it is kept", "Cuánto tiempo se conserva"),
        both(
            paragraphs,
            Both(
                "The portal deletes no application by itself, and a withdrawn one stays in the committee’s records. "
                "To have yours removed, answer any letter from your program: the answer goes to its coordinator.",
                "El portal no borra ninguna solicitud por sí mismo, y una solicitud retirada permanece en los "
                "registros del comité. Para que se elimine la suya, responda a cualquier carta de su programa: la "
                "respuesta llega a la coordinación.",
            ),
            Both(
                "What you have begun in a form and not sent is yours alone: nobody of the committee sees it, and it is "
                "deleted a week after the call has closed.",
                "Lo que usted haya empezado en un formulario y no enviado es solo suyo: nadie del comité lo ve, y se "
                "borra una semana después del cierre de la convocatoria.",
            ),
            Both(
                "If you ask to be told when a program opens, we keep your address and your language for that letter "
                "alone. We delete them within the hour after it is sent, at once when you leave the list, and after "
                "seven days if you do not confirm. Staff see how many people wait, not who.",
                "Si pide que le avisemos cuando abra un programa, guardamos su dirección y su idioma solo para esa "
                "carta. Los borramos en la hora siguiente a su envío, de inmediato si usted deja la lista, y a los "
                "siete días si no confirma. El personal ve cuántas personas esperan, no quiénes son.",
            ),
        ),
    ),
]

ACCESSIBILITY = [
    section(
        Both("What we aim for", "Nuestro objetivo"),
        both(
            paragraphs,
            Both(
                "Everybody should be able to read these pages and to apply. We follow the Web Content Accessibility "
                "Guidelines (WCAG) 2.2 at level AA. Every public page works with a keyboard alone, without scripts, "
                "on small screens and in dark mode.",
                "Todo el mundo debería poder leer estas páginas y enviar una solicitud. Seguimos las Pautas de "
                "Accesibilidad para el Contenido Web (WCAG) 2.2 en el nivel AA. Todas las páginas públicas funcionan "
                "solo con el teclado, sin programas en el navegador, en pantallas pequeñas y en modo oscuro.",
            ),
        ),
    ),
    section(
        Both("How we check", "Cómo lo comprobamos"),
        both(
            paragraphs,
            Both(
                "Automated checks look at each kind of page, narrow, wide and dark, whenever the portal changes. Such"
                " checks find only some barriers; no people with disabilities have tested the portal for us yet.",
                "Comprobaciones automáticas revisan cada tipo de página, estrecha, ancha y en modo oscuro, cada vez "
                "que el portal cambia. Esas comprobaciones solo detectan algunas barreras; todavía no han probado el "
                "portal personas con discapacidad.",
            ),
        ),
    ),
    section(
        Both("Known limits", "Límites conocidos"),
        both(
            paragraphs,
            Both(
                "Names of programs, and pages that are not translated yet, stand in English on Spanish pages.",
                "Los nombres de los programas, y las páginas que aún no están traducidas, aparecen en inglés en las "
                "páginas en español.",
            ),
        ),
    ),
    section(
        Both("Tell us", "Díganoslo"),
        both(
            paragraphs,
            Both(
                "Did something stand in your way? Write to accessibility@example.org, or answer any letter from a "
                "program, and say which page it was. In this demonstration nobody reads that address.",
                "¿Algo le ha puesto trabas? Escriba a accessibility@example.org, o responda a cualquier carta de un "
                "programa, y diga en qué página fue. En esta demostración nadie lee esa dirección.",
            ),
        ),
    ),
]

PAGES = [
    # purpose, slug, title, lead, body
    (
        Purpose.ABOUT,
        "about",
        Both("About", "Acerca de este portal"),
        Both("One front door to mentoring in libraries.", "Una sola puerta de entrada a la mentoría en bibliotecas."),
        ABOUT,
    ),
    (
        Purpose.PRIVACY,
        "privacy",
        Both("Privacy notice", "Aviso de privacidad"),
        Both(
            "What we store about applicants, and who reads it.", "Qué guardamos de quienes solicitan, y quién lo lee."
        ),
        PRIVACY,
    ),
    (
        Purpose.ACCESSIBILITY,
        "accessibility",
        Both("Accessibility statement", "Declaración de accesibilidad"),
        Both(
            "For everybody, whatever you read and type with.",
            "Para todas las personas, lean y escriban con lo que sea.",
        ),
        ACCESSIBILITY,
    ),
]


def add_standard_pages(home, spanish, by):
    for purpose, slug, title, lead, body in PAGES:
        fields = {"title": title, "lead": lead, "body": stream(f"standard/{slug}", body)}
        page = add(home, StandardPage(slug=slug, purpose=purpose, **in_language(fields, "en")), by)
        translate(page, spanish, by, **in_language(fields, "es"))
