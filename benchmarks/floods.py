"""What a flood of junk does to a call, to its committee and to honest people of the same network.

    python benchmarks/floods.py [--quick]

Sends 1,000 junk applications (120 with --quick) to gunicorn from one address, in four ways: one opened form for all, forms
sent in the moment they are opened, the trap filled, variants of one address; and 20 honest ones from the same address in the
middle of it. Then a second flood that looks honest, each form opened and sent by itself after a while. `tick` is done in
between as if an hour passed. A line for each goal; ends with 1 when one is missed.

The database is made for the run and removed: SQLite in a temporary folder, or beside the database that DATABASE_URL names.
"""

import argparse
import html
import os
import re
import sys
import tempfile
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

folder = tempfile.TemporaryDirectory(prefix="floods-benchmark-")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ |= {"DJANGO_SETTINGS_MODULE": "portal.settings", "PORTAL_ENV": "test", "VAR_DIR": folder.name}
os.environ |= {"SECRET_KEY": "only-for-this-benchmark-" * 3, "TRUSTED_PROXIES": "0"}

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core import mail  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402
from measuring import fresh_database  # noqa: E402
from serving import Browser, server  # noqa: E402

from programs.floods.judging import LEAST  # noqa: E402
from programs.floods.owed import A_WHILE, write_owed  # noqa: E402
from programs.letters.delivery import deliver_due  # noqa: E402
from programs.models import Application, Call  # noqa: E402
from programs.offer.call_state import CallState, call_state  # noqa: E402
from tests.factories import make_call, make_program  # noqa: E402

LIMIT, HONEST, HANDFUL = 60, 20, 12
"""Applications that the call takes; honest people; letters that a flood may cause in an hour."""

CARRIED = re.compile(r'name="(opened|draft)" value="([^"]+)"')
NEXT = re.compile(r'<form method="post" action="(/apply/[^"]+)"')
WORK = "q-work"


def open_form(browser, slug):
    """The key of a form opened now."""
    return carried(browser.ask(f"/apply/{slug}/form/")[2])["opened"]


def carried(page):
    """What a page gives along to a browser without cookies: the key of the opened form, or of the draft."""
    return {name: html.unescape(value) for name, value in CARRIED.findall(page)}


def begin(base_url, slug, who, *, opened=None, **other):
    """The first step, sent with cookies off: the browser, the answer's status and its page."""
    browser = Browser(base_url, keeps_cookies=False)
    typed = {"name": "Sample Applicant", "email": who, "agree": "on"} | other
    typed["opened"] = opened or open_form(browser, slug)
    status, _, page = browser.ask(f"/apply/{slug}/form/", typed)
    return browser, status, page


def post_application(base_url, slug, who, *, wait=0.0, **other):
    """One application by whoever has this address, through every step of applying; the status of the last answer."""
    begun = begin(base_url, slug, who, **other)
    time.sleep(wait)
    return go_on(slug, *begun)


def go_on(slug, browser, status, page):
    """Every step of questions, and sending."""
    while (way := NEXT.search(page)) and "/form/" in way[1]:
        before = way[1]
        status, _, page = browser.ask(before, carried(page) | {WORK: "A sample answer"})
        if (way := NEXT.search(page)) and way[1] == before:
            return status  # something is wrong in this step
    return browser.ask(f"/apply/{slug}/send/", carried(page))[0] if carried(page) else status


def open_link(base_url, link):
    """What whoever got a letter does: opens its link and presses the button."""
    browser, path = Browser(base_url), urllib.parse.urlsplit(link).path
    page = browser.ask(path)[2]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    return browser.ask(path, {"csrfmiddlewaretoken": token[1]} if token else {})[0]


def ask_for_link(base_url, who):
    return Browser(base_url).ask("/status/", {"email": who})[0]


def flood(base_url, slug, many):
    """Junk of four kinds, all from this machine's address: the status of every answer."""
    quarter = many // 4
    one = open_form(Browser(base_url), slug)
    acts = [
        *[lambda n=n: post_application(base_url, slug, f"one{n}@junk.example", opened=one) for n in range(quarter)],
        *[lambda n=n: post_application(base_url, slug, f"fast{n}@junk.example") for n in range(quarter)],
        *[
            lambda n=n: post_application(base_url, slug, f"trap{n}@junk.example", homepage="https://junk.example")
            for n in range(quarter)
        ],
        *[lambda n=n: post_application(base_url, slug, f"Victim+{n}@junk.example") for n in range(quarter)],
    ]
    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(lambda act: act(), acts))


def honest_people(base_url, slug, name, many=HONEST):
    wait = LEAST.total_seconds() + 1
    with ThreadPoolExecutor(many) as pool:
        send = lambda n: post_application(base_url, slug, f"{name}{n}@honest.example", wait=wait)  # noqa: E731
        return list(pool.map(send, range(many)))


def flood_that_looks_honest(base_url, slug, many):
    """Every form opened for itself and old enough when it is sent: nothing but their number tells."""
    with ThreadPoolExecutor(8) as pool:
        begun = list(pool.map(lambda n: begin(base_url, slug, f"real{n}@junk.example"), range(many)))
        time.sleep(LEAST.total_seconds() + 1)
        return list(pool.map(lambda one: go_on(slug, *one), begun))


def an_hour_of_ticks():
    """Everything that waits some minutes is due; what is counted by the hour stays counted."""
    for _ in range(6):
        write_owed(now=timezone.now() + A_WHILE + timedelta(seconds=1))
        while deliver_due(limit=500).sent:
            pass


def letters_to(part):
    return [letter for letter in mail.outbox if part in letter.to[0]]


def link_in(letter, base_url):
    found = re.search(r"https?://\S+/status/open/\S+", letter.body)[0]
    return base_url + urllib.parse.urlsplit(found).path


def ours(part, **fields):
    return Application.objects.filter(correspondent__email__contains=part, **fields)


def goals(base_url, call, many):
    """(what shall be so, whether it is, what was found), as it goes on."""
    slug, started = call.slug, time.monotonic()
    with ThreadPoolExecutor(2) as pool:
        junk = pool.submit(flood, base_url, slug, many)
        honest = pool.submit(honest_people, base_url, slug, "during")
        junk, honest = junk.result(), honest.result()
    an_hour_of_ticks()
    answers = sorted({*junk, *honest})
    yield "no answer fails", max(answers) < 500, f"{len(junk)} junk in {time.monotonic() - started:.0f} s: {answers}"
    yield "the call stays open", call_state(fresh(call)) == CallState.OPEN, call_state(fresh(call)).label
    waits = Application.objects.awaiting_decision()
    yield "no junk stands among those that wait", not waits.exists(), f"{ours('@junk').count()} stand apart"
    letters = letters_to("@junk")
    yield f"at most {HANDFUL} letters to junk", len(letters) <= HANDFUL, len(letters)
    victim = [letter for letter in letters if "ictim+" in letter.to[0]]
    yield "variants of one address count as one", len(victim) <= 5, f"{len(victim)} letters"
    yield "20 honest people are taken in", honest == [302] * HONEST, f"{honest.count(302)}"
    clean = ours("@honest", suspected="").count()
    yield "and suspected of nothing", clean == HONEST, clean
    got = letters_to("during")
    yield "and get their letters", len(got) == HONEST, len(got)
    opened = [open_link(base_url, link_in(letter, base_url)) for letter in got]
    counted = Application.objects.counted().count()
    yield "and count once they open its link", counted == HONEST, f"{opened.count(302)} opened, {counted} counted"
    yield from goals_of_the_second_flood(base_url, call, max(many // 4, 50))


def goals_of_the_second_flood(base_url, call, many):
    mail.outbox.clear()
    junk = flood_that_looks_honest(base_url, call.slug, many)
    late = honest_people(base_url, call.slug, "after")
    an_hour_of_ticks()
    yield "a flood that looks honest fails nothing", max(junk) < 500, f"{len(junk)} sent"
    letters = len(letters_to("@junk"))
    yield f"and causes at most {HANDFUL} letters in the hour", letters <= HANDFUL, letters
    apart = ours("real").unproven().count() == ours("real").count()
    yield "and none of it waits unmarked", apart, f"{ours('real').count()} stand apart"
    yield "20 honest people after it are taken in", late == [302] * HONEST, late.count(302)
    asked = [ask_for_link(base_url, f"after{n}@honest.example") for n in range(HONEST)]
    an_hour_of_ticks()
    links = {letter.to[0]: link_in(letter, base_url) for letter in letters_to("after")}
    for link in links.values():
        open_link(base_url, link)
    counted = Application.objects.counted().count()
    told = f"{asked.count(200)} asked, {len(links)} letters"
    yield "and prove their addresses by asking for a link", counted == 2 * HONEST, told
    yield "the call is open still", call_state(fresh(call)) == CallState.OPEN, f"{counted} of {LIMIT} places taken"


def fresh(call):
    return Call.objects.select_related("round__program", "form").get(pk=call.pk)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="120 junk applications instead of 1,000")
    many = 120 if parser.parse_args().quick else 1000
    setup_test_environment()
    missed = 0
    with fresh_database(folder.name, "floods"):
        call = make_call(make_program("ALSC"), limit=LIMIT)
        with server() as base_url:
            settings.SITE_URL = base_url
            for goal, reached, found in goals(base_url, call, many):
                print(f"{'met   ' if reached else 'MISSED'}  {goal}: {found}", flush=True)
                missed += not reached
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
