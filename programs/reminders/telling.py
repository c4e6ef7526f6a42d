"""Telling those who wait, once, as soon as their program is open."""

from urllib.parse import urljoin

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import gettext

from programs.letters.harmless import one_line
from programs.letters.writing import write
from programs.listing.pages import page_of
from programs.models import Program
from programs.offer.call_state import CallState, call_state, closing_sentence, soft_sentence
from programs.offer.standing import ProgramState, standing
from programs.offer.windows import until

from .asking import waiting

BATCH = 50
"""Letters a tick, as many as it sends: an applicant's letter shall not wait behind thousands of these."""


def tell_who_waits(now=None):
    """Write to those whose program is open now, and say how many: with BATCH there may be more."""
    now = now or timezone.now()
    told = 0
    for program in Program.objects.public().with_rounds().filter(pk__in=waiting().values("correspondent__program")):
        if standing(program, now).state == ProgramState.OPEN and open_calls(program, now):
            told += tell(program, now, most=BATCH - told)
    return told


def tell(program, now, *, most):
    reminders = list(waiting().with_program().filter(correspondent__program=program)[:most])
    words = {language: what_is_open(program, language, now) for language in {each.language for each in reminders}}
    return sum(tell_once(reminder, now, words[reminder.language]) for reminder in reminders)


def tell_once(reminder, now, words):
    """One letter, however many ticks run at once: the one whose UPDATE finds the reminder untold writes it."""
    with transaction.atomic():
        ours = waiting().filter(pk=reminder.pk).update(told_at=now)
        if ours:
            write("opened", reminder, **words)
    return ours


def what_is_open(program, language, now):
    """What the letter says of the program: its open calls, a line each, and where its page is."""
    with translation.override(language):
        page = page_of(program)
        return {
            "calls": [call_line(call, now) for call in open_calls(program, now)],
            "page": urljoin(settings.SITE_URL, page.url if page else reverse("wagtail_serve", args=[""])),
        }


def open_calls(program, now):
    """Those that take applications here or elsewhere; that one has to ask how is no news to wait for."""
    calls = [call for round in program.rounds.all() for call in round.calls.all()]
    return [call for call in calls if call_state(call, now) == CallState.OPEN]


def call_line(call, now):
    """Mentees: until Friday, January 29, 2027, 11:59 pm Eastern"""
    role = one_line(capfirst(call.role.said("plural")))
    if call.closes:
        line = gettext("%(role)s: until %(when)s.") % {"role": role, "when": until(call.closes, call.zone)}
    elif call.says_closing or call.round.standing:
        line = f"{role}: {closing_sentence(call, call.zone, now)}"
    else:
        line = gettext("%(role)s: no closing date.") % {"role": role}
    soft = call.preferred_by and now < call.preferred_by
    return f"{line} {soft_sentence(call, call.zone, now)}" if soft else line
