"""Spanish of the ALSC page and its resources: each run of English text with its translation."""

WORDS = {
    "ALSC Mentoring Program": "Programa de mentoría de ALSC",
    "Matches people who care about library service to children, for one year.": (
        "Une durante un año a personas a quienes importan los servicios bibliotecarios para la infancia."
    ),
    "How the program works": "Cómo funciona el programa",
    "The program matches people who share an interest in library service to children, for one year. There are two chances a "
    "year to apply, one in summer and one in fall. A task force reads the applications.": (
        "El programa une durante un año a personas que comparten el interés por los servicios bibliotecarios para la "
        "infancia. Hay dos ocasiones al año para postularse, una en verano y otra en otoño. Un grupo de trabajo lee las "
        "solicitudes."
    ),
    "What the program is for": "Para qué sirve el programa",
    "Early career children’s librarians, and all who are new to the profession, gain skills and confidence.": (
        "Quienes empiezan en la biblioteca infantil, y quienes acaban de llegar a la profesión, ganan habilidades y "
        "confianza."
    ),
    "People connect, personally and professionally.": "Las personas se vinculan, en lo personal y en lo profesional.",
    "Members learn skills from their peers.": "Los miembros aprenden habilidades de sus colegas.",
    "Members find new energy for their work.": "Los miembros encuentran nueva energía para su trabajo.",
    "More members know what ALSC’s committees do and would like to serve on one.": (
        "Más miembros saben qué hacen los comités de ALSC y quieren formar parte de alguno."
    ),
    "ALSC’s Competencies for Librarians Serving Children in Public Libraries become better known.": (
        "Se conocen mejor las Competencies for Librarians Serving Children in Public Libraries de ALSC."
    ),
    "A new cohort of leaders grows.": "Crece una nueva generación de líderes.",
    "Find out more": "Para saber más",
    "Would a match be something for you? See how the program works and what to expect:": (
        "¿Le convendría una pareja de mentoría? Vea cómo funciona el programa y qué puede esperar:"
    ),
    "Working with a match": "El trabajo en pareja",
    ": what makes a match work, for mentor and mentee.": ": qué hace que una pareja funcione, para ambas partes.",
    "Suggested activities": "Actividades sugeridas",
    ": every match chooses its own; here is a list to choose from.": (
        ": cada pareja elige las suyas; aquí hay una lista para escoger."
    ),
    "Mentoring resources": "Recursos sobre la mentoría",
    ": what others say about mentoring, outside this program.": (
        ": lo que otras personas dicen de la mentoría, fuera de este programa."
    ),
    ": people in the program talked live about their matches, on record for all.": (
        ": participantes del programa conversaron en directo sobre sus parejas; la grabación es para todo el mundo."
    ),
    "What goes into a match, and how to work with your mentor or mentee.": (
        "De qué se compone una pareja de mentoría y cómo trabajar en ella."
    ),
    "Keep in touch": "Mantengan el contacto",
    "Be in contact at least twice a month: by email, phone, Skype, online chat, or however suits you.": (
        "Comuníquense al menos dos veces al mes: por correo electrónico, teléfono, Skype, chat, o como les convenga."
    ),
    "Set goals": "Fijen metas",
    "Specific goals make the work of a match much richer. Write them on the goal sheet: it is your contract with each other. "
    "Fill it in together; the mentee sends it in.": (
        "Las metas concretas enriquecen mucho el trabajo de una pareja. Escríbanlas en la hoja de metas: es el contrato "
        "entre ustedes. Complétenla en conjunto; la envía la persona mentorizada."
    ),
    "Begin well": "Empiecen bien",
    "Every match takes part in a virtual orientation and training session before it sets out.": (
        "Cada pareja asiste a una sesión virtual de orientación y formación antes de empezar."
    ),
    "Goals": "Metas",
    "A mentor and a mentee get further with specific goals. Some that pairs have set themselves:": (
        "Con metas concretas, una pareja llega más lejos. Estas son algunas que se han fijado otras:"
    ),
    "Sample Activities": "Ejemplos de actividades",
    "You are free to find your own. These are suggestions to begin with.": (
        "Pueden buscar las suyas con toda libertad. Estas son sugerencias para empezar."
    ),
    "Create!": "¡Creen algo!",
    "Practice Interviews": "Ensayen entrevistas",
    "Topic Discussions": "Temas de conversación",
    "Reading and Writing": "Lectura y escritura",
    "Participate in Association Events": "Participen en eventos de la asociación",
    "More Resources": "Más recursos",
    "Mentoring resources from outside the program: articles and posts that can make a match better. The editors are "
    "completing the entries; each appears here as soon as its title is confirmed.": (
        "Recursos sobre la mentoría de fuera del programa: artículos y entradas que pueden mejorar una pareja. Se están "
        "completando las referencias; cada una aparece aquí en cuanto se confirma su título."
    ),
}
