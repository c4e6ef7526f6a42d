"""What calendars, feed readers, search engines and other sites get in Spanish."""

from datetime import UTC, date, datetime, time

import feedparser
import icalendar
import pytest
import time_machine

from programs.models import Call, Milestone, Program, Round

from .reading import Words, english_in, told_to_machines

pytestmark = pytest.mark.django_db

CLOSES = datetime(2099, 2, 6, 4, 59, tzinfo=UTC)
DAY = date(2099, 11, 3)
CALENDARS = ["/es/calendar/REF.ics", "/es/calendar.ics"]


@pytest.fixture
def dated(call):
    """Every kind of date that a calendar can hold."""
    Call.objects.update(preferred_by=datetime(2099, 1, 10, 4, 59, tzinfo=UTC))
    for number, precision in enumerate(Milestone.Precision):
        starts = None if precision == "unknown" else DAY
        clock = time(14, 30) if precision == "clock" else None
        labels = {"label": "English", "label_es": f"Hito {number}"}
        Milestone.objects.create(round=call.round, precision=precision, starts=starts, time=clock, **labels)
    return call


def texts_of(content):
    calendar = icalendar.Calendar.from_ical(content)
    parts = [calendar, *calendar.walk("VEVENT")]
    names = ("SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "LOCATION")
    found = [str(part[name]) for part in parts for name in names if name in part]
    return [text.replace("Library Mentors", "") for text in found]


@pytest.mark.parametrize("called_off", [False, True])
@pytest.mark.parametrize("address", CALENDARS)
def test_calendars(client, dated, address, called_off):
    Round.objects.update(called_off=called_off)
    told = texts_of(client.get(address).content)
    assert [text for text in told if english_in(text)] == []
    assert any("Principios de noviembre de 2099: Hito" in text for text in told)
    assert any("jueves 5 de febrero de 2099, 11:59" in text for text in told)
    assert any(text.startswith("Cancelación: ") for text in told) == called_off


@pytest.mark.parametrize(
    ("now", "title"),
    [
        (datetime(2099, 1, 2, tzinfo=UTC), "Se admiten solicitudes: personas mentorizadas – Mentoría de muestra"),
        (datetime(2099, 2, 1, tzinfo=UTC), "El plazo de solicitud cierra en una semana: personas mentorizadas – "),
        (datetime(2099, 2, 7, tzinfo=UTC), "El plazo de solicitud cerró: personas mentorizadas – Mentoría de muestra"),
        (None, "Se cancela la edición “2099” – Mentoría de muestra"),
    ],
)
def test_feed(client, dated, now, title):
    Call.objects.update(opens=datetime(2099, 1, 1, tzinfo=UTC))
    if now is None:
        Round.objects.update(called_off=True, called_off_at=datetime.now(UTC))
    with time_machine.travel(now or datetime.now(UTC), tick=False):
        feed = feedparser.parse(client.get("/es/feed.atom").content)
    entries = [f"{entry.title} {entry.get('summary', '')}" for entry in feed.entries]
    told = [feed.feed.title, feed.feed.subtitle, *entries]
    assert [text for text in told if english_in(text.replace("Library Mentors", ""))] == []
    assert entries[0].startswith(title)


@pytest.mark.parametrize("change", [{}, {"paused": True, "paused_notice_es": "En revisión."}, {"kind": "discussion"}])
def test_list_for_other_sites(client, call, change):
    Program.objects.update(summary="English.", summary_es="Una mentoría de muestra.", **change)
    (program,) = client.get("/es/programs.json").json()["programs"]
    said = [program["summary"], *(program["state"] or {}).values()][:3]
    said += [text for role in program["roles"] for text in (role["name"], role["plural"], *role["state"].values())]
    keys = {(program["state"] or {}).get("key"), *(role["state"]["key"] for role in program["roles"])}
    assert [text for text in said if text and text not in keys and english_in(text)] == []
    assert program["summary"] == "Una mentoría de muestra."


def test_search_engines(client, call):
    Program.objects.update(summary="English.", summary_es="Una mentoría de muestra.")
    assert told_to_machines({"@graph": [{"name": "Una"}, {"provider": {"description": "Otra"}}]}) == ["Una", "Otra"]
    page = Words(client.get("/es/muestra/").content.decode())
    assert page.texts.count("Una mentoría de muestra.") == 1
    assert english_in(str(page)) == []
