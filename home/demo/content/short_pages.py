"""Pages of the programs about which the captured directory (seed 000) says a sentence or two."""

from home.writing import add, apply_form, paragraphs, questions, section, stream
from programs.models import ProgramPage

QUESTIONS = [
    ("Do I need an account?", "No. Our first letter brings you a reference and a private link to your application."),
    (
        "Who reads my application?",
        (
            "The program’s committee, and the administrators of this portal. Other programs and the editors of these pages "
            "cannot."
        ),
    ),
    (
        "When do I hear from you?",
        "By the day promised in the timeline, accepted or not. Until then, the private link shows where things stand.",
    ),
    ("Can I take my application back?", "Yes, at any time: open it through the private link and choose to withdraw."),
    (
        "What if I lose my private link?",
        "Choose “My application” at the top of this page. We send a new link to the address you applied with.",
    ),
]

PAGES = {
    "JOSEY": {
        "promise": "Links library school students and new graduates with established academic librarians.",
        "parts": [],
    },
    "DIRECTORS": {
        "promise": "Your first year as a college library director, with somebody beside you who remembers theirs.",
        "parts": [
            section(
                "How it works",
                paragraphs("Each director in the first year at a college library is matched with an experienced one."),
            )
        ],
    },
    "INSTRUCTION": {
        "promise": "Become a better teacher of information literacy together with a colleague who has taught for longer.",
        "overview": paragraphs(
            "For academic librarians who care about information literacy and want to grow as teachers. Those with "
            "experience to pass on are paired with those who are new to instruction, or new to the Section."
        ),
        "parts": [],
    },
    "GLBTRT": {
        "promise": "A buddy who knows the round table, for everybody who is finding the way in or back.",
        "parts": [],
    },
    "LLAMA": {
        "promise": "Learn to lead from librarians who do.",
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
        "overview": paragraphs(
            "Most pairs are a newcomer to the profession and somebody more experienced. People with years in the field who "
            "are changing career paths are welcome, too, and so are people who are looking for support and direction."
        ),
        "parts": [apply_form("Start your application")],
    },
    "NMRT": {
        "promise": "New to ALA? Get to know it, and the profession, with a member who has been around a little longer.",
        "parts": [questions(*QUESTIONS, name="nmrt/questions"), apply_form("Start your application")],
    },
    "YALSA": {
        "promise": "Mentoring that comes to you: a virtual program for new librarians and graduate students.",
        "parts": [
            section(
                "How pairs meet",
                paragraphs("Online, wherever the two of you live. A pair agrees on its own times and tools."),
            ),
            apply_form("Start your application"),
        ],
    },
}
"""By the program’s code. Who can apply is data (conditions.py). What applicants of NMRT are told describes this portal."""


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
            overview=page.get("overview", ""),
            search_description=program.summary,
            body=stream(slug, page["parts"]),
        ),
        by,
    )
