"""Spanish of the ALCTS page and its resources: each run of English text with its translation."""

WORDS = {
    "ALCTS Mentoring Program: Overview": "Programa de mentoría de ALCTS",
    "For mentors and mentees who take part in the ALCTS Mentoring Program.": (
        "Para los mentores, las mentoras y las personas mentorizadas del ALCTS Mentoring Program."
    ),
    "The program helps ALCTS members to grow in their profession, wherever they are in their careers and whatever part of "
    "the division’s work is theirs.": (
        "El programa ayuda a los miembros de ALCTS a crecer en su profesión, en cualquier etapa de su carrera y en "
        "cualquier área del trabajo de la división."
    ),
    "Mentoring Program Goals": "Metas del programa",
    "Raise strong leaders in every area of librarianship that ALCTS covers.": (
        "Formar líderes sólidos en todas las áreas de la bibliotecología que abarca ALCTS."
    ),
    "Build the general skills of leadership that count at each stage of a career.": (
        "Desarrollar las habilidades generales de liderazgo que cuentan en cada etapa de una carrera."
    ),
    "Help members to gain the many professional skills that the division’s work asks for.": (
        "Ayudar a los miembros a adquirir las muchas habilidades profesionales que pide el trabajo de la división."
    ),
    "Encourage members to lead and to be active in ALCTS.": "Animar a los miembros a dirigir y a participar en ALCTS.",
    "Make membership worth more, to those who join and to those who stay, students above all.": (
        "Dar más valor a la membresía, para quienes llegan y para quienes se quedan, sobre todo estudiantes."
    ),
    "Give everybody who takes part a place to network, to widen professional circles and to begin relationships that last.": (
        "Ofrecer a quienes participan un lugar para hacer contactos, ampliar su círculo profesional y comenzar relaciones "
        "duraderas."
    ),
    "Mentoring Program Guidelines": "Pautas del programa",
    "Everybody who takes part has sent an application.": "Toda persona que participa ha enviado una solicitud.",
    "You can be a mentor, a mentee, or both.": "Puede dar mentoría, recibirla, o ambas cosas.",
    "The Mentoring Subcommittee matches mentors and mentees, with the help of other members of the ALCTS Leadership "
    "Development Committee.": (
        "El Mentoring Subcommittee forma las parejas, con la ayuda de otros miembros del ALCTS Leadership Development "
        "Committee."
    ),
    "Whoever joins commits to the whole program year; its first and last day stand in the timeline.": (
        "Quien entra se compromete por todo el año del programa; el primer día y el último están en el calendario."
    ),
    "In May, before pairs begin, mentors and mentees meet for a virtual orientation and training.": (
        "En mayo, antes de que empiecen las parejas, hay una orientación y formación virtual para todas las personas."
    ),
    "Each pair decides how often to be in touch, and how. Two hours are the least; more is welcome where life permits.": (
        "Cada pareja decide con qué frecuencia se comunica, y cómo. Dos horas son lo mínimo; más, si la vida lo permite."
    ),
    "If you like, meet at the ALA Midwinter or Annual conferences.": (
        "Si lo desean, pueden reunirse en las conferencias ALA Midwinter o ALA Annual."
    ),
    "A pairing can change when both of you want it to.": "Una pareja puede cambiar cuando ambas personas lo desean.",
    "When the formal program is over you may go on, then on your own and outside the program.": (
        "Cuando termina el programa formal pueden continuar, ya por su cuenta y fuera del programa."
    ),
    "At the end of the period mentors and mentees help to assess the program.": (
        "Al final del período, quienes participaron ayudan a evaluar el programa."
    ),
    "What To Expect": "Qué esperar",
    "Help with planning and shaping a career and with finding jobs, above all at entry level, and with succession planning: a "
    "realistic and structured look at expectations, at what lasts and at what you will leave behind.": (
        "Ayuda para planear y dar forma a una carrera y para encontrar empleo, sobre todo al principio, y para planear el "
        "relevo: una mirada realista y ordenada a las expectativas, a lo que perdura y a lo que usted dejará."
    ),
    "new ideas and interests, and professional challenges that your own desk does not bring;": (
        "ideas e intereses nuevos, y retos profesionales que su propio puesto no ofrece;"
    ),
    "the satisfaction of passing on what you have learned and can do;": (
        "la satisfacción de transmitir lo que ha aprendido y sabe hacer;"
    ),
    "a reason to look at your own practice again;": "un motivo para volver a mirar su propia práctica;",
    "room to help somebody develop who does not report to you;": (
        "espacio para ayudar a crecer a alguien que no está a su cargo;"
    ),
    "things to learn from your mentee.": "cosas que aprender de la persona a quien acompaña.",
    "Who runs the program": "Quién lleva el programa",
    "The program is in the hands of the Mentoring Subcommittee of the ALCTS Leadership Development Committee, whose members "
    "support pairs whenever they need it.": (
        "El programa está a cargo del Mentoring Subcommittee del ALCTS Leadership Development Committee, cuyos miembros "
        "apoyan a las parejas cuando lo necesitan."
    ),
    "The Chair of the Mentoring Subcommittee coordinates it and asks every pair by e-mail, each quarter, how things are "
    "going.": (
        "La presidencia del Mentoring Subcommittee lo coordina y pregunta a cada pareja por correo electrónico, cada "
        "trimestre, cómo van las cosas."
    ),
    "The subcommittee assesses whether the goals are met: once half-way, and with a survey of mentors and mentees at the "
    "end.": (
        "El subcomité evalúa si se cumplen las metas: una vez a mitad del programa y, al final, con una encuesta a todas "
        "las personas participantes."
    ),
    "Confidentiality is critical: what is said between the two of you stays there.": (
        "La confidencialidad es fundamental: lo que se dice en una pareja se queda en ella."
    ),
    "Readings on mentoring": "Lecturas sobre la mentoría",
    "Pick two, read them both, and talk about them.": "Elijan dos, léanlas y conversen sobre ellas.",
    "Suggested activities for Mentor and Mentee": "Actividades sugeridas para las parejas",
    "Conferences and Events": "Conferencias y eventos",
}
