"""What may stand in braces in a program's own text of a letter: a fixed list, each filled when the letter is written.

    Dear {name}, you have a place as {role}.

A paragraph in which a placeholder has nothing to say is left out, so that no letter reads “by .”.
"""

import re
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

FOUND = re.compile(r"\{([^{}]*)\}")
BRACES = re.compile(r"[{}]")


@dataclass(frozen=True)
class Placeholder:
    """`sample`: what a preview shows, in the language that is active."""

    name: str
    label: object
    sample: object


ALL = {
    each.name: each
    for each in [
        Placeholder("greeting", _("“Dear” and the name; “Hello” where there is none"), _("Dear Sam Sample,")),
        Placeholder("name", _("The person’s name"), _("Sam Sample")),
        Placeholder("reference", _("The reference of the application"), _("SAMPLE-27-7K4M")),
        Placeholder("program", _("The program’s name"), _("Sample Mentoring Program")),
        Placeholder("round", _("The round’s name"), _("Fall 2027")),
        Placeholder("role", _("The role that the person applied for"), _("mentee")),
        Placeholder("link", _("The private link to the application"), _("[private link]")),
        Placeholder("promised", _("The day by which decisions are promised"), _("Friday, October 1, 2027")),
        Placeholder("starts", _("The day when mentoring begins"), _("November 1, 2027")),
        Placeholder("ends", _("The day when mentoring ends"), _("May 31, 2028")),
        Placeholder("closes", _("When the call closes"), _("September 15, 2027, 5 p.m. Eastern time")),
        Placeholder("until", _("The last day of the invitation"), _("Monday, September 20, 2027")),
        Placeholder(
            "prove",
            _("Asks to open the link once; nothing where the address is proven"),
            _("Please open the link below once and press the button."),
        ),
        Placeholder(
            "answered",
            _("What the person answered, without sensitive answers"),
            format_lazy("{}\n> {}", _("Where do you work?"), _("At a public library")),
        ),
        Placeholder("question", _("The committee’s question"), _("Which days suit you?")),
        Placeholder(
            "sentence",
            _("The sentence that a round adds; nothing where it adds none"),
            _("This year the committee read more applications than ever."),
        ),
        Placeholder(
            "signoff",
            _("The program’s sign-off"),
            format_lazy("{}\n{}", _("With kind regards,"), _("Sample Mentoring Program")),
        ),
    ]
}


def faults(text, allowed):
    """What in braces is none of these, as it was typed: ["{nmae}", "}", ...]."""
    unknown = [f"{{{name}}}" for name in FOUND.findall(text) if name not in allowed]
    return [*unknown, *BRACES.findall(FOUND.sub("", text))]


def missing(text, needed):
    """Those of the needed ones that the text has not."""
    return [name for name in needed if name not in FOUND.findall(text)]


def filled(text, words):
    """The text with every placeholder's words in it, paragraph by paragraph. What stands in the words is no placeholder."""
    kept = []
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        if all(words.get(name) for name in FOUND.findall(paragraph)):
            kept.append(FOUND.sub(lambda found: str(words[found[1]]), paragraph))
    return "\n\n".join(kept)


def filled_line(text, words):
    """The same for a subject, which is never left out."""
    return " ".join(FOUND.sub(lambda found: str(words.get(found[1]) or ""), text).split())


def samples():
    """What a preview fills in, in the language that is active."""
    return {name: str(each.sample) for name, each in ALL.items()}
