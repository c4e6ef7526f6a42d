import pytest
from django.urls import reverse

from programs.moderation.deciding.one import decide
from tests.browser import axe
from tests.factories import make_application, make_call, make_member, make_page_editor, make_program

pytestmark = pytest.mark.django_db


def of(call):
    return reverse("numbers:round", args=[call.round_id])


@pytest.fixture
def applied(call, coordinator):
    application = make_application(call, name="Hidden Person", email="hidden.person@example.org")
    decide(make_application(call, name="Hidden Second"), "accept", by=coordinator, seen="received")
    return application


@pytest.mark.parametrize("duty", ["coordinator", "reader", "observer"])
def test_all_of_a_committee_see_the_numbers(client, call, applied, duty):
    client.force_login(make_member(call.round.program, duty))
    listed = client.get(reverse("numbers:index")).content.decode()
    assert of(call) in listed
    page = client.get(of(call)).content.decode()
    assert "2 mentees" in page
    assert "1 decision is not announced." in page


def test_an_observer_sees_no_name_no_reference_and_no_link_to_any(client, call, applied):
    client.force_login(make_member(call.round.program, "observer"))
    page = client.get(of(call)).content.decode() + client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Hidden" not in page
    assert applied.reference not in page
    assert reverse("application:index") not in page
    assert reverse("announce:index") not in page
    assert reverse("numbers:index") in page


def test_each_number_of_a_reader_leads_to_just_these(client, call, applied):
    client.force_login(make_member(call.round.program, "reader"))
    address = f"{reverse('application:index')}?call={call.pk}&status=accepted"
    assert address.replace("&", "&amp;") in client.get(of(call)).content.decode()
    assert client.get(address).context["object_list"].count() == 1


def test_nobody_else_gets_them(client, call, applied):
    for user in (make_member(make_program("OWN"), "observer"), make_page_editor(call.round.program.pages.get())):
        client.force_login(user)
        assert client.get(of(call)).status_code == 302
        assert "Hidden" not in client.get(reverse("numbers:index"), follow=True).content.decode()


def test_a_round_without_calls_says_so(client, call, coordinator):
    round = make_call(call.round.program).round
    round.calls.all().delete()
    client.force_login(coordinator)
    assert "This round has no calls yet." in client.get(reverse("numbers:round", args=[round.pk])).content.decode()


def test_numbers_and_home_are_accessible_and_fit_a_phone(new_page):
    for width, scheme in ((1280, "light"), (320, "dark")):
        page = new_page("coordinator", viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.goto("/admin/")
        assert page.get_by_role("heading", name="Needs you today").is_visible()
        assert axe(page) == ""
        page.goto(reverse("numbers:index"))
        assert axe(page) == ""
        page.click("tbody a >> nth=0")
        page.wait_for_selector(".numbers-balance")
        assert axe(page) == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= width
