"""Writes answers.json anew: what ical.js reads in the calendar of golden.py, and rss-parser in its feed. Needs node and npm.

DJANGO_SETTINGS_MODULE=tests.settings python -m tests.programs.calendar.renew_answers
"""

import os
import subprocess
import tempfile
from pathlib import Path

import django

django.setup()

from .golden import calendar, news  # noqa: E402

HERE = Path(__file__).resolve().parent
PINNED = ["ical.js@2.2.1", "rss-parser@3.13.0"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "install", "--silent", "--prefix", folder, *PINNED], check=True)
        asked = [Path(folder, "all.ics"), Path(folder, "feed.atom")]
        for path, content in zip(asked, [calendar(), news()], strict=True):
            path.write_bytes(content)
        told = os.environ | {"NODE_PATH": f"{folder}/node_modules"}
        command = ["node", HERE / "answers.cjs", *asked]
        answers = subprocess.run(command, check=True, env=told, capture_output=True, text=True).stdout
    (HERE / "answers.json").write_text(answers)


if __name__ == "__main__":
    main()
