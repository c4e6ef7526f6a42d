"""A row of the comparison: an address of ours, and how many times it may be asked for while a peer is asked for once."""

import os
import statistics
import time
from contextlib import ExitStack
from dataclasses import dataclass, field

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from portal.models import ContentVersion

from .bakery import Bakery

NEW = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
"""As a new Django project has them."""
STOCK = [*NEW, "wagtail.contrib.redirects.middleware.RedirectMiddleware"]
"""As a new Wagtail project has them."""
PEERS = {
    "bare": ("/plain/bare/", {"MIDDLEWARE": NEW}),
    "stock": ("/stock-2/detail/", {"MIDDLEWARE": STOCK}),
    "form15": ("/plain/form/?fields=15", {"MIDDLEWARE": NEW}),
    "form60": ("/plain/form/?fields=60", {"MIDDLEWARE": NEW}),
}
LEAST = 3
"""Requests of a round."""


@dataclass
class Row:
    name: str
    address: str | tuple
    """With the cookies of whoever is in the middle of a form."""
    most_queries: int | None
    least: dict
    """{peer: so many requests, where the peer has one}"""
    cached: bool = False
    first: bool = False
    """Whether the content has changed before every request."""
    queries: int = field(default=0, init=False)

    def act(self):
        address, cookies = self.address if isinstance(self.address, tuple) else (self.address, None)
        ask = asking(address, {"PAGE_CACHE": True} if self.cached else {}, cookies)
        with CaptureQueriesContext(connection) as captured:
            ask()
        self.queries = len(captured)
        return ask

    def judged(self, found, share):
        """(whether it is reached, what is told) for each goal. `found`: seconds of every row and peer."""
        if self.most_queries:
            yield self.queries <= self.most_queries, f"{self.name}: {self.queries} queries, at most {self.most_queries}"
        ours = found[self.name]
        for peer, least in self.least.items():
            ratio, times = found[peer] / ours, f"{ours * 1000:.2f} ms, {peer} {found[peer] * 1000:.2f} ms"
            bare = "" if peer == "bare" else f"; {found['bare'] / ours:.4f} of a bare view"
            yield (
                ratio >= least * share,
                f"{self.name}: {ratio:.4f} of {peer}, at least {least * share:.4f} ({times}{bare})",
            )


def asking(address, settings, cookies=None):
    """A function that asks for it once, through a handler of its own whose middleware is what these settings say."""
    client = Client(headers={"host": "127.0.0.1"})
    if cookies:
        client.cookies = cookies
    with override_settings(**settings):
        answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}.")
    client.get(address)
    return lambda: client.get(address)


def measured(rows, rounds, seconds):
    """{row's name or peer: processor seconds of one request}: the median of rounds in which all take turns."""
    wanted = {"bare", *(peer for row in rows for peer in row.least)}
    with ExitStack() as stack:
        acts = {name: timed(asking(*PEERS[name])) for name in sorted(wanted)}
        if "stock" in wanted and (place := os.environ.get("BAKERYDEMO")):
            acts["stock"] = stack.enter_context(Bakery(place)).seconds
        for row in rows:
            acts[row.name] = timed(row.act(), ContentVersion.raise_now if row.first else None)
        taken = {name: [] for name in acts}
        for _ in range(rounds):
            for name, act in acts.items():
                taken[name].append(act(seconds))
    return {name: statistics.median(found) for name, found in taken.items()}


def timed(ask, before=None):
    """A function that asks again and again for so long, and says how long one request took."""

    def act(seconds):
        spent, times = 0, 0
        while times < LEAST or spent < seconds:
            if before:
                before()
            start = time.process_time()
            ask()
            spent += time.process_time() - start
            times += 1
        return spent / times

    return act
