"""Letters to applicants: what each can say, whichever stage writes it."""

from functools import partial
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programs.models import Application, Draft, Erased, Invitation, LetterKind, Matter
from programs.offer import dates
from programs.offer.windows import until

from .writing import name_to_greet, one_line


def words_of_application(application):
    """All of it is one line each."""
    round, role = application.call.round, application.call.role
    program = round.program
    return {
        "name": name_to_greet(application.name),
        "reference": getattr(application, "reference", ""),
        "program": one_line(program.said("name")),
        "round": one_line(round.said("name")),
        "role": one_line(role.said("name")),
        "answerable": bool(program.reply_to),
    } | _dates(application.call)


def _dates(call):
    """Those that are still to come: a letter promises no day that has passed."""
    now = timezone.now()
    round = call.round
    if round.called_off:
        return {}
    today = timezone.localdate(now, ZoneInfo(round.program.time_zone))
    return {
        "promised": _ahead(round.decisions_by, today) and dates.weekday_and_day(round.decisions_by),
        "starts": _ahead(round.starts, today) and dates.day(round.starts),
        "ends": _ahead(round.ends, today) and dates.day(round.ends),
        "closes": _ahead(call.closes, now) and until(call.closes, call.zone),
    }


def _ahead(date, now):
    return date is not None and date >= now


def words_of_draft(draft):
    """Nothing that was typed: whoever asked may be a stranger to the address."""
    return words_of_application(draft) | {"name": ""}


def words_of_erased(row):
    program = row.program
    told = {"name": name_to_greet(row.correspondent.name), "reference": row.reference}
    return told | {"program": one_line(program.said("name")), "answerable": bool(program.reply_to)}


DRAFT = Matter("draft", _("Application begun"), Draft.objects.unsent().with_program, key="pk")


def words_of_invitation(invitation):
    return words_of_application(invitation) | {"until": dates.weekday_and_day(invitation.until)}


INVITATION = Matter("invitation", _("Late entry"), Invitation.objects.with_program, key="pk")

ERASED = Matter(
    "erased", _("Application deleted"), Erased.objects.select_related("correspondent__program").all, key="reference"
)

APPLICATION = Matter(
    "application", _("Application"), Application.objects.with_program, key="reference", screen="application:inspect"
)

to_applicants = partial(LetterKind, matter=APPLICATION, page="status_open", words=words_of_application)
"""Declares a kind of letter about an application; its link opens where the application stands."""
