"""Events: two conferences of the ALCTS page (seed 003:31-33), ALSC’s forum (seed 002:32), and an INVENTED one to come,
which says so."""

from datetime import date, time

from home.demo.rounds import PLANS, orientation_day
from home.writing import add, paragraphs, translate
from resources.models import EventPage, EventsPage

CONFERENCE = paragraphs("A chance for mentor and mentee to meet in person, if both plan to come.")

EVENTS = {
    "midwinter": {
        "title": "ALA Midwinter 2020",
        "slug": "ala-midwinter-2020",
        "starts": date(2020, 1, 24),
        "ends": date(2020, 1, 28),
        "place": "Philadelphia",
        "body": CONFERENCE,
    },
    # A zero-width space, garbled into three signs, stands before this name in seed 003:33.
    "annual": {
        "title": "ALA Annual 2020",
        "slug": "ala-annual-2020",
        "starts": date(2020, 6, 25),
        "ends": date(2020, 6, 30),
        "place": "Chicago",
        "body": CONFERENCE,
    },
    # The recording’s address was a link and is lost.
    "forum": {
        "title": "Mentoring Forum",
        "slug": "mentoring-forum",
        "starts": date(2013, 11, 18),
        "ends": date(2013, 11, 18),
        "place": "",
        "body": paragraphs(
            "On this Monday ALSC invited everybody in the ALSC Mentoring Program to talk live about being in a match: "
            "how to deal with each other, and how to grow. The webcast was recorded, free for all to watch."
        ),
    },
}


def add_events(home, by):
    """Every event’s page by its key."""
    events = add(
        home,
        EventsPage(
            title="Events",
            slug="events",
            intro=paragraphs("Where mentors and mentees meet, and forums to look back on."),
        ),
        by,
    )
    return {key: add(events, EventPage(**fields), by) for key, fields in EVENTS.items()}


def add_orientation(pages, spanish, today, by):
    """Below the page of YALSA’s program, on the day that the timeline of its invented round gives."""
    day = orientation_day(PLANS["YALSA"], today)
    page = EventPage(
        title="Orientation for new pairs (sample)",
        slug="orientation",
        search_description="A sample of an event: nobody will hold it.",
        starts=day,
        ends=day,
        start_time=time(14),
        end_time=time(15),
        time_zone="America/New_York",
        place="Online",
        body=paragraphs(
            "This event is a sample, made up for this demonstration: nobody will hold it.",
            "Here a program would tell its new pairs what the hour is about, and how to join.",
        ),
    )
    translate(
        add(pages["YALSA"], page, by),
        spanish,
        by,
        title="Orientación para parejas nuevas (muestra)",
        search_description="Una muestra de evento: nadie lo celebrará.",
        place="En línea",
        body=paragraphs(
            "Este evento es una muestra, inventada para esta demostración: nadie lo celebrará.",
            "Aquí un programa contaría a sus parejas nuevas de qué tratará la hora y cómo conectarse.",
        ),
    )
