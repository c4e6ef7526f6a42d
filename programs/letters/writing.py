"""What the letters say. One template a kind: its first line is the subject, the rest the letter, in plain text."""

import re
import secrets
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.template import Context, engines
from django.utils import timezone, translation
from django.utils.translation import gettext

from programs import dates
from programs.models import Application, Letter, Reminder

from .typed import name_to_greet, one_line, quoted

STATUS_LINK = "{status_link}"
"""Stands in a letter's text where the secret link goes when it is sent."""

UNASKED = {Letter.Kind.AGAIN, Letter.Kind.LINK, Letter.Kind.CONFIRM}
"""Letters that anybody can cause who types an address into a form."""

UNASKED_A_DAY = 3
"""Of one kind about one application or reminder."""

UNASKED_TO_ONE = 10
"""Of one kind to one address, however many programs they are about."""


def write(kind, about, *, decision=None, **context):
    """Write one letter to the applicant, or to whom a reminder is for, in the caller's transaction, to be sent at the
    next tick.

    None where the address has had its share of unasked letters of this kind today: nobody shall flood a mailbox from
    here. Callers say nothing of it to whoever asked.
    """
    if kind in UNASKED and _had_enough(kind, about):
        return None
    subject, body = render(kind, about, **context)
    return Letter.objects.create(
        kind=kind,
        program=about.program,
        application=about if isinstance(about, Application) else None,
        reminder=about if isinstance(about, Reminder) else None,
        decision=decision,
        to=about.email,
        language=about.language,
        subject=subject,
        body=body,
        due_at=timezone.now(),
    )


def _had_enough(kind, about):
    since = timezone.now() - timedelta(days=1)
    today = Letter.objects.filter(kind=kind, created_at__gt=since)
    about_this = today.filter(pk__in=about.letters.values("pk"))
    return about_this.count() >= UNASKED_A_DAY or today.filter(to__iexact=about.email).count() >= UNASKED_TO_ONE


def render(kind, about, **context):
    """The subject and the text, in the reader's language; `about` is their application or reminder.

    Only the template can place the secret link: while it is rendered the link's place is marked with a random word
    that nobody could have typed, and a typed {status_link} loses its braces.
    """
    mark = secrets.token_hex(16)
    with translation.override(about.language):
        words = WORDS[type(about)](about) | context | {"status_link": mark}
        if "answered" in context:
            words["answered"] = _quoted(context["answered"])
        text = _template(kind).render(Context(words, autoescape=False))
    subject, _, body = text.strip().partition("\n")
    body = re.sub(r"\n\s*\n", "\n\n", body.strip())
    return one_line(subject.replace(mark, ""))[:250], _placed(body, mark) + "\n"


def words_of_reminder(reminder):
    """Nothing that was typed: whoever asked may be a stranger to the address."""
    return {"program": one_line(reminder.program.said("name")), "answerable": bool(reminder.program.reply_to)}


def words_of_application(application):
    """What every letter can say about an application. All of it is one line each."""
    round, role = application.call.round, application.call.role
    program = round.program
    return {
        "name": name_to_greet(application.name),
        "reference": application.reference,
        "program": one_line(program.said("name")),
        "round": one_line(round.said("name")),
        "role": one_line(role.said("name")),
        "answerable": bool(program.reply_to),
    } | _dates(application.call)


WORDS = {Application: words_of_application, Reminder: words_of_reminder}


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
