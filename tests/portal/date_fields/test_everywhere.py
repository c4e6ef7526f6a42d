"""Every screen on which staff type a date: what is not understood stays as it was typed, with a message; nothing else
is stored than what was meant; no script that writes over it is left anywhere in the admin."""

from datetime import UTC, date, datetime, timedelta

import django_filters
import pytest
from django import forms
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.urls import reverse
from django.utils import timezone
from wagtail import blocks
from wagtail.admin.panels import get_edit_handler
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.users.models import UserProfile

from portal.date_fields.fields import DayRangeField, Typed
from programs.models import CommitteeMember, Round
from resources.models import EventPage, EventsPage
from tests.factories import make_call, make_program, make_round, make_user
from tests.programs.planning.rounds.test_screens import add_address, sent, sent_call
from tests.saving import save

pytestmark = pytest.mark.django_db

UNREADABLE = ["2027-02-30", "sometime", "13/45/2027", "12/5/27", "Tuesday, January 5, 2028"]
WRITES_OVER = (AdminDateInput, AdminDateTimeInput, AdminTimeInput)


@pytest.fixture
def admin(client):
    client.user = make_user(superuser=True)
    client.force_login(client.user)
    return client


def kept(page, text):
    return f'value="{text}"' in page.content.decode()


@pytest.mark.parametrize("text", UNREADABLE)
@pytest.mark.parametrize("name", ["starts", "ends", "decisions_by"])
def test_a_rounds_days_stay_as_typed(admin, name, text):
    answer = admin.post(add_address(make_program("ALSC")), sent(**{name: text}))
    assert (answer.status_code, kept(answer, text), Round.objects.count()) == (200, True, 0)
    assert answer.context["form"].errors.keys() == {name}


@pytest.mark.parametrize("text", UNREADABLE)
@pytest.mark.parametrize("name", ["opens", "preferred_by", "closes"])
def test_a_calls_dates_stay_as_typed_and_the_old_ones_stand(admin, name, text):
    call = make_call(make_program("ALSC"))
    was = getattr(call, name)
    answer = admin.post(reverse("round:edit", args=[call.round_id]), sent([sent_call(call, **{name: text})]))
    assert (answer.status_code, kept(answer, text)) == (200, True)
    assert answer.context["form"].formsets["calls"].errors[0].keys() == {name}
    call.refresh_from_db()
    assert getattr(call, name) == was


@pytest.mark.parametrize("name", ["starts", "ends", "time"])
def test_a_lines_dates_stay_as_typed(admin, name):
    line = {"label": "Kick-off", "precision": "clock", "starts": "2027-12-18", "time": "15:00"} | {name: "sometime"}
    answer = admin.post(add_address(make_program("ALSC")), sent(milestones=[line]))
    assert (answer.status_code, kept(answer, "sometime"), Round.objects.count()) == (200, True, 0)


def test_what_is_understood_is_stored_and_shown_again_in_the_persons_language(admin):
    program = make_program("ALSC", time_zone="America/New_York")
    call = make_call(program, opens=timezone.now() + timedelta(days=3))
    typed = {"opens": "January 5, 2028", "preferred_by": "20 de enero de 2028", "closes": "2/5/2028 5 pm"}
    line = {"label": "Kick-off", "precision": "clock", "starts": "Mar. 6, 2028", "time": "noon"}
    address = reverse("round:edit", args=[call.round_id])
    answer = save(admin, address, sent([sent_call(call, **typed)], [line], decisions_by="2/21/2028"))
    assert answer.status_code == 302
    call.refresh_from_db()
    assert (call.opens, call.closes) == (datetime(2028, 1, 5, 5, tzinfo=UTC), datetime(2028, 2, 5, 22, tzinfo=UTC))
    assert call.preferred_by == datetime(2028, 1, 21, 4, 59, tzinfo=UTC)
    row = Round.objects.get()
    assert (row.decisions_by, row.milestones.get().starts) == (date(2028, 2, 21), date(2028, 3, 6))
    UserProfile.objects.update_or_create(user=admin.user, defaults={"preferred_language": "es"})
    page = admin.get(address)
    for text in ("5 de febrero de 2028, 5:00 p. m.", "21 de febrero de 2028", "12:00 p. m."):
        assert kept(page, text), text
    assert "Sábado 5 de febrero de 2028" in page.content.decode()


def test_the_next_round_begins_on_a_day_as_typed(admin):
    round = make_round(make_program("ALSC"), starts=date(2026, 2, 3))
    address = reverse("round:next", args=[round.pk])
    assert "Wednesday, January 6, 2027" in admin.get(address, {"months": 12, "first": "1/6/2027"}).content.decode()
    refused = admin.get(address, {"months": 12, "first": "2027-02-30"})
    assert kept(refused, "2027-02-30")
    assert "February 2027 has no day 30." in refused.content.decode()
    UserProfile.objects.update_or_create(user=admin.user, defaults={"preferred_language": "es"})
    assert kept(admin.get(address, {"months": 12, "first": "2027-01-06"}), "6 de enero de 2027"), "hidden, read back"


@pytest.mark.parametrize("name", ["since", "until"])
def test_a_duty_lasts_as_typed(admin, name):
    program = make_program("ALSC")
    data = {"program": program.pk, "user": make_user().pk, "duty": "reader", "since": "", "until": ""}
    refused = admin.post(reverse("committee:add"), data | {name: "2027-02-30"})
    assert (refused.status_code, kept(refused, "2027-02-30"), CommitteeMember.objects.count()) == (200, True, 0)
    far = admin.post(reverse("committee:add"), data | {name: "9999-12-31"})
    assert "from 1900 to 2199" in far.content.decode()
    assert admin.post(reverse("committee:add"), data | {name: "Dec. 18, 2027"}).status_code == 302
    assert getattr(CommitteeMember.objects.get(), name) == date(2027, 12, 18)


@pytest.fixture
def event():
    parent = Page.objects.get(depth=2)
    page = parent.add_child(instance=EventsPage(title="Events", slug="events-of-this-test"))
    return page.add_child(instance=EventPage(title="Orientation", starts=date(2027, 3, 3), place="Online"))


def event_fields(event, **fields):
    own = {"title": event.title, "slug": event.slug, "starts": "March 3, 2027", "ends": "", "place": "Online"}
    own |= {"start_time": "", "end_time": "", "time_zone": event.time_zone, "material-count": 0}
    comments = {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    return own | comments | {"body": "null", "link": "", "recording": "", "go_live_at": "", "expire_at": ""} | fields


@pytest.mark.parametrize("name", ["starts", "ends", "go_live_at", "expire_at"])
def test_an_events_days_and_its_schedule_stay_as_typed(admin, event, name):
    answer = admin.post(
        reverse("wagtailadmin_pages:edit", args=[event.pk]), event_fields(event, **{name: "2031-02-30"})
    )
    assert (answer.status_code, kept(answer, "2031-02-30")) == (200, True)
    assert "February 2031 has no day 30." in answer.content.decode()
    event.refresh_from_db()
    assert (event.starts, event.latest_revision) == (date(2027, 3, 3), None)


def test_a_page_goes_live_as_the_day_begins_and_ends_as_it_ends(admin, event):
    UserProfile.objects.update_or_create(user=admin.user, defaults={"current_time_zone": "America/New_York"})
    data = event_fields(event, go_live_at="12/18/2030", expire_at="12/18/2031", **{"action-publish": "1"})
    answer = admin.post(reverse("wagtailadmin_pages:edit", args=[event.pk]), data)
    assert answer.status_code == 302
    event.refresh_from_db()
    draft = event.get_latest_revision_as_object()
    assert draft.go_live_at == datetime(2030, 12, 18, 5, tzinfo=UTC)
    assert draft.expire_at == datetime(2031, 12, 19, 4, 59, tzinfo=UTC)


def test_the_filters_of_a_list_read_dates_the_same_way(admin, event):
    address = reverse("wagtailadmin_pages:history", args=[event.pk])
    event.save_revision(log_action=True, user=admin.user)
    for first, count in (("January 5, 2020", 2), ("1/5/2199", 0)):
        answer = admin.get(address, {"timestamp_from": first})
        assert len(answer.context["object_list"]) == count
    refused = admin.get(address, {"timestamp_from": "2027-02-30"})
    assert refused.status_code == 200
    assert kept(refused, "2027-02-30")


def forms_of_the_admin():
    for model in apps.get_models():
        try:
            handler = get_edit_handler(model) if issubclass(model, Page) else getattr(model, "edit_handler", None)
        except (AttributeError, FieldDoesNotExist):
            continue
        if handler:
            yield model, handler.get_form_class()


def test_no_form_of_a_page_has_a_field_that_is_written_over(admin):
    found = [(model, name, field) for model, form in forms_of_the_admin() for name, field in form.base_fields.items()]
    dates = [row for row in found if isinstance(row[2], forms.fields.BaseTemporalField)]
    assert {(model, name) for model, name, _field in dates} >= {(EventPage, "starts"), (EventPage, "go_live_at")}
    assert [row for row in dates if not isinstance(row[2], Typed) or isinstance(row[2].widget, WRITES_OVER)] == []


def test_no_filter_of_the_admin_is_written_over():
    for kind in (django_filters.DateFilter, django_filters.DateTimeFilter, django_filters.DateFromToRangeFilter):
        assert issubclass(kind.field_class, (Typed, DayRangeField)), kind


def every_block(block):
    yield block
    for child in getattr(block, "child_blocks", {}).values():
        yield from every_block(child)
    if isinstance(block, blocks.ListBlock):
        yield from every_block(block.child_block)


def test_no_block_asks_for_a_date_in_another_way():
    """There is none yet. One that comes needs a field of portal.date_fields and its widget."""
    fields = [
        field for model in apps.get_models() for field in model._meta.get_fields() if isinstance(field, StreamField)
    ]
    assert fields
    found = [block for field in fields for block in every_block(field.stream_block)]
    assert not [
        block for block in found if isinstance(getattr(getattr(block, "field", None), "widget", None), WRITES_OVER)
    ]
