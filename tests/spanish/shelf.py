"""Resources that have everything in Spanish, for every kind of page and list."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from home.models import HomePage
from portal.models import ExternalLink
from resources.models import EventPage, EventsPage
from tests.resources.making import (
    activities_page,
    activity,
    article,
    category,
    events,
    goal,
    goals,
    goals_page,
    reading_list,
    readings,
    topic,
)

WORK = {"container": "Revista de muestra", "authors": "Muestra, Inés", "language": "es"}


def fill():
    """The pages, below the Spanish home page; each can be narrowed to a side and to a topic."""
    home = HomePage.objects.get(locale__language_code="es")
    leading, telling = topic("Leadership", "Liderazgo"), topic("Storytime", "Hora del cuento")
    below = {"parent": home, "locale": home.locale}
    calendar = home.add_child(instance=EventsPage(title="Eventos", slug="eventos", locale=home.locale))
    coming, past = event(calendar, "Conferencia", 3), event(calendar, "Foro", -9, recording="https://example.net/foro")
    coming.topics.set([leading])
    coming.save()
    ours = [
        article("Una obra", leading, url="https://example.net/obra", **WORK),
        article(
            "Otra obra",
            telling,
            isbn="978-0-306-40615-7",
            **WORK | {"kind": "book", "container": "", "publisher": "Muestra"},
        ),
    ]
    ExternalLink.objects.create(url="https://example.net/obra", checked_at=timezone.now(), answered_at=timezone.now())
    said = [{"for_whom": "mentor", "note": "Léase antes."}, {"for_whom": "mentee"}]
    works = reading_list(
        readings(*zip(ours, said, strict=True), heading="Empezar", intro="Elijan dos."),
        title="Lecturas",
        slug="lecturas",
        **below,
    )
    aims = [
        goal("Words", leading, text_es="Escribir más", for_whom="mentee"),
        goal("Words", telling, text_es="Leer más", for_whom="mentor"),
        goal("Words", text_es="Conversar"),
    ]
    steps = [{"text": "Words", "text_es": "Léanla", "citation": ours[0]}]
    tasks = [
        activity("Words", *steps, topics=[leading], text_es="Vayan", for_whom="mentor", page=coming),
        activity("Words", topics=[telling], text_es="Queden", for_whom="mentee", page=works),
    ]
    return SimpleNamespace(
        goals=goals_page(goals(*aims, heading="Primeras metas"), title="Metas", slug="metas", **below),
        activities=activities_page(
            category(*tasks, heading="En pareja", numbered=True),
            events(coming, past, heading="Encuentros"),
            title="Actividades",
            slug="actividades",
            **below,
        ),
        readings=works,
        events=calendar,
        event=coming,
        past=past,
    )


def event(parent, title, days, **fields):
    """So many days from today, for three days; published as an editor does it."""
    starts = timezone.localdate() + timedelta(days=days)
    told = {"title": title, "slug": title.lower(), "place": "En línea", "link": "https://example.net/evento"}
    page = EventPage(starts=starts, ends=starts + timedelta(days=2), locale=parent.locale, **told | fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)
