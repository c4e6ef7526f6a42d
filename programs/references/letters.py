"""The letters to whoever is asked for a reference. What they can say of the application is its applicant's name."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from programs.letters.applicants import link_ends
from programs.letters.harmless import name_to_greet, one_line
from programs.models import LetterKind, Matter, Referee

from .standing import is_waited_for, last_day_in_words


def current_referees():
    """Whoever was replaced is written to no more, and their links open nothing."""
    return Referee.objects.current().with_program()


REFEREE = Matter(
    "referee",
    _("Reference from somebody else"),
    current_referees,
    key="pk",
    link_ends=lambda row, now: link_ends(row.application, now),
)


def words_of_referee(row):
    """All of it is one line each. Both names were typed by the applicant: what may be no name is left out."""
    program = row.program
    return {
        "name": name_to_greet(row.name),
        "applicant": name_to_greet(row.application.name),
        "program": one_line(program.said("name")),
        "until": last_day_in_words(row.application),
        "answerable": bool(program.reply_to),
    }


def still_waited_for(letter):
    return letter.row is not None and is_waited_for(letter.row)


def letter_kinds():
    declare = partial(
        LetterKind,
        matter=REFEREE,
        page="reference_open",
        words=words_of_referee,
        unasked=True,
        still_true=still_waited_for,
        untrue=_("This reference is not waited for any more."),
    )
    return [
        declare("referee", _("Request for a reference")),
        declare("referee_reminder", _("Reminder of a request for a reference")),
    ]
