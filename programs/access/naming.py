"""What says whose an application is: left out of what anybody sees who reads anonymously, whatever shows it to them.

Some questions always do, by their type or by what a browser fills in; a program's rubric names others. Files lose their
names: what is in a file, nobody here can take out.
"""

from django.core.exceptions import PermissionDenied

from portal.files.taking.names import ending
from programs.forms.audiences import Audience
from programs.forms.questions.files import files_of
from programs.models import Application, Receipt, Rubric

from .duties import DECIDE, SCORE, may

NAMING_TYPES = frozenset({"email", "phone", "web_address", "contact", "referee", "membership_number", "partner_wish"})
NAMING_TOKENS = frozenset(
    {
        "name",
        "given-name",
        "family-name",
        "honorific-prefix",
        "nickname",
        "email",
        "tel",
        "url",
        "organization",
        "address-line1",
        "postal-code",
        "bday",
    }
)
"""What a browser may fill in; see programs/forms/editing.py."""


def names_somebody(question):
    """Whether every answer to it does, whatever the program says."""
    return question["type"] in NAMING_TYPES or question.get("autocomplete") in NAMING_TOKENS


def rubric_of(program):
    """The program's rubric; what goes without saying where it has none."""
    try:
        return program.rubric
    except Rubric.DoesNotExist:
        return Rubric(program=program)


def reads_anonymously(program):
    return rubric_of(program).anonymous


def naming_keys(sent):
    """The keys of the questions that name somebody in what was sent: those of the program and of the types. A reference is
    about somebody whom its writer names: all of it is."""
    asked = sent.version.asked
    if not isinstance(sent, (Application, Receipt)):
        return {question["key"] for question in asked}
    chosen = set(rubric_of(sent.call.round.program).naming)
    return chosen | {question["key"] for question in asked if names_somebody(question)}


def unnamed(question, answer):
    """An answer whose files are called by their question: cv-1.pdf."""
    if question["type"] != "file" or not answer:
        return answer
    named = [f"{question['key']}-{n}.{ending(one['name'])}" for n, one in enumerate(files_of(answer), 1)]
    files = [one | {"name": name} for one, name in zip(files_of(answer), named, strict=True)]
    return files if isinstance(answer, list) else files[0]


def audience_of(user, call):
    """Who somebody of a committee is to the answers of a call. PermissionDenied for who reads nothing there."""
    if may(user, DECIDE, call):
        return Audience.COORDINATOR
    if not may(user, SCORE, call):
        raise PermissionDenied
    return Audience.ANONYMOUS if reads_anonymously(call.round.program) else Audience.READER
