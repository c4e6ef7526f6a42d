"""Questions such as library associations ask of mentors and mentees, in both languages, for forms.py to choose from.

Keys of questions and choices are the same in every form and language, so that answers can be compared.
"""

from home.writing import Both, stream

from .agreements.conduct import CODE_OF_CONDUCT


def question(kind, key, label, *, hint="", why="", required=True, **more):
    return (kind, {"label": label, "hint": hint, "why": why, "required": required, "key": key} | more)


def choose(kind, key, label, choices, **more):
    return question(kind, key, label, choices=lines(choices), **more)


def lines(choices):
    """Choices or statements, by their keys. Words that end with a blank ask for words."""
    return [{"key": key, "label": text} for key, text in choices.items()]


def statement(text):
    return ("statement", {"text": text})


def section(name, heading, *questions, intro=""):
    return ("section", {"heading": heading, "intro": intro, "questions": stream(f"questions/{name}", questions)})


LIBRARIES = {
    "academic": Both("Academic or research library", "Biblioteca académica o de investigación"),
    "public": Both("Public library", "Biblioteca pública"),
    "school": Both("School library", "Biblioteca escolar"),
    "special": Both("Special, corporate or government library", "Biblioteca especializada, de empresa o de gobierno"),
    "archive": Both("Archive or museum", "Archivo o museo"),
    "none": Both("None at the moment", "Ninguna por ahora"),
}
LIBRARY = choose(
    "choose_one",
    "library",
    Both("What kind of library do you work in?", "¿En qué tipo de biblioteca trabaja?"),
    LIBRARIES,
    other=True,
)

POSITION = question(
    "short_text",
    "position",
    Both("Your position, or your field of study", "Su puesto o su campo de estudios"),
    hint=Both(
        "Such as: reference librarian; graduate student.",
        "Por ejemplo: bibliotecaria de referencia; estudiante de posgrado.",
    ),
    most_letters=120,
)

YEARS = question(
    "number",
    "years",
    Both("How many years have you worked as a librarian?", "¿Cuántos años lleva en la profesión bibliotecaria?"),
    hint=Both("0 if you study, or began less than a year ago.", "0 si todavía estudia o empezó hace menos de un año."),
    least="0",
    most="60",
    unit=Both("years", "años"),
)


def member(of):
    return question("yes_no", "member", Both(f"Are you a member of {of}?", f"¿Es miembro de {of}?"))


def member_number(of):
    return question(
        "membership_number",
        "member-number",
        Both("Your membership number", "Su número de miembro"),
        hint=Both(
            "It is on your card and in the letter about your renewal. Without it we ask the membership office.",
            "Figura en su carné y en la carta de renovación. Si no lo tiene, preguntaremos a la oficina de miembros.",
        ),
        required=False,
        whose=of,
    )


WEB = question(
    "web_address",
    "profile",
    Both("A page about you or your work", "Una página sobre usted o su trabajo"),
    hint=Both("Such as a profile or a portfolio.", "Por ejemplo, un perfil o un portafolio."),
    required=False,
    autocomplete="url",
)

LANGUAGES = question(
    "languages",
    "languages",
    Both("Languages in which you could talk with each other", "Idiomas en los que podrían hablar"),
    hint=Both("Nothing needed if English is the only one.", "No hace falta responder si el inglés es el único."),
    required=False,
    in_matching=True,
)

WEEK = question(
    "availability",
    "availability",
    Both("When do you usually have time for a conversation?", "¿Cuándo suele tener tiempo para conversar?"),
    hint=Both(
        "It helps a pair to find hours that suit both. You decide on the hour together.",
        "Ayuda a encontrar horas que convengan a ambas partes. La hora la deciden en pareja.",
    ),
    in_matching=True,
)

SECOND_EMAIL = question(
    "email",
    "second-email",
    Both("A second email address", "Una segunda dirección de correo electrónico"),
    hint=Both(
        "If the first one fails, for example after a change of jobs.",
        "Por si falla la primera, por ejemplo tras un cambio de empleo.",
    ),
    required=False,
)

CONTACTS = {
    "video": Both("Video calls", "Videollamadas"),
    "phone": Both("Telephone", "Teléfono"),
    "email": Both("Email", "Correo electrónico"),
    "chat": Both("Text messages or chat", "Mensajes de texto o chat"),
    "in-person": Both("In person, at a conference for example", "En persona, por ejemplo en un congreso"),
}


def contact(*, virtual=False):
    choices = {key: text for key, text in CONTACTS.items() if not (virtual and key == "in-person")}
    return choose(
        "choose_several", "contact", Both("How would you like to be in touch?", "¿Cómo prefiere comunicarse?"), choices
    )


OFTEN = choose(
    "choose_one",
    "often",
    Both("How often?", "¿Con qué frecuencia?"),
    {
        "weekly": Both("Every week", "Cada semana"),
        "twice-a-month": Both("Twice a month", "Dos veces al mes"),
        "monthly": Both("Once a month", "Una vez al mes"),
        "open": Both("We will agree on it", "Lo acordaremos"),
    },
)

TOPICS_GENERAL = {
    "career": Both("Planning a career", "Planificar una carrera"),
    "job-search": Both("Job search, résumés and interviews", "Búsqueda de empleo, currículum y entrevistas"),
    "service": Both("Committees and association service", "Comités y servicio en la asociación"),
    "leadership": Both("Leadership and management", "Liderazgo y gestión"),
    "edi": Both("Equity, Diversity and Inclusion", "Equidad, diversidad e inclusión"),
    "publishing": Both("Publishing and presenting", "Publicar y presentar"),
    "balance": Both("Work and life in balance", "Equilibrio entre trabajo y vida"),
}
TOPICS_TEENS = {
    "programs": Both("Programs for teens", "Actividades para adolescentes"),
    "collections": Both("Collections and readers’ advisory", "Colecciones y recomendación de lecturas"),
    "voice": Both("Teens’ own voice and participation", "Voz y participación de adolescentes"),
    "schools": Both("Outreach and work with schools", "Extensión y trabajo con escuelas"),
    "advocacy": Both("Speaking up for teen services", "Defensa de los servicios para adolescentes"),
    "career": TOPICS_GENERAL["career"],
    "edi": TOPICS_GENERAL["edi"],
}
TOPICS_SCIENCE = {
    "data": Both("Research data", "Datos de investigación"),
    "instruction": Both(
        "Teaching science and engineering students", "Enseñanza a estudiantes de ciencias e ingeniería"
    ),
    "collections": Both("Collections and standards", "Colecciones y normas técnicas"),
    "liaison": Both("Working with departments and labs", "Trabajo con departamentos y laboratorios"),
    "publishing": TOPICS_GENERAL["publishing"],
    "change": Both("Changing career paths", "Cambiar de rumbo profesional"),
}
TOPICS_LEADING = {
    "teams": Both("Leading teams", "Dirigir equipos"),
    "change": Both("Leading through change", "Dirigir en tiempos de cambio"),
    "money": Both("Budgets and fundraising", "Presupuestos y captación de fondos"),
    "buildings": Both("Buildings and spaces", "Edificios y espacios"),
    "edi": TOPICS_GENERAL["edi"],
    "career": Both("The next step of a career", "El siguiente paso de una carrera"),
}


def topics(label, choices):
    """What most of the matching goes by: the first three, in order."""
    return choose(
        "rank",
        "topics",
        label,
        choices,
        hint=Both("Begin with what matters most to you.", "Empiece por lo que más le importe."),
        most=3,
        least=1,
    )


TO_WORK_ON = Both("What would you like to work on?", "¿En qué le gustaría trabajar?")
TO_OFFER = Both("What can you help with?", "¿En qué puede ayudar?")

GOALS = question(
    "long_text",
    "goals",
    Both(
        "What should be different for you when the program ends?",
        "¿Qué debería haber cambiado para usted al terminar el programa?",
    ),
    hint=Both("Two or three goals are plenty.", "Bastan dos o tres metas."),
    most_words=250,
)
OFFER = question(
    "long_text",
    "offer",
    Both("What would you like to pass on, and why now?", "¿Qué le gustaría transmitir, y por qué ahora?"),
    most_words=250,
)
AGREE = {
    "not-at-all": Both("Not at all", "Nada de acuerdo"),
    "rather-not": Both("Rather not", "Poco de acuerdo"),
    "partly": Both("Partly", "En parte"),
    "rather": Both("Rather", "Bastante de acuerdo"),
    "fully": Both("Fully", "Totalmente de acuerdo"),
}
EXPECTATIONS = choose(
    "table",
    "expectations",
    Both("How far do you agree?", "¿Hasta qué punto está de acuerdo?"),
    AGREE,
    hint=Both(
        "There is no right answer: pairs get on best when both expect the same.",
        "No hay respuestas correctas: una pareja funciona mejor cuando ambas personas esperan lo mismo.",
    ),
    statements=lines(
        {
            "agenda": Both("The mentee sets the agenda of each meeting", "La persona mentorizada fija los temas"),
            "between": Both(
                "Short questions between meetings are welcome", "Las preguntas breves entre reuniones son bienvenidas"
            ),
            "personal": Both(
                "We may talk about life beside the library, too",
                "También podemos hablar de la vida fuera de la biblioteca",
            ),
            "feedback": Both("Feedback should be frank", "Las observaciones deben ser francas"),
        }
    ),
    required=False,
)
SURE = choose(
    "scale",
    "sure",
    Both("I know what I want to achieve in this program", "Sé lo que quiero lograr en este programa"),
    AGREE,
    required=False,
)
BEFORE = question("yes_no", "before", Both("Have you been a mentor before?", "¿Ha sido mentor o mentora antes?"))
HOW_MANY = choose(
    "choose_one",
    "how-many",
    Both("How many mentees could you take?", "¿A cuántas personas podría acompañar?"),
    {"one": Both("One", "A una"), "two": Both("Two", "A dos")},
)
MATCH = question(
    "long_text",
    "match",
    Both("Is there anything we should know for your match?", "¿Hay algo que debamos saber para su pareja?"),
    hint=Both(
        "Such as shared experience that matters to you, or access needs.",
        "Por ejemplo, experiencias compartidas que le importen o necesidades de acceso.",
    ),
    why=Both(
        "Only the committee sees this, and only to find your match.",
        "Solo lo ve el comité, y solo para encontrar a su pareja.",
    ),
    required=False,
    most_words=150,
)

WISH = question(
    "partner_wish",
    "partner",
    Both(
        "Is there somebody you would like as your mentor?", "¿Hay alguien a quien quisiera tener de mentor o mentora?"
    ),
    required=False,
)

CONFIDENTIALITY = question(
    "consent",
    "confidentiality",
    Both(
        "I will keep confidential what my mentor or mentee tells me",
        "Trataré como confidencial lo que me cuente la otra persona",
    ),
)
CONDUCT = question(
    "consent",
    "conduct",
    Both("I have read this code of conduct and will follow it", "He leído este código de conducta y lo respetaré"),
    text=CODE_OF_CONDUCT,
)
WHOLE_ROUND = question(
    "consent",
    "commitment",
    Both("I intend to take part until the round ends", "Tengo la intención de participar hasta el final de la edición"),
)
SURVEYS = question(
    "consent",
    "surveys",
    Both(
        "You may ask me about my experience in short surveys",
        "Pueden preguntarme por mi experiencia en encuestas breves",
    ),
    required=False,
)
