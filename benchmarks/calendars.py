"""The calendar and the feed of 200 programs with 2,000 rounds, beside what they were before they were made quick.

    python benchmarks/calendars.py [--quick]

What they were is taken out of the project's history (the commit WAS) and answers in the same process, from the same rows, in
turns; the medians of processor time are compared, or where PostgreSQL works outside the process, of the clock on the wall.

new      as soon as anything changed: everything is read and written. Most of what is asked of a calendar is not this
kept     nothing changed since: the page cache has it
304      nothing changed since, and who asks has it

The script fails when kept or 304 takes more than a twentieth of what it was, when new takes more than its limit, or when the
queries grow with the rounds. The database is made for the run and removed.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

folder = tempfile.TemporaryDirectory(prefix="calendars-benchmark-")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), folder.name]
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "portal.settings",
    "PORTAL_ENV": "test",
    "VAR_DIR": folder.name,
    "PAGE_CACHE": "1",
}

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import path  # noqa: E402
from measuring import fresh_database  # noqa: E402

from home.models import HomePage  # noqa: E402
from portal import urls  # noqa: E402
from portal.models import ContentVersion  # noqa: E402
from programs.models import ApplicationFormPage, Call, Host, Milestone, Program, ProgramPage, Role, Round  # noqa: E402

WAS = "1ae66bf"
PROGRAMS, ROUNDS = 200, 10
TWENTIETH = 1 / 20
NEW = {"/calendar.ics": 0.6, "/feed.atom": 0.15}
"""What the first answer after a change may take of what every answer took; of the calendar's a third is compressing 6 MB."""


def views_as_they_were():
    """{address: view} of that commit, as a package of its own beside today's."""
    package = Path(folder.name) / "was"
    names = {"programs/calendar": "calendar", "home/calendar.py": "of_all.py", "home/feed.py": "feed_of_all.py"}
    for source, target in names.items():
        listed = git("ls-tree", "-r", "--name-only", WAS, source).split()
        for name in listed:
            place = package / (Path(target) / Path(name).name if source.endswith("calendar") else target)
            place.parent.mkdir(parents=True, exist_ok=True)
            text = git("show", f"{WAS}:{name}").replace("home.calendar", "was.of_all")
            place.write_text(text.replace("programs.calendar", "was.calendar"))
    (package / "__init__.py").touch()
    from was import feed_of_all, of_all  # noqa: PLC0415 (written above)

    return {"/was/calendar.ics": of_all.calendar, "/was/feed.atom": feed_of_all.feed}


def git(*arguments):
    return subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=True).stdout


def history_is_here():
    """A clone may be shallow, and a copy without history."""
    return not subprocess.run(["git", "-C", str(ROOT), "cat-file", "-e", WAS], capture_output=True).returncode


def add_programs(chance, programs, first=0):
    home = HomePage.objects.get()
    host = Host.objects.get_or_create(name="Association of Library Matters", acronym="ALM", kind="division")[0]
    for n in range(first, first + programs):
        zone = chance.choice(["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"])
        program = Program.objects.create(code=f"P{n}", name=f"Mentoring Program {n}", host=host, time_zone=zone)
        page = home.add_child(instance=ProgramPage(title=program.name, slug=f"program-{n}", program=program))
        form = page.add_child(instance=ApplicationFormPage(title="Form", slug="form"))
        add_rounds(program, form, chance)


def add_rounds(program, form, chance):
    """Ten within a year, two calls and two lines of a timeline each."""
    roles = [
        Role.objects.create(program=program, key=key, side=side, name=key, plural=f"{key}s")
        for key, side in (("mentor", "gives"), ("mentee", "receives"))
    ]
    newest = datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=chance.randrange(60 * 24 * 30))
    closes = [newest - timedelta(days=30 * ago) for ago in range(ROUNDS)]
    rounds = Round.objects.bulk_create(
        Round(
            program=program,
            name=f"Round {n}",
            slug=f"round-{n}",
            decisions_by=(moment + timedelta(days=30)).date(),
            starts=(moment + timedelta(days=40)).date(),
            ends=(moment + timedelta(days=240)).date(),
        )
        for n, moment in enumerate(closes)
    )
    pairs = list(zip(rounds, closes, strict=True))
    Call.objects.bulk_create(
        Call(
            round=round,
            role=role,
            form=form,
            slug=f"{program.code}-{round.slug}-{role.key}".lower(),
            opens=moment - timedelta(days=30),
            closes=moment,
        )
        for round, moment in pairs
        for role in roles
    )
    Milestone.objects.bulk_create(
        Milestone(round=round, label=label, starts=(moment + timedelta(days=days)).date())
        for round, moment in pairs
        for label, days in (("Orientation for mentors", 45), ("Closing celebration, with everybody", 230))
    )


class Asker:
    def __init__(self):
        self.client = Client(headers={"host": "127.0.0.1"})
        self.clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter

    def seconds(self, address, status=200, **headers):
        start = self.clock()
        answer = self.client.get(address, headers=headers)
        taken = self.clock() - start
        if answer.status_code != status:
            raise SystemExit(f"{address} answered {answer.status_code} instead of {status}.")
        return taken, answer

    def new(self, address):
        ContentVersion.raise_now()
        return self.seconds(address)

    def queries(self, address):
        ContentVersion.raise_now()
        with CaptureQueriesContext(connection) as captured:
            self.client.get(address)
        return len(captured)


def measured(asker, address, times, before):
    """{kind: median seconds}; without a view of before it "was" what it takes anew today."""
    was, new, kept, known = [], [], [], []
    ask_before = partial(asker.seconds, f"/was{address}") if before else partial(asker.new, address)
    asker.new(address), ask_before()
    for _ in range(times):
        was.append(ask_before()[0])
        new.append(asker.new(address)[0])
        taken, answer = asker.seconds(address)
        kept.append(taken)
        known.append(asker.seconds(address, 304, **{"if-none-match": answer["ETag"]})[0])
    kinds = {"was": was, "new": new, "kept": kept, "304": known}
    return {kind: statistics.median(seconds) for kind, seconds in kinds.items()}


def goal(words, holds):
    print(f"{'met   ' if holds else 'MISSED'} {words}")
    return holds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer requests, as many rows")
    times = 2 if parser.parse_args().quick else 15
    before = views_as_they_were() if history_is_here() else {}
    urls.urlpatterns[:0] = [path(address[1:], view) for address, view in before.items()]
    if not before:
        print(f"The commit {WAS} is not in this copy: kept and 304 stand beside what a first answer takes today.")
    with fresh_database(folder.name, "calendars_benchmark"):
        chance, asker = random.Random(13), Asker()
        add_programs(chance, 5)
        few = {address: asker.queries(address) for address in NEW}
        add_programs(chance, PROGRAMS - 5, first=5)
        print(f"{connection.vendor}: {PROGRAMS} programs, {PROGRAMS * ROUNDS} rounds, each within a year")
        held = []
        for address, most in NEW.items():
            medians, queries = measured(asker, address, times, before), asker.queries(address)
            print(address + "".join(f"  {kind} {seconds * 1000:.1f} ms" for kind, seconds in medians.items()))
            limits = {"new": most} if before else {}
            for kind, limit in (limits | {"kept": TWENTIETH, "304": TWENTIETH}).items():
                share = medians[kind] / medians["was"]
                held.append(goal(f"{address} {kind}: {share:.4f} of what it was, at most {limit:.4f}", share <= limit))
            held.append(
                goal(f"{address} new: {queries} queries, with 5 programs {few[address]}", queries <= few[address])
            )
    return not all(held)


if __name__ == "__main__":
    sys.exit(main())
