"""A code of conduct such as a program asks its pairs to agree to, in full. A sample: no association's own words."""

from home.writing import Both, bullets, paragraphs


def heading(text):
    return f"<h3>{text}</h3>"


ENGLISH = "".join(
    [
        heading("Code of conduct for mentoring pairs (sample)"),
        paragraphs(
            "Mentoring works when two people can speak freely, learn from each other and rely on what was agreed. This "
            "code says what everybody who takes part may expect, and what is expected of everybody, mentors, mentees and "
            "committee alike, in conversations, in letters, at events and wherever else a pair meets."
        ),
        heading("What we expect"),
        bullets(
            "Be on time, answer letters within a week, and say early when you cannot keep a date.",
            "Listen first. Ask before you give advice, and take a no for an answer.",
            "Respect differences of background, age, gender, faith, ability, pay and position. Ask how somebody would like "
            "to be called, and call them so.",
            "Keep to yourself what you are told about people, employers and applications. What is said in a pair stays in "
            "the pair, unless somebody is in danger.",
            "Tell your partner, or the coordinator, when your interests are in conflict: when you decide about a job, a "
            "grant or an article of theirs, for example.",
        ),
        heading("What has no place here"),
        bullets(
            "Harassment of any kind: unwanted attention, touch, messages or pictures; remarks that belittle somebody for "
            "who they are; threats; following somebody, online or elsewhere.",
            "Romantic or sexual advances within a pair.",
            "Asking for money, for work without pay, or for favors in return for help.",
            "Recording or publishing a conversation without the other’s consent.",
            "Getting back at somebody who reports a concern in good faith.",
        ),
        heading("When something is wrong"),
        paragraphs(
            "Write to the program’s coordinator, or to any member of the committee if the concern is about the coordinator. "
            "You need no proof and no formal words. We answer within three working days, speak with you first, and do "
            "nothing about your concern without telling you, unless the law or somebody’s safety asks for it.",
            "A pair may be parted at any time, by either person and without a reason; we then look for another partner if "
            "you wish. Depending on what happened, the committee may talk with somebody, ask for an apology, end their part "
            "in the program, or pass the matter on to the association’s office. Whoever is affected by a decision may ask "
            "the association’s board to look at it again.",
        ),
    ]
)

SPANISH = "".join(
    [
        heading("Código de conducta para parejas de mentoría (muestra)"),
        paragraphs(
            "La mentoría funciona cuando dos personas pueden hablar con libertad, aprender una de la otra y confiar en lo "
            "acordado. Este código dice qué puede esperar cada participante y qué se espera de todas las personas, "
            "mentoras, mentorizadas y del comité, en conversaciones, cartas y eventos, y dondequiera que se reúna una pareja."
        ),
        heading("Qué esperamos"),
        bullets(
            "Sea puntual, conteste las cartas en una semana y avise con tiempo si no puede acudir a una cita.",
            "Escuche primero. Pregunte antes de aconsejar y acepte un no por respuesta.",
            "Respete las diferencias de origen, edad, género, creencias, capacidades, salario y cargo. Pregunte cómo quiere "
            "que la llamen a la otra persona, y llámela así.",
            "No cuente a nadie lo que le digan sobre personas, empleadores y candidaturas. Lo que se habla en la pareja se "
            "queda en la pareja, salvo que alguien corra peligro.",
            "Diga a la otra persona, o a la coordinación, si sus intereses entran en conflicto: por ejemplo, si le toca "
            "decidir sobre un empleo, una beca o un artículo suyo.",
        ),
        heading("Qué no tiene cabida aquí"),
        bullets(
            "El acoso de cualquier tipo: atenciones, contactos, mensajes o imágenes no deseados; comentarios que "
            "menosprecien a alguien por quien es; amenazas; seguir a alguien, en línea o fuera de ella.",
            "Las insinuaciones románticas o sexuales dentro de la pareja.",
            "Pedir dinero, trabajo sin paga o favores a cambio de ayuda.",
            "Grabar o publicar una conversación sin el consentimiento de la otra persona.",
            "Tomar represalias contra quien comunique de buena fe una preocupación.",
        ),
        heading("Si algo va mal"),
        paragraphs(
            "Escriba a la coordinación del programa o, si se trata de la coordinación, a cualquier miembro del comité. No "
            "necesita pruebas ni palabras formales. Contestamos en tres días laborables, hablamos primero con usted y no "
            "hacemos nada con lo que nos cuente sin decírselo, salvo que lo exija la ley o la seguridad de alguien.",
            "Una pareja puede separarse en cualquier momento, por decisión de cualquiera de las dos personas y sin dar "
            "motivos; si lo desea, buscamos a otra persona. Según lo ocurrido, el comité puede hablar con alguien, pedir una "
            "disculpa, poner fin a su participación o pasar el asunto a la oficina de la asociación. Quien se vea afectado "
            "por una decisión puede pedir a la junta de la asociación que la revise.",
        ),
    ]
)

CODE_OF_CONDUCT = Both(ENGLISH, SPANISH)
