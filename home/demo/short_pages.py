"""Pages of the programs about which the captured directory (seed 000) says a sentence or two."""

from programs.models import ProgramPage

from .writing import add, apply_form, bullets, paragraphs, section, stream

PAGES = {
    "JOSEY": {
        "promise": "Links library school students and new graduates with established academic librarians.",
        "run_by": "ACRL",
        "parts": [
            section(
                "Who it is for",
                paragraphs("Spectrum Scholars who are library school students or have graduated recently, of")
                + bullets(
                    "American Indian/Alaska Native,",
                    "Asian,",
                    "Black/African American,",
                    "Hispanic/Latino or",
                    "Native Hawaiian/Other Pacific Islander descent.",
                ),
            ),
            section("Who the mentors are", paragraphs("Academic librarians who are established in their field.")),
        ],
    },
    "DIRECTORS": {
        "promise": "Your first year as a college library director, with somebody beside you who remembers theirs.",
        "run_by": "ACRL",
        "parts": [
            section(
                "How it works",
                paragraphs("Each director in the first year at a college library is matched with an experienced one."),
            )
        ],
    },
    "INSTRUCTION": {
        "promise": "Become a better teacher of information literacy together with a colleague who has taught for longer.",
        "run_by": "ACRL Instruction Section",
        "parts": [
            section(
                "Who it is for",
                paragraphs("Academic librarians who care about information literacy and want to grow as teachers:")
                + bullets(
                    "those who are new to instruction, or new to the Section;", "those with experience to pass on."
                ),
            )
        ],
    },
    "GLBTRT": {
        "promise": "A buddy who knows the round table, for everybody who is finding the way in or back.",
        "run_by": "GLBTRT",
        "parts": [
            # Seed 000:21 writes “perspective” where it means prospective.
            section(
                "Who gets a buddy",
                bullets(
                    "new members, and prospective ones;",
                    "members who become active for the first time;",
                    "members who come back after a long absence.",
                ),
            ),
            section("Who the buddies are", paragraphs("Active members of the round table.")),
        ],
    },
    "LLAMA": {
        "promise": "Learn to lead from librarians who do.",
        "run_by": "LLAMA",
        "parts": [
            section(
                "How it works",
                paragraphs(
                    "A librarian in a leadership position and a librarian with an interest in becoming a leader form "
                    "a pair."
                ),
            ),
            apply_form("Start your application"),
        ],
    },
    "STS": {
        "promise": "For everybody in a science or technology library who wants company on the way.",
        "run_by": "STS",
        "parts": [
            section(
                "Who it is for",
                paragraphs(
                    "Most pairs are a newcomer to the profession and somebody more experienced. But also welcome are"
                )
                + bullets(
                    "people with years in the field who are changing career paths;",
                    "people who are looking for support and direction.",
                ),
            ),
            apply_form("Start your application"),
        ],
    },
    "NMRT": {
        "promise": "New to ALA? Get to know it, and the profession, with a member who has been around a little longer.",
        "run_by": "New Members Round Table (NMRT)",
        "parts": [
            section(
                "Who can apply",
                bullets(
                    "<b>Mentees</b> are new members of ALA with less than five years of experience as a librarian.",
                    "<b>Mentors</b> are members of NMRT with more experience.",
                ),
            ),
            section(
                "What happens with your application",
                paragraphs(
                    "The program’s committee reads it; other programs and the editors of these pages cannot. Every "
                    "applicant hears by the day promised in the timeline, accepted or not, and can "
                    "see where things stand at any time through the link in our first letter."
                ),
            ),
            apply_form("Start your application"),
        ],
    },
    "YALSA": {
        "promise": "Mentoring that comes to you: a virtual program for new librarians and graduate students.",
        "run_by": "YALSA",
        "parts": [
            section(
                "Who can apply",
                bullets(
                    "<b>Mentees</b> are new librarians, or graduate students in a Library Science program.",
                    "<b>Mentors</b> are experienced librarians.",
                ),
            ),
            section(
                "How pairs meet",
                paragraphs("Online, wherever the two of you live. A pair agrees on its own times and tools."),
            ),
            apply_form("Start your application"),
        ],
    },
}
"""By the program's code. What applicants of NMRT and YALSA are told about their applications describes this portal."""


def add_short_pages(home, programs, by):
    """A page for each, by the program's code."""
    return {code: add_page(home, programs[code], page, by) for code, page in PAGES.items()}


def add_page(home, program, page, by):
    slug = program.code.lower()
    return add(
        home,
        ProgramPage(
            title=program.name,
            slug=slug,
            program=program,
            promise=page["promise"],
            run_by=page["run_by"],
            search_description=program.summary,
            body=stream(slug, page["parts"]),
        ),
        by,
    )
