"""How long drafts are kept, and what of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from programs.applying.drafts import forget_drafts
from programs.models import Application, Draft
from tests.applying import apply, begin

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("closed", "saved", "kept"), [(-8, -8, 0), (-6, -20, 1), (5, -80, 1), (5, -91, 0), (None, -80, 1), (None, -91, 0)]
)
def test_a_draft_is_kept_a_week_beyond_its_call(client, call, closed, saved, kept):
    begin(client, call)
    now = timezone.now()
    Draft.objects.update(saved_at=now + timedelta(days=saved))
    opens = now - timedelta(days=30)
    type(call).objects.update(opens=opens, closes=now + timedelta(days=closed) if closed else None)
    forget_drafts()
    assert Draft.objects.count() == kept


def test_forgetting_drafts_forgets_no_application(client, call):
    apply(client, call)
    Draft.objects.update(saved_at=timezone.now() - timedelta(days=100))
    forget_drafts()
    assert not Draft.objects.exists()
    assert Application.objects.count() == 1


def test_what_no_database_keeps_is_no_fault(client, call):
    begin(client, call, name="A\0B")
    assert Draft.objects.get().typed["name"] == ["A B"]
