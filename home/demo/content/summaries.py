"""What the directory says of each program in a sentence or two."""

from home.writing import Both

SUMMARIES = {
    "JOSEY": Both(
        "Brings library school students and new graduates of American Indian/Alaska Native, Asian, Black/African "
        "American, Hispanic/Latino or Native Hawaiian/Other Pacific Islander descent together with established "
        "academic librarians.",
        "Reúne a estudiantes de bibliotecología y a personas recién graduadas de ascendencia indígena americana o "
        "nativa de Alaska, asiática, negra o afroamericana, hispana o latina, o nativa de Hawái o de otras islas del "
        "Pacífico con profesionales de trayectoria en bibliotecas académicas.",
    ),
    "DIRECTORS": Both(
        "A college library director in the first year on the job is matched with one who has done it for a while.",
        "Quien dirige por primer año la biblioteca de un college trabaja con alguien que ya tiene experiencia en ese "
        "cargo.",
    ),
    "INSTRUCTION": Both(
        "For academic librarians who teach information literacy: those with teaching experience are paired with those "
        "new to instruction or to the Section.",
        "Para quienes enseñan alfabetización informacional en bibliotecas académicas: personas con experiencia docente "
        "acompañan a quienes empiezan a enseñar o llegan a la Sección.",
    ),
    "ALCTS": Both(
        "Professional growth for ALCTS members at every stage of a career: leadership, skills, a part in ALCTS, and a "
        "wider circle to learn with.",
        "Desarrollo profesional para miembros de ALCTS en cualquier etapa de su carrera: liderazgo, habilidades, "
        "participación en ALCTS y un círculo más amplio con quien aprender.",
    ),
    "ALSC": Both(
        "Matches people who care about library service to children, for one year, with a chance to apply in summer and "
        "one in fall. Run by the ALSC Membership Committee and the Managing Children’s Services Committee.",
        "Empareja durante un año a personas interesadas en los servicios bibliotecarios para la infancia; se puede "
        "solicitar en verano y en otoño. A cargo del ALSC Membership Committee y del Managing Children’s Services "
        "Committee.",
    ),
    "GLBTRT": Both(
        "An active member of the round table is the buddy of a new or prospective GLBTRT member, or of a member who "
        "is becoming active for the first time or after a long absence.",
        "Un miembro activo de la mesa redonda acompaña a una persona que es o quiere ser miembro de GLBTRT, o a un "
        "miembro que empieza a participar por primera vez o tras una larga ausencia.",
    ),
    "LLAMA": Both(
        "Librarians who lead today are paired with librarians who would like to.",
        "Profesionales que hoy ocupan puestos de liderazgo acompañan a quienes desean llegar a ellos.",
    ),
    "NMRT": Both(
        "Pairs an NMRT member with some experience and a new ALA member who has been a librarian for less than five "
        "years.",
        "Une a un miembro de NMRT con experiencia y a un nuevo miembro de ALA con menos de cinco años de ejercicio "
        "como profesional de bibliotecas.",
    ),
    "STS": Both(
        "Newcomers to science and technology libraries learn with more experienced colleagues; so do people who are "
        "changing paths or simply want support and direction.",
        "Quienes llegan a las bibliotecas de ciencia y tecnología aprenden con colegas de más experiencia; también "
        "quienes cambian de rumbo o buscan apoyo y orientación.",
    ),
    "YALSA": Both(
        "A virtual program: an experienced librarian works with a new librarian or a graduate student in a Library "
        "Science program.",
        "Un programa virtual: alguien con experiencia en bibliotecas trabaja con una persona recién llegada a la "
        "profesión o que cursa un posgrado en bibliotecología.",
    ),
    "IRRT": Both(
        "Prepares the orientation for international visitors to the annual conference and works with the ALA "
        "International Relations Office on a mentoring program for it.",
        "Prepara la orientación para visitantes internacionales de la conferencia anual y desarrolla con la ALA "
        "International Relations Office un programa de mentoría para ella.",
    ),
    "LLAMAMC": Both(
        "Plans LLAMA’s continuing mentoring program, puts it into practice and watches over it.",
        "Planifica el programa permanente de mentoría de LLAMA, lo pone en práctica y vela por él.",
    ),
}
