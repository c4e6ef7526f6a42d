"""What benchmarks share: a database made for the run, and the cost of addresses asked for in turns."""

import os
import statistics
import time
from contextlib import contextmanager

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


@contextmanager
def fresh_database(folder, name):
    """An empty one, in the folder or, for PostgreSQL, beside the one that DATABASE_URL names; removed afterwards."""
    test = connection.settings_dict["TEST"]
    test["NAME"] = f"{folder}/{name}.sqlite3" if connection.vendor == "sqlite" else f"{name}_{os.getpid()}"
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


ASKS_NOTHING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE SAVEPOINT")
"""How statements begin that are no queries."""


def measure(addresses, times, *, holds=lambda answer: True, client=None, clock=time.process_time):
    """Median seconds of each address, of the processor unless another clock is given, and how many queries each asks. Ends
    the run where one does not answer or its answer lacks what it must hold."""
    client = client or Client(headers={"host": "127.0.0.1"})
    taken, queries = {address: [] for address in addresses}, {}
    for address in taken:
        client.get(address)  # the first one may still store settings
        answer = client.get(address)
        if answer.status_code != 200 or not holds(answer):
            raise SystemExit(f"{address} answered {answer.status_code}, or not with everything.")
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        queries[address] = sum(not query["sql"].startswith(ASKS_NOTHING) for query in captured)
    for _ in range(times):
        for address, seconds in taken.items():
            start = clock()
            client.get(address)
            seconds.append(clock() - start)
    return {address: statistics.median(seconds) for address, seconds in taken.items()}, queries
