"""What the letters say. One template a kind: its first line is the subject, the rest the letter, in plain text."""

import re
import secrets
from datetime import timedelta

from django.template import Context, engines
from django.utils import timezone, translation
from django.utils.translation import gettext

from programs.models import Letter, letter_kinds

from .typed import one_line, quoted

STATUS_LINK = "{status_link}"
"""Stands in a letter's text where the secret link goes when it is sent."""

UNASKED_A_DAY = 3
"""Unasked letters of one kind about one matter."""

UNASKED_TO_ONE = 10
"""Unasked letters of one kind to one address, however many programs they are about."""


def write(kind, row, **context):
    """Write one letter to whom a stage's row is about, in the caller's transaction, to be sent at the next tick.

    None where the address has had its share of unasked letters of this kind today: nobody shall flood a mailbox from
    here. Callers say nothing of it to whoever asked.
    """
    if letter_kinds()[kind].unasked and _had_enough(kind, row):
        return None
    subject, body = render(kind, row, **context)
    return Letter.objects.create(
        kind=kind,
        correspondent=row.correspondent,
        about=row.about,
        to=row.correspondent.email,
        language=row.language,
        subject=subject,
        body=body,
        due_at=timezone.now(),
    )


def _had_enough(kind, row):
    person = row.correspondent
    today = Letter.objects.filter(kind=kind, created_at__gt=timezone.now() - timedelta(days=1))
    about_this = today.filter(correspondent=person, about=row.about)
    to_one = today.filter(correspondent__email_key=person.email_key)
    return about_this.count() >= UNASKED_A_DAY or to_one.count() >= UNASKED_TO_ONE


def render(kind, row, **context):
    """The subject and the text, in the language of the row that the letter is about.

    Only the template can place the secret link: while it is rendered the link's place is marked with a random word
    that nobody could have typed, and a typed {status_link} loses its braces.
    """
    mark, declared = secrets.token_hex(16), letter_kinds()[kind]
    with translation.override(row.language):
        words = declared.words(row) | context | {"status_link": mark}
        if "answered" in context:
            words["answered"] = _quoted(context["answered"])
        text = _template(declared).render(Context(words, autoescape=False))
    subject, _, body = text.strip().partition("\n")
    body = re.sub(r"\n\s*\n", "\n\n", body.strip())
    return one_line(subject.replace(mark, ""))[:250], _placed(body, mark) + "\n"


def _template(kind):
    return engines["django"].engine.get_template(kind.template or f"programs/letters/{kind.name}.txt")


def _quoted(answered):
    return quoted(answered, omitted=gettext("[web address left out]"), cut=gettext("(The rest is left out here.)"))


def _placed(body, mark):
    return body.replace(STATUS_LINK, "(status_link)").replace(mark, STATUS_LINK)
