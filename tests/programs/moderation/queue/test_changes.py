"""What an applicant changed, as the committee sees it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from programs.applying.intake import receive
from programs.models import Application, FormVersion
from programs.moderation.deciding.one import decide
from tests.factories import make_member, make_user


def sent(call, version, n, *, own=(), **answers):
    now = timezone.now() + timedelta(hours=n)
    who = {"name": f"Sample {n}", "email": "sample@example.org", "language": "en"}
    return receive(call, version, opened=f"form {n}", answers=answers, own=own, now=now, **who)


@pytest.fixture
def changed(call):
    """Sent once, changed twice; what only coordinators see changed too."""
    asked = {"type": "short_text", "hint": "", "why": "", "required": False}
    questions = [asked | {"key": "work", "label": "Work"}, asked | {"key": "goals", "label": "Goals"}]
    questions += [asked | {"key": "needs", "label": "Needs", "shown_to": ["coordinator"]}]
    version = FormVersion.objects.create(form=call.form, language="en", digest="x", sections=[{"questions": questions}])
    first = sent(call, version, 1, work="A school", goals="Storytime", needs="None")
    own = {first.application_id}
    sent(call, version, 2, own=own, work="A library", goals="Storytime", needs="A quiet room")
    sent(call, version, 3, own=own, work="A museum", goals=None, needs="A quiet room")
    return Application.objects.get()


def panel(client, application):
    told = client.get(f"/admin/mentoring/applications/{application.pk}/").content.decode()
    return told.partition('id="changes-section"')[2].partition("</section>")[0] if "changes-section" in told else ""


def test_each_change_is_told_question_by_question(desk, changed):
    told = " ".join(panel(desk, changed).split())
    assert '<del dir="auto">A school</del>' in told
    assert '<ins dir="auto">A library</ins>' in told
    assert '<del dir="auto">A library</del>' in told
    assert '<ins dir="auto">A museum</ins>' in told
    assert told.count("Goals") == 1
    assert "Now: No answer" in told
    assert told.index("A museum") < told.index("A school")


def test_a_reader_is_told_of_no_change_in_what_only_coordinators_see(client, changed, coordinator):
    for user, rooms in ((coordinator, 1), (make_member(changed.program, "reader"), 0)):
        client.force_login(user)
        assert panel(client, changed).count("A quiet room") == rooms


def test_a_change_is_no_second_application(desk, changed):
    told = desk.get(f"/admin/mentoring/applications/{changed.pk}/").content.decode()
    assert "second-tries" not in told
    assert told.count("Changed by the applicant") == 3  # the panel, and two lines of the history


def test_what_was_never_changed_has_no_such_panel(desk, call):
    receipt = sent(call, call.form.version(), 1, work="A school", topics=[])
    assert panel(desk, receipt.application) == ""


def test_a_change_after_the_decision_says_so(desk, changed):
    assert "After the last decision" not in panel(desk, changed)
    decide(changed, "accept", by=make_user(), seen="received", reason="")
    changed.decisions.update(at=timezone.now() + timedelta(hours=2, minutes=30))
    assert panel(desk, changed).count("After the last decision") == 1


def test_changes_cost_no_query_each(desk, changed):
    with CaptureQueriesContext(connection) as two:
        panel(desk, changed)
    sent(changed.call, changed.version, 4, own={changed.pk}, work="A zoo", goals=None, needs="A quiet room")
    with CaptureQueriesContext(connection) as three:
        panel(desk, changed)
    assert len(three) == len(two)
