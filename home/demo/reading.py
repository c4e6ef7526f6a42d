"""Citations: those of the ALCTS list, complete (seed 003:11-16), and those the ALSC page lost the titles of (004:56-61)."""

from home.writing import block_id, items
from portal.models import Topic
from resources.for_whom import ForWhom
from resources.models import Citation

LOST_LINK = (
    "Held back: the title was a link on the captured page and is lost (page 004_8613aa10c7adeac4.txt, line {line}). "
    "Find the title and it can be published."
)

COMPLETE = [
    # Seed 003:11 names the whole issue, without an article or an author; its trailing comma is dropped.
    {
        "kind": "issue",
        "container": "Oregon Library Association Quarterly",
        "volume": "23",
        "issue": "3",
        "date": "2015",
    },
    {
        "authors": "Hussey, L. K.\nCampbell-Meier, J.",
        "date": "2017",
        "title": "Is There a Mentoring Culture Within the LIS Profession?",
        "container": "Journal of Library Administration",
        "volume": "57",
        "issue": "5",
        "pages": "500–516",
    },
    {
        "authors": "Williams, G. H.",
        "date": "2019",
        "title": "Mentoring Mid-Career: Reflections on Fostering a Culture of Mentorship for Experienced Librarians",
        "container": "Journal of Academic Librarianship",
        "volume": "45",
        "issue": "2",
        "pages": "171–173",
    },
    {
        "authors": "Murphy, S. A.",
        "date": "2008",
        "title": "Developmental Relationships in the Dynamic Library Environment: Re-conceptualizing Mentoring for the "
        "Future",
        "container": "Journal of Academic Librarianship",
        "volume": "34",
        "issue": "5",
        "pages": "434–437",
    },
    {
        "authors": "Eldredge, J. D.",
        "date": "2014",
        "title": "The Long Reach of a Mentor’s Influence",
        "container": "Hypothesis: Journal of the Research Section of MLA",
        "volume": "26",
        "issue": "1",
        "pages": "14–19",
    },
    {
        "kind": "book",
        "authors": "Mavrinac, M. A.\nStymest, K.",
        "date": "2012",
        "title": "Pay it forward: Mentoring new information professionals",
        "publisher": "Association of College & Research Libraries",
        "place": "Chicago, IL",
    },
]

TITLE_LOST = [
    (56, {"kind": "web", "container": "ALSC Mentoring Program participants"}),
    (57, {"authors": "Bradford, Laurence", "container": "Forbes", "date": "January 2018"}),
    (
        58,
        {
            "authors": "Byington, Teresa",
            "container": "Journal of Extension",
            "date": "December 2010",
            "volume": "48",
            "issue": "6",
        },
    ),
    (59, {"authors": "Horoszowski, Mark", "container": "Harvard Business Review", "date": "January 2020"}),
    (60, {"container": "Together", "date": "June 2020"}),
    (
        61,
        {
            "authors": "Ross, Kevin M.",
            "container": "Journal of Library Administration",
            "date": "2013",
            "volume": "53",
            "issue": "7-8",
            "pages": "412-428",
        },
    ),
]
"""The line of the captured page, and what it still says."""


TOPICS = {
    "Mentoring Mid-Career: Reflections on Fostering a Culture of Mentorship for Experienced Librarians": "academic-libraries",
    "Developmental Relationships in the Dynamic Library Environment: Re-conceptualizing Mentoring for the Future": (
        "academic-libraries"
    ),
    "Pay it forward: Mentoring new information professionals": "getting-started",
}
FOR_MENTORS = {"Pay it forward: Mentoring new information professionals"}
"""Ours, by title: the captured page sorts nothing."""


def add_complete_citations():
    citations = [Citation.objects.create(**fields) for fields in COMPLETE]
    for citation in citations:
        citation.topics.set(Topic.objects.filter(slug=TOPICS.get(citation.title)))
    return citations


def add_title_less_citations():
    return [Citation.objects.create(editors_note=LOST_LINK.format(line=line), **fields) for line, fields in TITLE_LOST]


def entry(citation):
    side = ForWhom.MENTOR if citation.title in FOR_MENTORS else ForWhom.BOTH
    return {"citation": citation.pk, "note": "", "for_whom": side}


def readings(name, citations, *, heading="", intro=""):
    """One group of a reading list."""
    entries = items(f"{name}/entries", [entry(citation) for citation in citations])
    value = {"heading": heading, "intro": intro, "entries": entries}
    return {"type": "readings", "value": value, "id": block_id(name)}
