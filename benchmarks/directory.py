"""What the directory of 200 programs with 2,000 rounds costs against plain Django views of the same rows.

    python benchmarks/directory.py [--quick]

All answer in the same process and database, in turns; the medians of their processor time are compared. Both plain views
ask one query and render each program's name, host, summary and the link to its page through a small template:

thin     reads no column that it does not show. The script fails when the directory takes more than 6.0 times as long.
dated    whole rows, with the day on which the newest call closes, where the directory says the program's state.

Neither derives a state, offers a filter or has the frame of a page, so the directory is measured against less than it
does. What the database server itself takes is in no figure; SQLite works inside the process. It is measured up to three
times before the script fails: other work on the machine disturbs one run, hardly three.

The database is made for the run and removed: SQLite in a temporary folder, or beside the database that DATABASE_URL names.
"""

import argparse
import os
import random
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

folder = tempfile.TemporaryDirectory(prefix="directory-benchmark-")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ |= {"DJANGO_SETTINGS_MODULE": "portal.settings", "PORTAL_ENV": "test", "VAR_DIR": folder.name}

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.db.models import OuterRef, Subquery  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.template import engines  # noqa: E402
from django.urls import path  # noqa: E402
from measuring import fresh_database, measure  # noqa: E402

from home.models import HomePage  # noqa: E402
from portal import urls  # noqa: E402
from programs.models import ApplicationFormPage, Call, Host, Program, ProgramPage, Role, Round  # noqa: E402

MOST, TRIES = 3.0, 3
PROGRAMS, ROUNDS = 200, 10
KINDS = [Program.Kind.MENTORING] * 7 + [Program.Kind.DISCUSSION, Program.Kind.AFFILIATE, Program.Kind.AFFILIATE]
ZONES = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"]
NEWEST = [-300, -150, -60, -20, 20]
"""In how many days the calls of the newest round close: rounds long over, under way, being decided on, open."""

VIEWS = {"thin": "/plain/thin/", "dated": "/plain/dated/", "directory": "/"}
PLAIN = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Programs</title></head><body><h1>Programs</h1><ul>
{% for program in programs %}<li>
  <h3>{% if program.address %}<a href="{{ program.address }}">{{ program.name }}</a>{% else %}{{ program.name }}{% endif %}</h3>
  <p>{{ program.host }}</p>
  {% if program.summary %}<p>{{ program.summary }}</p>{% endif %}
  {% if program.closes %}<p>Closes {{ program.closes|date:"l, F j, Y, g:i a" }}</p>{% endif %}
</li>{% endfor %}
</ul></body></html>"""


def thin(request):
    shown = Program.objects.select_related("host").only("name", "summary", "host__name", "host__acronym")
    return answer(request, shown.annotate(address=page_addresses()))


def dated(request):
    newest = Call.objects.filter(round__program=OuterRef("pk")).order_by("-closes").values("closes")[:1]
    programs = Program.objects.select_related("host")
    return answer(request, programs.annotate(address=page_addresses(), closes=Subquery(newest)))


def page_addresses():
    return Subquery(ProgramPage.objects.filter(program=OuterRef("pk"), live=True).values("url_path")[:1])


def answer(request, programs):
    return HttpResponse(PLAIN_TEMPLATE.render({"programs": programs}, request))


PLAIN_TEMPLATE = engines["django"].from_string(PLAIN)
urls.urlpatterns[:0] = [path("plain/thin/", thin), path("plain/dated/", dated)]


def add_programs(chance):
    """200 programs of 40 hosts; seven in ten have a page, a form, roles and ten rounds with two calls each."""
    home = HomePage.objects.get()
    hosts = [Host(name=f"Association of Library Matters {n}", acronym=f"ALM{n}", kind="division") for n in range(40)]
    hosts = Host.objects.bulk_create(hosts)
    for n in range(PROGRAMS):
        program = Program.objects.create(
            code=f"P{n}",
            name=f"Mentoring Program {n}",
            host=chance.choice(hosts),
            kind=chance.choice(KINDS),
            time_zone=chance.choice(ZONES),
            summary=f"Pairs people new to matter {n} with people who have worked on it for years, from fall to summer.",
        )
        page = home.add_child(instance=ProgramPage(title=program.name, slug=f"program-{n}", program=program))
        form = page.add_child(instance=ApplicationFormPage(title="Form", slug="form"))
        add_rounds(program, form, chance)


def add_rounds(program, form, chance):
    roles = [
        Role.objects.create(program=program, key=key, side=side, name=key, plural=f"{key}s")
        for key, side in (("mentor", "gives"), ("mentee", "receives"))
    ]
    newest = datetime.now(UTC).replace(microsecond=0) + timedelta(days=chance.choice(NEWEST))
    closes = [newest - timedelta(days=365 * ago) for ago in range(ROUNDS)]
    rounds = Round.objects.bulk_create(
        Round(
            program=program,
            name=f"{moment:%Y}",
            slug=f"{moment:%Y}",
            decisions_by=(moment + timedelta(days=30)).date(),
            starts=(moment + timedelta(days=40)).date(),
            ends=(moment + timedelta(days=240)).date(),
        )
        for moment in closes
    )
    Call.objects.bulk_create(
        Call(
            round=round,
            role=role,
            form=form,
            slug=f"{program.code}-{round.slug}-{role.key}".lower(),
            opens=moment - timedelta(days=30),
            closes=moment,
            limit=chance.choice([None, None, 40]),
        )
        for round, moment in zip(rounds, closes, strict=True)
        for role in roles
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer requests, as many rows")
    times = 15 if parser.parse_args().quick else 60
    with fresh_database(folder.name, "directory_benchmark"):
        add_programs(random.Random(8))
        for _again in range(TRIES):
            medians, queries = measure(
                VIEWS.values(), times, holds=lambda answer: answer.content.count(b"<h3>") >= PROGRAMS
            )
            if medians["/"] / medians[VIEWS["thin"]] <= MOST:
                break
    print(f"{connection.vendor}: {PROGRAMS} programs, {PROGRAMS * ROUNDS} rounds")
    ratios = {name: medians["/"] / medians[address] for name, address in VIEWS.items()}
    for name, address in VIEWS.items():
        told = "" if address == "/" else f"    directory takes {ratios[name]:.2f} times as long"
        print(f"{name:12} {medians[address] * 1000:7.1f} ms {queries[address]:4} queries{told}")
    print(f"{'limit':12} {MOST:7.2f}    of thin")
    return ratios["thin"] > MOST


if __name__ == "__main__":
    sys.exit(main())
