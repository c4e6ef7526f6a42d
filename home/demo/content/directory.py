"""The home page and the rows of the directory (seed 000): every program, group and affiliate by its exact name."""

from home.writing import Both, paragraphs, publish
from programs.models import Program, Role

from .spanish.names import NAMES_ES
from .summaries import SUMMARIES

MENTORING, DISCUSSION, AFFILIATE = Program.Kind.MENTORING, Program.Kind.DISCUSSION, Program.Kind.AFFILIATE

HOME = {
    "title": "Mentoring Opportunities",
    "search_description": "Mentoring programs of library associations: what they offer, and which take applications now.",
    "intro": paragraphs(
        "Mentoring does both sides good: somebody new to the field and somebody who knows it well each come to see "
        "their work through the other’s eyes. Here is what library associations offer, what helps a pair along, and "
        "which programs take applications now."
    ),
    "programs_heading": "ALA Mentoring Programs",
    "programs_intro": paragraphs("Run by the association’s divisions, sections and round tables. Find your way in."),
    "groups_heading": "Discussion Groups",
    "groups_intro": paragraphs(
        "Committees, connect groups and other gatherings of ALA members whose main concern is mentoring and the "
        "programs for it."
    ),
    "affiliates_heading": "Affiliate Mentoring Programs",
    "affiliates_intro": paragraphs("Mentoring that is offered by associations affiliated with ALA."),
}

PROGRAMS = [
    # code, key of the host, kind, name
    ("JOSEY", "ACRL", MENTORING, "ACRL Dr. E. J. Josey Mentoring Program for Spectrum Scholars"),
    ("DIRECTORS", "ACRL", MENTORING, "ACRL College Library Directors Mentor Program"),
    ("INSTRUCTION", "INSTRUCTION", MENTORING, "ACRL Instruction Section Mentoring Program"),
    ("ALCTS", "ALCTS", MENTORING, "ALCTS Mentoring Program"),
    ("ALSC", "ALSC", MENTORING, "ALSC Mentoring Program"),
    ("GLBTRT", "GLBTRT", MENTORING, "Gay, Lesbian, Bisexual, and Transgender Round Table Buddy Program"),
    ("LLAMA", "LLAMA", MENTORING, "LLAMA Mentoring Program"),
    ("NMRT", "NMRT", MENTORING, "New Members Round Table program"),
    ("STS", "STS", MENTORING, "STS Sci/Tech Library Mentors"),
    ("YALSA", "YALSA", MENTORING, "YALSA’s virtual mentoring program"),
    ("IRRT", "IRRT", DISCUSSION, "IRRT International Librarians’ Orientation/Mentoring Committee"),
    ("LLAMAMC", "LLAMA", DISCUSSION, "LLAMA Mentoring Committee"),
    # Seed 000:41 says nothing about this group but its name.
    (
        "CAMMS",
        "CAMMS",
        DISCUSSION,
        (
            "Association of Library Collections and Technical Services Recruitment & Mentoring Committee "
            "(Cataloging & Metadata Management Section)"
        ),
    ),
    # Seed 000:49-61 names the affiliates’ programs and says no more.
    ("APALA", "APALA", AFFILIATE, "Asian Pacific American Librarians Association (APALA) Mentoring Program"),
    ("BCALA", "BCALA", AFFILIATE, "Black Caucus of ALA"),
    ("MEDICAL", "MEDICAL", AFFILIATE, "Medical Library Association Mentoring Program"),
    ("MELA", "MELA", AFFILIATE, "Middle East Librarians’ Association Mentoring Program"),
    ("MUSIC", "MUSIC", AFFILIATE, "Music Library Association Mentoring Resources"),
    (
        "REFORMA",
        "REFORMA",
        AFFILIATE,
        (
            "National Association to Promote Library and Information Services to Latinos and the Spanish-Speaking "
            "(REFORMA) Mentoring Program"
        ),
    ),
    ("SAA", "SAA", AFFILIATE, "Society of American Archivists Mentoring Program"),
]

GIVES, RECEIVES = Role.Side.GIVES, Role.Side.RECEIVES

MENTOR = ("mentor", GIVES, "mentor", "mentors", "mentor o mentora", "mentores y mentoras")
MENTEE = ("mentee", RECEIVES, "mentee", "mentees", "persona mentorizada", "personas mentorizadas")
ROLES = {
    "GLBTRT": [
        ("buddy", GIVES, "buddy", "buddies", "buddy", "buddies"),
        ("member", RECEIVES, "new or returning member", "new or returning members",
         "miembro nuevo o que regresa", "miembros nuevos o que regresan"),
    ],
    "LLAMA": [
        ("leader", GIVES, "leader", "leaders", "líder", "líderes"),
        ("aspiring", RECEIVES, "aspiring leader", "aspiring leaders", "futuro o futura líder", "futuros y futuras líderes"),
    ],
    "DIRECTORS": [
        ("mentor", GIVES, "experienced director", "experienced directors",
         "director o directora con experiencia", "directores y directoras con experiencia"),
        ("director", RECEIVES, "first-year director", "first-year directors",
         "director o directora de primer año", "directores y directoras de primer año"),
    ],
}  # fmt: skip
"""Roles in the words of the programs that have their own; the others say mentor and mentee."""


def write_home(home, by):
    for field, text in HOME.items():
        setattr(home, field, text)
    return publish(home, by)


def add_programs(hosts):
    """Every program by its code."""
    programs = {}
    for code, host, kind, name in PROGRAMS:
        summary = SUMMARIES.get(code, Both("", ""))
        runs_here = kind == MENTORING
        programs[code] = Program.objects.create(
            code=code,
            host=hosts[host],
            kind=kind,
            name=name,
            name_es=NAMES_ES[code],
            summary=summary.en,
            summary_es=summary.es,
            reply_to=f"{code.lower()}@example.org" if runs_here else "",
        )
        if runs_here:
            add_roles(programs[code])
    return programs


def add_roles(program):
    for key, side, name, plural, name_es, plural_es in ROLES.get(program.code, [MENTOR, MENTEE]):
        Role.objects.create(
            program=program, key=key, side=side, name=name, plural=plural, name_es=name_es, plural_es=plural_es
        )
