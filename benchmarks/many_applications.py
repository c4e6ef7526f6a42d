"""The rows and the pages of benchmarks/queue.py, which says what is measured."""

import random
import time
from datetime import timedelta
from itertools import count

from django.db import connection
from django.test import Client
from django.utils import timezone
from measuring import measure

from programs.access.found_by import words_of
from programs.models import Application, Call, Correspondent, Decision, FoundBy, Letter, Receipt
from tests.factories import make_call, make_form, make_member, make_program, make_round, make_user

MOST, QUERIES, TRIES = 1.3, 15, 3
FEW, OWN = 300, 42
ROUNDS, ROLES = 3, ("mentor", "mentee")
FRAME = "/admin/account/"
"""A page of the admin that shows nothing of ours but the menu, which asks for every duty."""
QUEUE = "/admin/mentoring/applications/"
WORDS = [
    "library",
    "storytime",
    "catalog",
    "reference",
    "archives",
    "outreach",
    "teens",
    "metadata",
    "bibliothèque",
    "lectura",
]
RARE = "Pérez-Quokka"
number = count(1)


def add_programs(many):
    """Calls of every program, the newest round first."""
    calls = []
    for n in range(many):
        program = make_program(f"P{n}")
        form = make_form(program)
        for year in range(ROUNDS):
            round = make_round(program, decisions_by=timezone.localdate() - timedelta(days=365 * year - 20))
            calls.append([make_call(program, role, round=round, form=form) for role in ROLES])
    return calls


def add_applications(calls, chance, *, name="Applicant"):
    """One for each of these calls, with all that belongs to one: person, receipt, letter, words, mostly a decision."""
    versions = {call.form_id: call.form.version() for call in {call.form_id: call for call in calls}.values()}
    people = Correspondent.objects.bulk_create(person(call, name) for call in calls)
    sent = [application(call, versions[call.form_id], one, chance) for call, one in zip(calls, people, strict=True)]
    sent = Application.objects.bulk_create(sent)
    FoundBy.objects.bulk_create(FoundBy(application=one, **words_of(one)) for one in sent)
    Receipt.objects.bulk_create(receipt(one) for one in sent)
    Letter.objects.bulk_create(
        Letter(
            correspondent=one.correspondent,
            about=one.about,
            kind="received",
            language="en",
            sent_at=one.submitted_at,
            due_at=one.submitted_at,
        )
        for one in sent
    )
    Decision.objects.bulk_create(decision(one, chance) for one in sent if one.status != "received")


def person(call, name):
    n = next(number)
    email = f"sample{n}@example.org"
    return Correspondent(
        program=call.round.program, email=email, email_key=email, language="en", name=f"Sample {name} {n}"
    )


def application(call, version, person, chance):
    """Most of the newest round wait, nearly all others are decided."""
    waits = chance.random() < (0.6 if call.round.decisions_by >= timezone.localdate() else 0.03)
    now = timezone.now()
    since = now - timedelta(days=365 * (ROUNDS - 1)) if not waits else now - timedelta(days=90)
    text = " ".join(chance.choices(WORDS, k=120))
    return Application(
        reference=f"{call.round.program.code}-26-{person.pk}",
        call=call,
        version=version,
        correspondent=person,
        name=person.name,
        language="en",
        answers={
            "work": f"A public library: {text}",
            "topics": chance.choice([["edi"], ["storytime"], ["edi", "storytime"]]),
        },
        status="received" if waits else chance.choice(["accepted", "declined", "waitlisted"]),
        submitted_at=since + (now - since) * chance.random(),
        proven_at=now,
    )


def receipt(one):
    same = {name: getattr(one, name) for name in ("reference", "call", "version", "name", "answers")}
    return Receipt(application=one, key=one.reference, created_at=one.submitted_at, **same)


def decision(one, chance):
    at = one.submitted_at + timedelta(days=30)
    verb = {"accepted": "accept", "declined": "decline", "waitlisted": "waitlist"}[one.status]
    return Decision(application=one, verb=verb, at=at, announced_at=None if chance.random() < 0.01 else at)


def addresses(call, one):
    answer = f"?call={call.pk}&answer-topics=edi"
    return {
        "queue": QUEUE,
        "what waits": f"{QUEUE}?status=received",
        "by an answer": QUEUE + answer,
        "search": f"{QUEUE}?q=quokka+perez",
        "common word": f"{QUEUE}?q=LIBRARY",
        "one of them": f"{QUEUE}{one.pk}/{answer}",
    }


def settle():
    """What PostgreSQL does by itself some minutes after rows came."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def timed(people, times):
    """{(who, what): (median seconds, queries)}"""
    found = {}
    for who, (client, asked) in people.items():
        medians, queries = measure([FRAME, *asked.values()], times, client=client, clock=time.perf_counter)
        own = {what: (medians[address], queries[address] - queries[FRAME]) for what, address in asked.items()}
        found |= {(who, what): told for what, told in own.items()}
    return found


def least(*runs):
    return {key: min(run[key] for run in runs) for key in runs[0]}


def signed_in(user):
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(user)
    return client


def compare(programs, many, times):
    chance = random.Random(11)
    rounds = add_programs(programs)
    own, watched, others = rounds[0][1], rounds[ROUNDS][1], [call for pair in rounds[ROUNDS:] for call in pair]
    add_applications([own] * (OWN // 2) + [watched] * 60, chance, name=RARE)
    add_applications([own] * (OWN // 2) + [watched] * 40, chance)
    add_applications(chance.choices(others, k=FEW - OWN - 100), chance)
    settle()
    all_of_it, mine = (signed_in(user) for user in (make_user(superuser=True), make_member(own.round.program)))
    middle = {call: Application.objects.filter(call=call).order_by("submitted_at")[20] for call in (own, watched)}
    people = {
        "superuser": (all_of_it, addresses(watched, middle[watched])),
        "coordinator": (mine, addresses(own, middle[own])),
    }
    few = least(*(timed(people, times) for _ in range(TRIES)))
    for begin in range(FEW, many, 5_000):
        add_applications(chance.choices(others, k=min(5_000, many - begin)), chance)
    settle()
    print(f"{connection.vendor}: {Application.objects.count()} applications of {Call.objects.count()} calls")
    runs = []
    for _again in range(TRIES):
        runs.append(timed(people, times))
        if not missed(few, least(*runs)):
            break
    return told(few, least(*runs))


def missed(few, full):
    slow = connection.vendor == "postgresql"
    return [key for key in few if full[key][1] > QUERIES or (slow and full[key][0] / few[key][0] > MOST)]


def told(few, full):
    wrong = missed(few, full)
    for key, (seconds, queries) in full.items():
        before = few[key][0]
        line = f"{' '.join(key):26} {before * 1000:7.1f} ms {seconds * 1000:7.1f} ms {seconds / before:5.2f} {queries:3} queries"
        print(line, "missed" if key in wrong else "")
    print(f"{'goal':26} {'':10} {'':10} {MOST:5.2f} {QUERIES:3} queries")
    return bool(wrong)
