"""Sample applications, generated: nobody in them exists, and their names, addresses and answers say so.

They come in through the same intake, and are decided and announced by the same verbs, as real ones. Only the moment
at which each came in is set back, to somewhere in the time its call has been open.
"""

import random
from datetime import timedelta
from itertools import count

from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from programs.applying.form import ApplicationForm
from programs.applying.intake import receive
from programs.applying.status.leaving.withdrawing import take_back
from programs.floods.proving import prove
from programs.forms.answering import PREFIX
from programs.forms.questions import QUESTIONS
from programs.lifecycle import advance
from programs.models import Decision
from programs.moderation.announcing.telling import announce
from programs.moderation.waitlist.turns import move, waiting_list

from .content.sample_answers import answers
from .references import CALL, add_reference

SURNAMES = [
    "Abara",
    "Bennett",
    "Castillo",
    "Dubois",
    "Eriksen",
    "Farouk",
    "Garza",
    "Haddad",
    "Ibrahim",
    "Jansen",
    "Kowalski",
    "Lindqvist",
    "Mbeki",
    "Nakamura",
    "Okafor",
    "Petrov",
    "Quispe",
    "Rivera",
    "Sato",
    "Tran",
    "Ueda",
    "Vargas",
    "Whitehorse",
    "Xu",
    "Yilmaz",
    "Zapata",
    "Achterberg",
    "Begay",
    "Chen",
    "Delgado",
    "Evans",
    "Fonoti",
    "Gupta",
    "Hussein",
    "Iyer",
    "Joseph",
    "Kealoha",
    "Lopez",
    "Mwangi",
    "Nguyen",
    "Ortiz",
    "Park",
]

OUTCOMES = {
    ("NMRT", "mentee"): "wait wait accept! wait waitlist! wait decline accept withdraw wait",
    ("NMRT", "mentor"): "wait accept! wait withdraw wait wait",
    ("YALSA", "mentee"): "wait wait decline! waitlist waitlist withdraw wait wait",
    ("YALSA", "mentor"): "wait accept accept! wait wait",
    ("STS", "mentee"): "accept decline wait accept waitlist withdraw decline! wait",
    ("STS", "mentor"): "accept accept! wait accept wait",
}
"""What becomes of each application of a call, in the order they came: a verb, with ! where it is announced; wait: nothing yet."""

REASONS = {
    "accept": "Sample reason: goals and interests fit what our mentors offer.",
    "waitlist": "Sample reason: a good fit, once a suitable partner is found.",
    "decline": "Sample reason: the program is not meant for this situation.",
}


def add_applications(calls, *, by):
    """Send, decide and announce every sample."""
    numbers = count(1)
    chance = random.Random(1876)  # noqa: S311 - the same samples on every machine
    told = []
    for key, outcomes in OUTCOMES.items():
        moments_of_call = moments(calls[key], len(outcomes.split()))
        for place, (when, outcome) in enumerate(zip(moments_of_call, outcomes.split(), strict=True)):
            application = apply(calls[key], next(numbers), when, chance)
            if key == CALL:
                add_reference(application, when, number=place)
            decide(application, outcome.strip("!"), by)
            if outcome.endswith("!"):
                told.append(application)
    announce(Decision.objects.undisclosed().filter(application__in=told), by=by)
    put_last_first(calls[("YALSA", "mentee")], by)


def put_last_first(call, by):
    waiting = [application.pk for application in waiting_list(call)]
    move(call, waiting[-1], "first", by=by, seen=waiting)


def moments(call, many):
    """As many moments, evenly through the time the call has been open."""
    until = min(call.closes or timezone.now(), timezone.now()) - timedelta(hours=5)
    step = (until - call.opens) / many
    return [call.opens + step * place + timedelta(minutes=37 * place + 11) for place in range(many)]


def apply(call, number, when, chance):
    """One application, checked by the form that checks everybody's."""
    language = "es" if number % 6 == 0 else "en"
    form_page = call.form.in_language(language)
    version = form_page.version()
    typed = {
        "name": [f"Sample Applicant {SURNAMES[number - 1]}"],
        "email": [f"sample{number:02}@example.org"],
        "agree": ["on"],
    }
    for question, answer in answers(version, call.role.side, number, chance):
        typed |= QUESTIONS[question["type"]].refilled(question, PREFIX + question["key"], answer)
    form = ApplicationForm(version, MultiValueDict(typed))
    if not form.is_valid():
        raise ValueError(form.errors.as_json())
    application = receive(
        call,
        version,
        opened=f"sample {number}",
        name=form.cleaned_data["name"],
        email=form.cleaned_data["email"],
        answers=form.kept,
        language=version.language,
        now=when,
    ).application
    prove(application, now=when)
    return application


def decide(application, verb, by):
    if verb == "withdraw":
        take_back(application)
    elif verb != "wait":
        advance(application, verb, by=by, seen=application.status, reason=REASONS[verb])
