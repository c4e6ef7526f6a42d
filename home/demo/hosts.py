"""The bodies that offer the programs. The captured pages give acronyms; names in full are the bodies' own."""

from programs.models import Host

Kind = Host.Kind

HOSTS = [
    # key, name, acronym, kind, key of the body it is part of
    ("ALA", "American Library Association", "ALA", Kind.ASSOCIATION, None),
    ("ACRL", "Association of College & Research Libraries", "ACRL", Kind.DIVISION, "ALA"),
    # Seed 000:41 spells it so; the division itself writes “for” and “&”.
    ("ALCTS", "Association of Library Collections and Technical Services", "ALCTS", Kind.DIVISION, "ALA"),
    ("ALSC", "Association for Library Service to Children", "ALSC", Kind.DIVISION, "ALA"),
    ("LLAMA", "Library Leadership and Management Association", "LLAMA", Kind.DIVISION, "ALA"),
    ("YALSA", "Young Adult Library Services Association", "YALSA", Kind.DIVISION, "ALA"),
    ("INSTRUCTION", "ACRL Instruction Section", "", Kind.SECTION, "ACRL"),
    ("STS", "ACRL Science and Technology Section", "STS", Kind.SECTION, "ACRL"),
    ("CAMMS", "Cataloging & Metadata Management Section", "", Kind.SECTION, "ALCTS"),
    ("GLBTRT", "Gay, Lesbian, Bisexual, and Transgender Round Table", "GLBTRT", Kind.ROUND_TABLE, "ALA"),
    ("IRRT", "International Relations Round Table", "IRRT", Kind.ROUND_TABLE, "ALA"),
    ("NMRT", "New Members Round Table", "NMRT", Kind.ROUND_TABLE, "ALA"),
    ("IRRTC", "International Librarians’ Orientation/Mentoring Committee", "", Kind.COMMITTEE, "IRRT"),
    ("IRO", "ALA International Relations Office", "", Kind.OFFICE, "ALA"),
    ("ALCTSLDC", "ALCTS Leadership Development Committee", "", Kind.COMMITTEE, "ALCTS"),
    ("ALCTSMS", "Mentoring Subcommittee of the ALCTS Leadership Development Committee", "", Kind.COMMITTEE, "ALCTSLDC"),
    ("ALSCMC", "ALSC Membership Committee", "", Kind.COMMITTEE, "ALSC"),
    ("ALSCMCS", "Managing Children’s Services Committee", "", Kind.COMMITTEE, "ALSC"),
    ("APALA", "Asian Pacific American Librarians Association", "APALA", Kind.AFFILIATE, None),
    ("BCALA", "Black Caucus of ALA", "", Kind.AFFILIATE, None),
    # Two associations go by MLA; the captured pages give neither acronym.
    ("MEDICAL", "Medical Library Association", "MLA", Kind.AFFILIATE, None),
    ("MELA", "Middle East Librarians’ Association", "", Kind.AFFILIATE, None),
    ("MUSIC", "Music Library Association", "MLA", Kind.AFFILIATE, None),
    (
        "REFORMA",
        "National Association to Promote Library and Information Services to Latinos and the Spanish-Speaking",
        "REFORMA",
        Kind.AFFILIATE,
        None,
    ),
    ("SAA", "Society of American Archivists", "", Kind.AFFILIATE, None),
]


SITES = {
    "ALA": "https://www.ala.org/",
    "APALA": "https://www.apalaweb.org/",
    "BCALA": "https://www.bcala.org/",
    "MEDICAL": "https://www.mlanet.org/",
    "MELA": "https://www.mela.us/",
    "MUSIC": "https://www.musiclibraryassoc.org/",
    "REFORMA": "https://www.reforma.org/",
    "SAA": "https://www2.archivists.org/",
}
"""The bodies' own, for whatever has no page here."""


def add_hosts():
    """Every host by its key."""
    hosts = {}
    for key, name, acronym, kind, parent in HOSTS:
        hosts[key] = Host.objects.create(
            name=name, acronym=acronym, kind=kind, parent=hosts.get(parent), url=SITES.get(key, "")
        )
    return hosts
