"""What the three pages say at first. What this portal does is said as it is; what only the association knows is marked
[To be completed: ...], which the checks find and no page is published with."""

from home.models import StandardPage
from home.writing import Both, paragraphs, section

Purpose = StandardPage.Purpose

HOME_ES = "Oportunidades de mentoría"


def part(heading, text):
    return section(heading, Both(paragraphs(text.en), paragraphs(text.es)))


ABOUT = [
    part(
        Both("Who we are", "Quiénes somos"),
        Both(
            "[To be completed: which association runs this site, and for whom]",
            "[Por completar: qué asociación mantiene este sitio y para quién]",
        ),
    ),
    part(
        Both("What you find here", "Qué encontrará aquí"),
        Both(
            "Mentoring programs and their dates. Whether a program takes applications is worked out from its dates "
            "whenever you look.",
            "Programas de mentoría y sus fechas. Si un programa admite solicitudes se calcula a partir de sus fechas "
            "cada vez que usted mira.",
        ),
    ),
    part(
        Both("Whom to ask", "A quién preguntar"),
        Both(
            "[To be completed: who answers questions about this site, with an address]",
            "[Por completar: quién responde preguntas sobre este sitio, con una dirección]",
        ),
    ),
]

PRIVACY = [
    part(
        Both("Who is responsible", "Quién es responsable"),
        Both(
            "[To be completed: name and address of the association, and of whoever answers for privacy there]",
            "[Por completar: nombre y dirección de la asociación, y de quien responde allí por la privacidad]",
        ),
    ),
    part(
        Both("What is stored about applicants", "Qué se guarda de quienes solicitan"),
        Both(
            "Your name, your email address and your answers, with the questions as they were put to you; when you "
            "applied, in which language, and your reference; whom you named, where a call asks somebody else for a "
            "reference, and what this person writes, who sees your name and the program; the committee’s decisions, and "
            "the letters we write to you.",
            "Su nombre, su dirección de correo electrónico y sus respuestas, con las preguntas tal como se le "
            "hicieron; "
            "cuándo envió la solicitud, en qué idioma, y su referencia; a quién indicó, si una convocatoria pide una "
            "referencia a otra persona, y lo que esa persona escribe, que ve su nombre y el programa; "
            "las decisiones del comité y las cartas que le "
            "escribimos.",
        ),
    ),
    part(
        Both("Who reads it", "Quién lo lee"),
        Both(
            "The committee of the program you apply to, and the administrators of this site. People who only write "
            "pages cannot open it.",
            "El comité del programa al que se dirige y quienes administran este sitio. Las personas que solo redactan "
            "páginas no pueden abrirlo.",
        ),
    ),
    part(
        Both("Cookies and third parties", "Cookies y terceros"),
        Both(
            "Reading sets no cookie. Filling in a form, or opening your private link, sets one until the browser is "
            "closed, so that this browser may go on with your form or show your application. The site loads "
            "nothing from other companies and counts nobody. "
            "[To be completed: who hosts the site and who carries its mail]",
            "Leer no deja ninguna cookie. Rellenar un formulario o abrir su enlace privado deja una hasta que se "
            "cierra "
            "el navegador, para que este pueda continuar su formulario o mostrar su solicitud. El sitio no carga "
            "nada de otras empresas y no cuenta a nadie. "
            "[Por completar: quién aloja el sitio y quién transporta su correo]",
        ),
    ),
    part(
        Both("How long it is kept", "Cuánto tiempo se conserva"),
        Both(
            "What you have begun and not sent is deleted a week after the call has closed. "
            "[To be completed: how long applications are kept, and who deletes them; the site deletes none by itself]",
            "Lo que usted haya empezado y no enviado se borra una semana después del cierre de la convocatoria. "
            "[Por completar: cuánto tiempo se conservan las solicitudes y quién las borra; el sitio no borra ninguna "
            "por sí mismo]",
        ),
    ),
    part(
        Both("Your rights", "Sus derechos"),
        Both(
            "To see, correct or remove what is stored about you, answer any letter from your program. "
            "[To be completed: which rights the law where you are gives, and where to complain]",
            "Para ver, corregir o eliminar lo que se guarda sobre usted, responda a cualquier carta de su programa. "
            "[Por completar: qué derechos da la ley aplicable y ante quién reclamar]",
        ),
    ),
]

ACCESSIBILITY = [
    part(
        Both("What we aim for", "Nuestro objetivo"),
        Both(
            "Everybody should be able to read these pages and to apply. The software follows the Web Content "
            "Accessibility Guidelines (WCAG) 2.2 at level AA and works without scripts.",
            "Todo el mundo debería poder leer estas páginas y enviar una solicitud. El programa sigue las Pautas de "
            "Accesibilidad para el Contenido Web (WCAG) 2.2 en el nivel AA y funciona sin programas en el navegador.",
        ),
    ),
    part(
        Both("What we know does not work yet", "Lo que sabemos que aún no funciona"),
        Both(
            "[To be completed: what you tested, when, and what is known not to work]",
            "[Por completar: qué se probó, cuándo, y qué se sabe que no funciona]",
        ),
    ),
    part(
        Both("Tell us", "Díganoslo"),
        Both(
            "[To be completed: an address for whoever meets a barrier, and how soon it is answered]",
            "[Por completar: una dirección para quien encuentre una barrera, y en cuánto tiempo se responde]",
        ),
    ),
]

PAGES = [
    # purpose, slug, title, lead, body
    (Purpose.ABOUT, "about", Both("About", "Acerca de este sitio"), Both("", ""), ABOUT),
    (Purpose.PRIVACY, "privacy", Both("Privacy notice", "Aviso de privacidad"), Both("", ""), PRIVACY),
    (
        Purpose.ACCESSIBILITY,
        "accessibility",
        Both("Accessibility statement", "Declaración de accesibilidad"),
        Both("", ""),
        ACCESSIBILITY,
    ),
]
