"""The same application sent twenty times at the same instant."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from programs.models import Application, Receipt
from tests.factories import make_call, make_program

from .posting import filled, send

APPLICATIONS, AT_ONCE = 200, 20


def goals(seed, share):
    call, many, started = make_call(make_program(time_zone="UTC")), round(APPLICATIONS * share), time.monotonic()
    before, answers, places = Application.objects.count(), [], []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for n in range(many):
            key, together = filled(call, n), Barrier(AT_ONCE)
            found = list(
                pool.map(lambda _, n=n, key=key, together=together: one(call, n, key, together), range(AT_ONCE))
            )
            answers += [answer.status_code for answer in found]
            places.append(len({answer.headers.get("Location") for answer in found}))
    stored = Application.objects.count() - before
    told = f"{stored} applications, {Receipt.objects.filter(call=call).count()} receipts"
    name = f"{many} x {AT_ONCE} identical sends at once make {many} applications"
    whole = stored == Receipt.objects.filter(call=call).count() == many
    yield name, whole, f"{told} in {time.monotonic() - started:.0f} s ({connection.vendor})"
    statuses = sorted(set(answers))
    yield "and every one of them leads to its one receipt", statuses == [302] and set(places) == {1}, statuses


def one(call, n, key, together):
    try:
        together.wait()
        return send(call, n, key)
    finally:
        connection.close()
