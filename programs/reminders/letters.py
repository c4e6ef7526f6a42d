"""The two letters of a reminder. Nobody reads them but their reader: staff see how many people wait, not who."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from programs.letters.harmless import one_line
from programs.models import LetterKind, Matter, Reminder
from programs.offer.standing import ProgramState, standing

REMINDER = Matter("reminder", _("Reminder"), Reminder.objects.with_program)


def words_of_reminder(reminder):
    """Nothing that was typed: whoever asked may be a stranger to the address."""
    return {"program": one_line(reminder.program.said("name")), "answerable": bool(reminder.program.reply_to)}


def still_open(letter):
    return standing(letter.program).state == ProgramState.OPEN


def letter_kinds():
    declare = partial(LetterKind, matter=REMINDER, words=words_of_reminder, in_outbox=False, again=False)
    return [
        declare("confirm", _("Confirm a reminder"), page="remind_confirm", unasked=True),
        declare("opened", _("Applications are open"), page="remind_leave", one_click=True, still_true=still_open),
    ]
