"""Many walks through many forms."""

import random
import time
import traceback

from .generating import generated_call
from .walking import Lost, Walk

WALKS, OF_ONE_FORM, TOLD = 2000, 5, 12


def goals(seed, share):
    """(what shall be so, whether it is, what was found)."""
    many, chance, started = round(WALKS * share), random.Random(seed), time.monotonic()
    lost, failed, requests = [], [], 0
    for n in range(many):
        if n % OF_ONE_FORM == 0:
            call = generated_call(chance)
        walk = Walk(call, seed * 100_000 + n)
        try:
            walk.go()
        except Lost as error:
            lost.append(f"walk {n}: {error}")
        except Exception:
            failed.append(f"walk {n}: {''.join(traceback.format_exc().splitlines(keepends=True)[-5:])}")
        requests += walk.requests
    told = f"{many} walks, {requests} requests in {time.monotonic() - started:.0f} s"
    yield "nothing typed is lost, nothing hidden is kept", not lost, "\n".join([told, *lost[:TOLD]])
    yield "no walk fails", not failed, "\n".join([f"{len(failed)} of {many}", *failed[:TOLD]])
