"""How many files of ours one has to open to follow a thing from where it begins to where it ends.

Counted is every file in which a function runs on the way. Not counted is what every request stands on and nobody opens for
this one: the ground (`portal`), addresses, what a stage only lists for a hook, and what runs while a module is loaded.
"""

import re
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from home.demo.reading import COMPLETE
from programs.models import Letter
from resources.models import Citation
from tests.applying import answer, apply, begin, send
from tests.factories import make_call, make_program

OURS = {"home", "programs", "resources"}
LISTS = {"urls.py", "wagtail_hooks.py"}
KINDS_OF_LETTERS = "letter_kinds"
FAMILY = re.compile(r"programs/forms/questions/(?!question\.py).+")
"""A form with more types of questions runs through the file of each family, and one opens that of the type one looks for."""

pytestmark = pytest.mark.django_db


@contextmanager
def walked():
    """The files in which a function runs meanwhile."""
    ran, files = set(), set()

    def note(frame, event, _argument):
        if event == "call" and frame.f_code.co_name not in {"<module>", KINDS_OF_LETTERS}:
            ran.add(frame.f_code.co_filename)

    sys.setprofile(note)
    try:
        yield files
    finally:
        sys.setprofile(None)
        files.update(filter(None, map(counted, ran)))


def counted(name):
    path = Path(name)
    if path.is_relative_to(settings.BASE_DIR) and path.name not in LISTS:
        short = path.relative_to(settings.BASE_DIR)
        return str(short) if short.parts[0] in OURS else None
    return None


def test_an_application_is_followed_to_its_letter_through_twenty_nine_files(client):
    call = make_call(make_program("ALSC"))
    apply(client, call)
    client.post(f"/apply/{call.slug}/form/", {"anew": "yes"})
    begin(client, call, email="another@example.org")
    answer(client, call)
    with walked() as files:
        send(client, call)
    assert Letter.objects.filter(kind="received").count() == 2
    assert {"programs/applying/intake.py", "programs/letters/writing.py"} <= files
    families = {name for name in files if FAMILY.fullmatch(name)}
    assert len(files - families) + 1 <= 29, "\n".join(sorted(files))


def test_a_citation_is_followed_to_its_line_through_twelve_files():
    kept = [Citation.objects.create(**fields) for fields in COMPLETE]
    with walked() as files:
        for citation in kept:
            citation.full_clean()
            citation.save()
    assert all(citation.formatted for citation in kept)
    assert "resources/citations/formatting/engine.py" in files
    assert len(files) <= 12, "\n".join(sorted(files))
