"""Who can take which role, as data and in the words of the captured directory (seed 000) where data cannot say it."""

from dataclasses import dataclass

from home.writing import Both
from programs.models import Role

TOO = Role.Students.TOO


@dataclass(frozen=True)
class Who:
    """Conditions of a role; `member_of` names hosts by key, `told` are whole sentences."""

    told: tuple = ()
    member_of: tuple = ()
    may_join: bool = False
    years_below: int | None = None
    first_year: bool = False
    newcomers: bool = False
    students: str = ""


CONDITIONS = {
    # Seed 000:11.
    ("JOSEY", "mentee"): Who(
        (
            Both("You are a Spectrum Scholar.", "Es Spectrum Scholar."),
            Both(
                "You are a library school student, or have graduated recently.",
                "Estudia bibliotecología, o se ha graduado hace poco.",
            ),
            Both(
                "You are of American Indian/Alaska Native, Asian, Black/African American, Hispanic/Latino or Native "
                "Hawaiian/Other Pacific Islander descent.",
                "Es de ascendencia indígena americana o nativa de Alaska, asiática, negra o afroamericana, hispana o "
                "latina, o nativa de Hawái o de otras islas del Pacífico.",
            ),
        ),
        newcomers=True,
        students=TOO,
    ),
    ("JOSEY", "mentor"): Who(
        (
            Both(
                "You are an academic librarian who is established in the field.",
                "Tiene una trayectoria consolidada en bibliotecas académicas.",
            ),
        )
    ),
    # Seed 000:13.
    ("DIRECTORS", "director"): Who(
        (Both("You direct a college library.", "Dirige la biblioteca de un college."),), first_year=True
    ),
    ("DIRECTORS", "mentor"): Who(
        (
            Both(
                "You are experienced in directing a college library.",
                "Tiene experiencia en dirigir la biblioteca de un college.",
            ),
        )
    ),
    # Seed 000:15.
    ("INSTRUCTION", "mentee"): Who(
        (
            Both(
                "You are an academic librarian, new to instruction or to the Instruction Section.",
                "Trabaja en una biblioteca académica y empieza a enseñar, o acaba de llegar a la Instruction Section.",
            ),
        )
    ),
    ("INSTRUCTION", "mentor"): Who(
        (
            Both(
                "You are an academic librarian with experience in teaching.",
                "Trabaja en una biblioteca académica y tiene experiencia docente.",
            ),
        )
    ),
    # Seed 001:21.
    ("ALCTS", "mentee"): Who(member_of=("ALCTS",)),
    ("ALCTS", "mentor"): Who(member_of=("ALCTS",)),
    # Seed 002:35 and 002:37.
    ("ALSC", "mentee"): Who(
        (
            Both(
                "You have some connection to children’s library service. You need not be a member of ALSC or ALA.",
                "Tiene alguna relación con los servicios bibliotecarios para la infancia. No hace falta ser miembro de "
                "ALSC ni de ALA.",
            ),
            Both(
                "You may be a student, early in your career, returning to the profession, or out to refine your skills, "
                "meet people and learn more about children’s librarianship as a career.",
                "Puede estar estudiando, empezando su carrera, volviendo a la profesión, o querer afinar sus habilidades, "
                "conocer gente y saber más de la biblioteca infantil como profesión.",
            ),
        ),
        newcomers=True,
        students=TOO,
    ),
    ("ALSC", "mentor"): Who(
        (
            Both(
                "You have experience in children’s librarianship or children’s literature.",
                "Tiene experiencia en bibliotecas infantiles o en literatura infantil.",
            ),
        ),
        member_of=("ALSC",),
    ),
    # Seed 000:21 writes “perspective” where it means prospective.
    ("GLBTRT", "member"): Who(
        (
            Both(
                "You are new to the round table, become active in it for the first time, or come back after a long absence.",
                "Acaba de llegar a la mesa redonda, empieza a participar en ella, o vuelve tras una larga ausencia.",
            ),
        ),
        member_of=("GLBTRT",),
        may_join=True,
    ),
    ("GLBTRT", "buddy"): Who(
        (Both("You are active in the round table.", "Participa activamente en la mesa redonda."),),
        member_of=("GLBTRT",),
    ),
    # Seed 000:23.
    ("LLAMA", "aspiring"): Who(
        (
            Both(
                "You are a librarian who would like to become a leader.",
                "Trabaja en bibliotecas y desea llegar a un puesto de liderazgo.",
            ),
        )
    ),
    ("LLAMA", "leader"): Who(
        (Both("You are a librarian in a leadership position.", "Trabaja en bibliotecas en un puesto de liderazgo."),)
    ),
    # Seed 000:25.
    ("NMRT", "mentee"): Who(
        (Both("You are new to ALA.", "Acaba de llegar a ALA."),), member_of=("ALA",), years_below=5
    ),
    ("NMRT", "mentor"): Who(
        (
            Both(
                "You have more experience than somebody who is new to the profession.",
                "Tiene más experiencia que quien acaba de llegar a la profesión.",
            ),
        ),
        member_of=("NMRT",),
    ),
    # Seed 000:27.
    ("STS", "mentee"): Who(
        (
            Both(
                "You are new to the profession, change paths after years in the field, or look for support and direction.",
                "Acaba de llegar a la profesión, cambia de rumbo tras años de oficio, o busca apoyo y orientación.",
            ),
        ),
        newcomers=True,
    ),
    ("STS", "mentor"): Who((Both("You are experienced in the profession.", "Tiene experiencia en la profesión."),)),
    # Seed 000:29.
    ("YALSA", "mentee"): Who(
        (
            Both(
                "You are a new librarian, or a graduate student in a Library Science program.",
                "Acaba de empezar como profesional de bibliotecas, o cursa un posgrado en bibliotecología.",
            ),
        ),
        newcomers=True,
        students=TOO,
    ),
    ("YALSA", "mentor"): Who((Both("You are an experienced librarian.", "Tiene experiencia como profesional."),)),
}
"""By the program's code and the role's key."""

PLAIN = ("may_join", "years_below", "first_year", "newcomers", "students")


def add_conditions(programs, hosts):
    for (code, key), who in CONDITIONS.items():
        role = programs[code].roles.get(key=key)
        role.conditions = "\n".join(text.en for text in who.told)
        role.conditions_es = "\n".join(text.es for text in who.told)
        for field in PLAIN:
            setattr(role, field, getattr(who, field))
        role.member_of = [hosts[host] for host in who.member_of]
        role.save()
