"""The programs' names in Spanish, by code: as their Spanish pages are titled; else what the name says, in Spanish. Bodies
keep their own names. A proper name stands here again as it is."""

from . import alcts as spanish_alcts
from . import alsc as spanish_alsc
from .pages import PAGES

NAMES_ES = {code: page["title"] for code, page in PAGES.items()} | {
    "ALCTS": spanish_alcts.WORDS["ALCTS Mentoring Program: Overview"],
    "ALSC": spanish_alsc.WORDS["ALSC Mentoring Program"],
    "IRRT": "Comité de orientación y mentoría para profesionales internacionales de IRRT",
    "LLAMAMC": "Comité de mentoría de LLAMA",
    "CAMMS": (
        "Comité de captación y mentoría de la Association of Library Collections and Technical Services "
        "(Cataloging & Metadata Management Section)"
    ),
    "APALA": "Programa de mentoría de la Asian Pacific American Librarians Association (APALA)",
    "BCALA": "Black Caucus of ALA",
    "MEDICAL": "Programa de mentoría de la Medical Library Association",
    "MELA": "Programa de mentoría de la Middle East Librarians’ Association",
    "MUSIC": "Recursos de mentoría de la Music Library Association",
    "REFORMA": (
        "Programa de mentoría de la National Association to Promote Library and Information Services to Latinos and the "
        "Spanish-Speaking (REFORMA)"
    ),
    "SAA": "Programa de mentoría de la Society of American Archivists",
}
