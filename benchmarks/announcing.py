"""Announcing many decisions at once: how long it takes and how many queries it asks. See benchmarks/queue.py."""

import random
import time

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from many_applications import add_applications

from programs.lifecycle import advance_all
from programs.models import Application, Decision, Letter
from programs.moderation.announcing.telling import announce
from tests.factories import make_call, make_member, make_program, make_round

DECISIONS, QUERIES, PART = 2_000, 50, 0.1
FEW = 0.3
"""Instead of PART where few are announced, of which each carries more of what all need once."""
MOST = QUERIES if connection.vendor == "postgresql" else 2 * QUERIES
"""SQLite takes 999 values a statement, PostgreSQL as many as there are."""
ALONE = 100
"""Of so many each is announced by itself, to compare with."""


def goals(share):
    """(goal, whether it is met, what was seen), of 2,000 decisions times the share."""
    many = round(DECISIONS * share)
    program = make_program()
    call = make_call(program, round=make_round(program, decisions_by=timezone.localdate()))
    by = make_member(call.round.program)
    add_applications([call] * (many + ALONE), random.Random(12))
    keys = list(Application.objects.filter(call=call).order_by("pk").values_list("pk", flat=True))
    Decision.objects.filter(application__in=keys).delete()
    Letter.objects.filter(correspondent__applications__in=keys).delete()
    Application.objects.filter(pk__in=keys).update(status="received")
    seconds, queries, (done, _left) = timed(lambda: advance_all(dict.fromkeys(keys, "received"), "accept", by=by))
    seen = f"{seconds:.2f} s, {queries} queries ({connection.vendor})"
    yield f"{len(keys)} decisions at once in {MOST} queries", len(done) == len(keys) and queries <= MOST, seen
    silent = Decision.objects.order_by("application")
    first = list(silent.filter(application__in=keys[:ALONE]).values_list("pk", flat=True))
    alone, _queries, _letters = timed(lambda: [announce(silent.filter(pk=pk), by=by) for pk in first])
    seconds, queries, letters = timed(lambda: announce(silent.filter(application__in=keys[ALONE:]), by=by))
    seen = f"{queries} queries ({connection.vendor})"
    yield f"{many} decisions announced at once in {MOST} queries", len(letters) == many and queries <= MOST, seen
    before = alone / ALONE * many
    part = PART if share == 1 else FEW
    yield f"and in {part:.0%} of the time of one by one", seconds <= before * part, f"{seconds:.2f} s, {before:.1f} s"


def timed(act):
    """(seconds, queries, what it returned)"""
    with CaptureQueriesContext(connection) as captured:
        start = time.monotonic()
        done = act()
        seconds = time.monotonic() - start
    return seconds, len(captured), done
