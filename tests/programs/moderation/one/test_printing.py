import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.models import FormVersion
from tests.factories import make_application, make_call, make_member

PRINT = "/admin/mentoring/applications/print/"


@pytest.fixture
def version(call):
    asked = {"type": "short_text", "hint": "", "why": "", "required": False}
    questions = [
        asked | {"key": "work", "label": "Where do you work?"},
        asked | {"key": "needs", "label": "What do you need?", "sensitive": True},
        asked | {"key": "money", "label": "What do you earn?", "shown_to": ["coordinator"]},
    ]
    sections = [{"heading": "You", "questions": questions}]
    return FormVersion.objects.create(form=call.form, language="en", digest="x", sections=sections)


ANSWERS = {"work": "A library", "needs": "A quiet room", "money": "Little"}


def test_one_is_printed_without_what_is_sensitive(desk, call, version):
    application = make_application(call, version=version, answers=ANSWERS, name="<i>Ines</i>")
    told = desk.get(f"/admin/mentoring/applications/{application.pk}/print/").content.decode()
    assert "&lt;i&gt;Ines&lt;/i&gt;" in told
    assert "A library" in told
    assert "A quiet room" not in told
    assert "<bdi>What do you need?</bdi>" in told


def test_what_a_list_shows_is_printed_as_each_reader_reads_it(client, desk, call, version):
    rows = [make_application(call, version=version, answers=ANSWERS) for _ in range(2)]
    other = make_application(make_call(call.round.program, "mentor"))
    foreign = make_application(make_call())
    for user, may_see_money in ((None, True), (make_member(call.round.program, "reader"), False)):
        if user:
            client.force_login(user)
        told = client.get(PRINT, {"call": call.pk}).content.decode()
        assert all(row.reference in told for row in rows)
        assert other.reference not in told
        assert foreign.reference not in told
        assert ("Little" in told) == may_see_money
    assert foreign.reference not in client.get(PRINT).content.decode()


def test_printing_asks_as_many_queries_for_ten_as_for_one(desk, call, version, django_assert_num_queries):
    make_application(call, version=version, answers=ANSWERS)
    desk.get(PRINT)
    with CaptureQueriesContext(connection) as one:
        desk.get(PRINT)
    for _ in range(9):
        make_application(call, version=version, answers=ANSWERS)
    with django_assert_num_queries(len(one)):
        assert desk.get(PRINT).content.decode().count('class="sheet"') == 10
