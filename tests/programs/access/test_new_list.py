"""A list takes ten lines: this one shows decisions, and nobody sees a row of another program, by no address of it."""

import sys
from types import ModuleType

import pytest
from django.urls import clear_url_caches, include, path, reverse
from wagtail.permissions import policy_registry

from portal import urls
from programs.access import READ, ProgramPolicy
from programs.access.screens import ScopedViewSet
from programs.models import Decision
from programs.moderation.deciding.one import decide
from tests.factories import make_application, make_member, make_user

pytestmark = pytest.mark.django_db


class DecisionViewSet(ScopedViewSet):
    model = Decision
    policy = ProgramPolicy(Decision, view=READ)
    url_prefix = "mentoring/decisions"
    icon = "list-ul"
    form_fields = []
    inspect_view_enabled = True
    list_display = ["application", "verb", "at"]
    list_filter = ["verb"]
    list_export = ["application", "verb", "reason"]


@pytest.fixture(autouse=True)
def _registered(monkeypatch, settings):
    for kept in ("values_by_class", "values_by_exact_class", "fallback_policies"):
        monkeypatch.setattr(policy_registry, kept, dict(getattr(policy_registry, kept)))
    screens = DecisionViewSet()
    with_list = ModuleType("portal_urls_with_decisions")
    with_list.urlpatterns = [
        path("admin/mentoring/decisions/", include((screens.get_urlpatterns(), screens.url_namespace))),
        *urls.urlpatterns,
    ]
    monkeypatch.setitem(sys.modules, with_list.__name__, with_list)
    settings.ROOT_URLCONF = with_list.__name__
    clear_url_caches()
    yield
    clear_url_caches()


@pytest.fixture
def decisions():
    rows = make_application(name="Ours"), make_application(name="Theirs")
    for row in rows:
        decide(row, "accept", by=make_user(superuser=True), seen="received", reason=f"Said of {row.name}")
    return [row.decisions.get() for row in rows]


def test_a_new_list_shows_and_exports_the_rows_of_the_person_s_programs(client, decisions):
    ours, theirs = decisions
    client.force_login(make_member(ours.application.program, "reader"))
    shown = client.get(reverse("decision:index")).content.decode()
    assert ours.application.reference in shown
    assert theirs.application.reference not in shown
    answer = client.get(reverse("decision:index") + "?export=csv")
    sheet = b"".join(answer.streaming_content).decode()
    assert "Said of Ours" in sheet
    assert "Said of Theirs" not in sheet


def test_a_new_list_opens_no_row_of_another_program(client, decisions):
    ours, theirs = decisions
    client.force_login(make_member(ours.application.program, "reader"))
    assert client.get(reverse("decision:inspect", args=[ours.pk])).status_code == 200
    assert client.get(reverse("decision:inspect", args=[theirs.pk])).status_code == 403


def test_what_a_policy_does_not_name_is_nobody_s(client, decisions):
    client.force_login(make_member(decisions[0].application.program))
    for act in ("edit", "delete"):
        assert client.post(reverse(f"decision:{act}", args=[decisions[0].pk])).status_code == 403
    assert Decision.objects.count() == 2
