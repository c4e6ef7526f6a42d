"""Calendars read back strictly: by icalendar, by vobject, and line by line as RFC 5545 wants lines."""

import re

import icalendar
import vobject

LINE = re.compile(r"[A-Z][A-Z0-9-]*(;[A-Z-]+=(\"[^\"]*\"|[^\";:,]*))*:[^\r\n]*")
NEEDED = {"UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "STATUS"}
ONCE = NEEDED | {"DTEND", "DESCRIPTION", "LOCATION", "URL", "TRANSP", "LAST-MODIFIED"}


def read(content):
    """{key: event} by icalendar, after both others agreed."""
    check_lines(content)
    calendar = icalendar.Calendar.from_ical(content)
    events = {str(event["UID"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
    check_with_vobject(content, events)
    return events


def check_lines(content):
    """CRLF, at most 75 bytes, folded between characters; each property where and as often as it may stand."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    lines = content.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert all(LINE.fullmatch(line) for line in lines)
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert lines.count("VERSION:2.0") == 1
    for block in re.findall(r"BEGIN:VEVENT\n(.*?)\nEND:VEVENT", "\n".join(lines), re.DOTALL):
        names = [re.split("[;:]", line)[0] for line in block.split("\n")]
        assert set(names) >= NEEDED
        assert all(names.count(name) == 1 for name in names if name in ONCE)


def check_with_vobject(content, events):
    theirs = {
        event.uid.value.split("@")[0]: event for event in vobject.readOne(content.decode()).contents.get("vevent", [])
    }
    assert theirs.keys() == events.keys()
    for key, event in events.items():
        assert theirs[key].dtstart.value == event["DTSTART"].dt
        assert theirs[key].summary.value == str(event["SUMMARY"])
        assert theirs[key].status.value == str(event["STATUS"])
        if "DTEND" in event:
            assert theirs[key].dtend.value == event["DTEND"].dt
