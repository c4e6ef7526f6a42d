"""What the letters say. One template a kind: its first line is the subject, the rest the letter, in plain text."""

import re
import secrets
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.template import Context, engines
from django.utils import timezone, translation
from django.utils.translation import gettext

from programs import dates
from programs.models import Letter

from .typed import name_to_greet, one_line, quoted

STATUS_LINK = "{status_link}"
"""Stands in a letter's text where the secret link goes when it is sent."""

UNASKED = {Letter.Kind.AGAIN, Letter.Kind.LINK}
"""Letters that anybody can cause who types an address into a form."""

UNASKED_A_DAY = 3


def write(kind, application, *, decision=None, **context):
    """Write one letter to the applicant, in the caller's transaction, to be sent at the next tick.

    None where the address has had its three unasked letters of this kind today: nobody shall flood a mailbox from
    here. Callers say nothing of it to whoever asked.
    """
    if kind in UNASKED and _had_enough(kind, application):
        return None
    subject, body = render(kind, application, **context)
    return Letter.objects.create(
        kind=kind,
        program=application.program,
        application=application,
        decision=decision,
        to=application.email,
        language=application.language,
        subject=subject,
        body=body,
        due_at=timezone.now(),
    )


def _had_enough(kind, application):
    since = timezone.now() - timedelta(days=1)
    return application.letters.filter(kind=kind, created_at__gt=since).count() >= UNASKED_A_DAY


def render(kind, application, **context):
    """The subject and the text, in the applicant's language.

    Only the template can place the secret link: while it is rendered the link's place is marked with a random word
    that nobody could have typed, and a typed {status_link} loses its braces.
    """
    mark = secrets.token_hex(16)
    with translation.override(application.language):
        words = words_of(application) | context | {"status_link": mark}
        if "answered" in context:
            words["answered"] = _quoted(context["answered"])
        text = _template(kind).render(Context(words, autoescape=False))
    subject, _, body = text.strip().partition("\n")
    body = re.sub(r"\n\s*\n", "\n\n", body.strip())
    return one_line(subject.replace(mark, ""))[:250], _placed(body, mark) + "\n"


def words_of(application):
    """What every letter can say about an application. All of it is one line each."""
    round, role = application.call.round, application.call.role
    program = round.program
    return {
        "name": name_to_greet(application.name),
        "reference": application.reference,
        "program": one_line(program.name),
        "round": one_line(round.said("name")),
        "role": one_line(role.said("name")),
        "answerable": bool(program.reply_to),
    } | _dates(application.call)


def _dates(call):
    """Those that are still to come: a letter promises no day that has passed."""
    now = timezone.now()
    round = call.round
    today = timezone.localdate(now, ZoneInfo(round.program.time_zone))
    return {
        "promised": _ahead(round.decisions_by, today) and dates.weekday_and_day(round.decisions_by),
        "starts": _ahead(round.starts, today) and dates.day(round.starts),
        "ends": _ahead(round.ends, today) and dates.day(round.ends),
        "closes": _ahead(call.closes, now) and dates.moment(call.closes, call.zone),
    }


def _ahead(date, now):
    return date is not None and date >= now


def _template(kind):
    return engines["django"].engine.get_template(f"programs/letters/{kind}.txt")


def _quoted(answered):
    return quoted(answered, omitted=gettext("[web address left out]"), cut=gettext("(The rest is left out here.)"))


def _placed(body, mark):
    return body.replace(STATUS_LINK, "(status_link)").replace(mark, STATUS_LINK)
