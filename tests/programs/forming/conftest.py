import pytest

from programs.models import ApplicationFormPage
from tests.factories import make_form, make_program

SECTION = "22222222-0000-0000-0000-000000000001"


def question(label="Where do you work?", kind="short_text", key="", **more):
    value = {"label": label, "hint": "", "why": "", "required": False, "key": key}
    return {"type": kind, "value": value | more}


def section(*questions, heading="Your work", **more):
    """Raw, with the ids that an editor's save would give."""
    asked = [{"id": f"33333333-0000-0000-0000-{n:012}"} | one for n, one in enumerate(questions)]
    value = {"heading": heading, "intro": "", "questions": asked} | more
    return {"type": "section", "id": SECTION, "value": value}


def latest(form):
    return ApplicationFormPage.objects.get(pk=form.pk).get_latest_revision_as_object()


@pytest.fixture
def form_of():
    """A form below a program's page that asks these questions."""

    def make(*questions, program=None, sections=None, **fields):
        return make_form(program or make_program(), sections=sections or [section(*questions)], **fields)

    return make
