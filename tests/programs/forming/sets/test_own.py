"""The association's own sets: kept by program offices for their hosts."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.test.utils.form_data import nested_form_data

from portal.rows.opened import FIELD
from programs.forming.sets.own import sets_for
from programs.models import Host, QuestionSet
from tests.factories import SECTIONS, make_member, make_office, make_page_editor, make_program
from tests.programs.models.forms.test_form_page import question, stream

pytestmark = pytest.mark.django_db


@pytest.fixture
def host():
    above = Host.objects.create(name="Library Association", kind="association")
    return Host.objects.create(name="Its Division", kind="division", parent=above)


def sent(host, **fields):
    section = {"heading": "You", "intro": "", "questions": stream(("short_text", question()))}
    given = {"name": "Accessibility", "about": "", "host": host.pk if host else "", "language": "en"}
    return nested_form_data(given | {"sections": stream(("section", section))} | fields)


def test_a_program_office_adds_a_set_for_its_host_and_for_no_other(client, host):
    client.force_login(make_office(host))
    other = Host.objects.create(name="Elsewhere", kind="division")
    for refused in (other, None):
        assert client.post(reverse("questionset:add"), sent(refused)).status_code == 200
    assert not QuestionSet.objects.exists()
    assert client.post(reverse("questionset:add"), sent(host)).status_code == 302
    assert QuestionSet.objects.get().host == host


def test_a_set_is_changed_and_its_history_tells_of_it(client, host):
    client.force_login(make_office(host))
    row = QuestionSet.objects.create(name="Old name", host=host, sections=SECTIONS)
    address = reverse("questionset:edit", args=[row.pk])
    opened = client.get(address).context["as_opened"]
    assert client.post(address, sent(host, name="New name") | {FIELD: opened}).status_code == 302
    row.refresh_from_db()
    assert row.name == "New name"
    history = client.get(reverse("questionset:history", args=[row.pk])).content.decode()
    assert "Old name" in history
    assert "Where do you work?" in history


def test_two_people_at_one_set_are_told_of_each_other(client, host):
    client.force_login(make_office(host))
    row = QuestionSet.objects.create(name="Old name", host=host, sections=SECTIONS)
    address = reverse("questionset:edit", args=[row.pk])
    opened = client.get(address).context["as_opened"]
    QuestionSet.objects.update(name="Another name")
    told = client.post(address, sent(host) | {FIELD: opened})
    assert told.status_code == 200
    assert "Not saved: somebody else saved this meanwhile." in told.content.decode()
    assert QuestionSet.objects.get().name == "Another name"


def test_an_earlier_version_fills_the_form(client, host):
    client.force_login(make_office(host))
    client.post(reverse("questionset:add"), sent(host))
    row = QuestionSet.objects.get()
    address = reverse("questionset:edit", args=[row.pk])
    opened = client.get(address).context["as_opened"]
    client.post(address, sent(host, name="New name") | {FIELD: opened})
    entry = ModelLogEntry.objects.filter(object_id=str(row.pk)).order_by("pk").first()
    filled = client.get(address, {"version": entry.pk}).content.decode()
    assert "Accessibility" in filled


@pytest.mark.parametrize("make", [lambda program: make_member(program), lambda program: make_page_editor()])
def test_committees_and_page_editors_keep_no_sets(client, host, make):
    row = QuestionSet.objects.create(name="Theirs", host=host, sections=SECTIONS)
    client.force_login(make(make_program(host=host)))
    for name, args in (("index", []), ("add", []), ("edit", [row.pk]), ("delete", [row.pk])):
        assert client.get(reverse(f"questionset:{name}", args=args)).status_code in (302, 403)


def test_whoever_has_the_permission_keeps_everybodys(client, host):
    user = make_page_editor()
    user.user_permissions.add(Permission.objects.get(codename="add_questionset"))
    client.force_login(user)
    assert client.post(reverse("questionset:add"), sent(None)).status_code == 302
    assert QuestionSet.objects.get().host is None


def test_a_form_is_offered_sets_of_its_host_of_those_above_and_of_everybody(host):
    program = make_program(host=host)
    for name, of in (("Own", host), ("Above", host.parent), ("All", None), ("Elsewhere", make_program().host)):
        QuestionSet.objects.create(name=name, host=of, sections=SECTIONS)
    assert {row.name for row in sets_for(program)} == {"Own", "Above", "All"}
