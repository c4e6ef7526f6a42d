"""What a reading list of 500 entries costs against one of 5, and against a plain view of the same 500 rows.

    python benchmarks/readings.py [--quick]

All answer in the same process and database, in turns. The plain view asks one query for the rows and renders their stored
HTML through a small template. The script fails when the list of 500 asks more queries than the list of 5, or takes more
than twelve times the plain view: an entry also carries its record for Zotero, its files, where libraries hold it, and its data
for search engines.

The database is made for the run and removed: SQLite in a temporary folder, or beside the database that DATABASE_URL names.
"""

import argparse
import os
import sys
import tempfile
import time
import uuid
from pathlib import Path

folder = tempfile.TemporaryDirectory(prefix="readings-benchmark-")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ |= {"DJANGO_SETTINGS_MODULE": "portal.settings", "PORTAL_ENV": "test", "VAR_DIR": folder.name}

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.template import engines  # noqa: E402
from django.urls import path  # noqa: E402
from measuring import fresh_database, measure  # noqa: E402

from home.models import HomePage  # noqa: E402
from portal import urls  # noqa: E402
from portal.models import Topic  # noqa: E402
from resources.models import Citation, ForWhom, ReadingListPage  # noqa: E402

MOST, TRIES, ENTRIES = 12.0, 3, 500
CHOSEN = "/many/?topic=topic-3"
PLAIN = engines["django"].from_string(
    """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Readings</title></head><body><h1>Readings</h1><ul>
{% for citation in citations %}<li>{{ citation.written.apa|safe }}</li>
{% endfor %}</ul></body></html>"""
)


def plain(request):
    return HttpResponse(PLAIN.render({"citations": Citation.objects.all()}, request))


urls.urlpatterns.insert(0, path("plain/", plain))


def add_citations():
    """500 articles. One in fifty is written by the formatter, which is timed; its rows are what the others hold."""
    started = time.perf_counter()
    for n in range(ENTRIES // 50):
        Citation.objects.create(**article(n))
    cost = (time.perf_counter() - started) / (ENTRIES // 50)
    written = Citation.objects.first().written
    Citation.objects.bulk_create(Citation(**article(n), written=written) for n in range(ENTRIES // 50, ENTRIES))
    add_topics()
    return cost


def add_topics():
    """Ten topics; every other citation has one."""
    topics = [Topic.objects.create(name=f"Sample topic {n}", slug=f"topic-{n}") for n in range(10)]
    about = Citation.topics.through
    citations = Citation.objects.values_list("pk", flat=True)[::2]
    about.objects.bulk_create(about(citation_id=pk, topic=topics[n % 10]) for n, pk in enumerate(citations))


def article(n):
    return {
        "authors": f"Sample, A. {n}.\nExample, B.",
        "title": f"On sample {n} of mentoring, and why it stands here?",
        "container": "Journal of Samples",
        "date": f"{1990 + n % 30}",
        "volume": f"{n}",
        "issue": "2",
        "pages": f"{n}–{n + 9}",
        "doi": f"10.1000/{n}",
    }


def add_list(slug, citations):
    entries = [{"type": "item", "id": str(uuid.uuid4()), "value": entry(each)} for each in citations]
    body = [{"type": "readings", "value": {"heading": "", "intro": "", "entries": entries}}]
    home = HomePage.objects.get(locale__language_code="en")
    home.add_child(instance=ReadingListPage(title=slug.title(), slug=slug, body=body))


def entry(citation):
    """Every other one is for one side."""
    side = ForWhom.BOTH if citation.pk % 2 else ForWhom.MENTOR
    return {"citation": citation.pk, "note": "", "for_whom": side}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer requests, as many rows")
    times = 10 if parser.parse_args().quick else 40
    with fresh_database(folder.name, "readings_benchmark"):
        cost = add_citations()
        add_list("few", Citation.objects.all()[:5])
        add_list("many", Citation.objects.all())
        for _again in range(TRIES):
            medians, queries = measure(["/plain/", "/few/", "/many/", CHOSEN], times)
            if medians["/many/"] / medians["/plain/"] <= MOST:
                break
    ratio = medians["/many/"] / medians["/plain/"]
    print(f"{connection.vendor}: saving a citation, formatted in three styles: {cost * 1000:.0f} ms")
    shown = {"plain view": "/plain/", "5 entries": "/few/", "500 entries": "/many/", "50 of them": CHOSEN}
    for name, address in shown.items():
        print(f"{name:12} {medians[address] * 1000:7.1f} ms {queries[address]:4} queries")
    print(f"{'ratio':12} {ratio:7.2f}    at most {MOST}")
    return ratio > MOST or queries["/many/"] > queries["/few/"]


if __name__ == "__main__":
    sys.exit(main())
