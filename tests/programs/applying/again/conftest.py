import pytest

from tests.factories import make_call, make_form


def asks(key, label, kind="short_text", **more):
    """A question as a page stores it."""
    value = {"label": label, "hint": "", "why": "", "required": False, "key": key}
    return {"type": kind, "value": value | more}


@pytest.fixture
def other(call):
    """Makes an open call for mentors in the same round, whose form asks these."""

    def make(*questions, role="mentor", **fields):
        sections = [{"type": "section", "value": {"heading": "You", "intro": "", "questions": list(questions)}}]
        form = make_form(call.round.program, sections=sections)
        return make_call(call.round.program, role, **{"round": call.round, "form": form} | fields)

    return make
