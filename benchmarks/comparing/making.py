"""The demo, a stock page, forms that are being filled, and many programs and resource pages."""

import random
from datetime import timedelta

from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from django.utils import timezone
from filling import speed
from stock.models import StockPage
from wagtail.models import Locale

from home.models import HomePage
from portal import urls
from programs.models import Program
from resources.models import Citation
from tests.applying import CONTACT, opened
from tests.factories import make_call, make_program, make_program_page, make_round
from tests.resources.making import article, reading_list, readings

DEMO = {"open": "/nmrt/", "paused": "/alsc/", "finished": "/alcts/"}
PROGRAMS, RESOURCE_PAGES = 220, 120
QUESTIONS = (15, 60)
WORDS = ["mentoring", "library", "people", "career", "librarian", "a", "the", "for", "meeting", "summer"]


def bare(_request):
    return HttpResponse("<!doctype html><title>Bare</title><p>Hello")


def fill():
    """The demo, the peers' views and a stock page; {number of questions: address of a step that asks them}."""
    call_command("load_demo", verbosity=0)
    urls.urlpatterns[:0] = [path("plain/bare/", bare), path("plain/form/", speed.bare)]
    home = HomePage.objects.get(locale=Locale.get_default())
    for n in range(3):
        page = home.add_child(instance=StockPage(title=f"Stock {n}", slug=f"stock-{n}", show_in_menus=True))
    body = [("heading", "Heading"), ("paragraph", f"<p>{prose(random.Random(1), 200)}</p>")] * 4
    page.add_child(instance=StockPage(title="Detail", slug="detail", introduction="In short", body=body))
    return {many: step_of(many) for many in QUESTIONS}


def step_of(many):
    """`client` of ours keeps the cookies of its draft; see comparing.rows."""
    call = speed.a_call(many)
    client = Client(headers={"host": "127.0.0.1"})
    client.post(
        f"/apply/{call.slug}/form/", CONTACT | {"opened": opened(client, call), "email": f"n{many}@example.org"}
    )
    return f"/apply/{call.slug}/form/2/", client.cookies


def more_programs():
    """So many that there are 220 programs with a round, two calls and a page each, and 120 reading lists more."""
    chance, now = random.Random(12), timezone.now()
    for n in range(PROGRAMS - Program.objects.count()):
        program = make_program(f"MORE{n}", name=f"Mentoring of kind {n}", summary=prose(chance, 20))
        page = make_program_page(program, overview=f"<p>{prose(chance, 60)}</p>")
        round = make_round(program)
        closes = now + timedelta(days=chance.choice([-300, -60, -20, 20]))
        for role in ("mentor", "mentee"):
            make_call(program, role, round=round, form=None, opens=closes - timedelta(days=30), closes=closes)
        if n < RESOURCE_PAGES:
            work = Citation.objects.create(kind="web", title=prose(chance, 5), url="https://library.example/")
            reading_list(readings(work, article()), parent=page, title=f"Readings {n}")


def prose(chance, many):
    return " ".join(chance.choice(WORDS) for _ in range(many))
