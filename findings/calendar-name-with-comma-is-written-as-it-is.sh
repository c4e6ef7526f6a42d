#!/usr/bin/env bash
# icalendar 7.3.0.
#
# RFC 7986 makes a calendar's NAME a text, in which commas, semicolons and backslashes are escaped (RFC 5545, 3.3.11). The
# library escapes a SUMMARY that is given as a str; a name, by its own property calendar_name or by add("name", ...), it
# writes as it stands, and what reads strictly ends it at the comma or joins a letter to the backslash.
#
# Seen: "NAME:Dates, all; c:\new". Given as icalendar.vText it is escaped.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check "icalendar==7.3.0"
env/bin/python - <<'PY'
import icalendar

NAME = "Dates, all; c:\\new"
WANTED = b"NAME:Dates\\, all\\; c:\\\\new\r\n"
plain, worked_around = icalendar.Calendar(), icalendar.Calendar()
plain.calendar_name = NAME
worked_around.add("name", icalendar.vText(NAME))
print(plain.to_ical().decode())
assert WANTED not in plain.to_ical(), "it is escaped now"
assert WANTED in worked_around.to_ical()
PY
