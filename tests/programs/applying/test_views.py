"""Applying, as an applicant meets it."""

from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from programs.applying.views import SALT
from programs.floods.proving import prove
from programs.models import Application, FormVersion, Letter, Receipt
from tests.factories import make_application, make_call, make_program

from .conftest import filled, opened

pytestmark = pytest.mark.django_db


def test_form_asks_name_email_and_consent_before_the_questions(client, call):
    page = client.get(f"/apply/{call.slug}/").content.decode()
    order = [page.index(f'name="{name}"') for name in ("name", "email", "agree", "q-work", "q-topics")]
    assert order == sorted(order)


def test_sending_stores_application_receipt_and_letter_and_redirects_to_the_reference(client, call):
    answer = client.post(f"/apply/{call.slug}/", filled(client, call))
    application = Application.objects.get()
    assert answer.status_code == 302
    assert answer.url == f"/apply/{call.slug}/received/{application.reference}/"
    assert application.reference.startswith("ALSC-")
    assert application.answers == {"work": "A library", "topics": ["storytime"]}
    assert application.receipts.get().reference == application.reference
    assert application.letters.get().kind == "received"


def test_confirmation_shows_reference_and_promise_and_nothing_personal(client, call):
    page = client.post(f"/apply/{call.slug}/", filled(client, call), follow=True).content.decode()
    assert Receipt.objects.get().reference in page
    assert "Friday, March 5, 2027" in page
    assert "Sample Applicant" not in page
    assert "sample@example.org" not in page


def test_the_same_form_sent_again_gives_the_same_reference(client, call):
    form = filled(client, call)
    first, second = client.post(f"/apply/{call.slug}/", form), client.post(f"/apply/{call.slug}/", form)
    assert first.url == second.url
    assert Receipt.objects.count() == Letter.objects.count() == 1


def test_a_second_try_looks_the_same_and_writes_to_the_owner(client, call):
    first = client.post(f"/apply/{call.slug}/", filled(client, call), follow=True)
    second = client.post(
        f"/apply/{call.slug}/",
        filled(client, call, email="SAMPLE@example.org", **{"q-work": "Changed my mind"}),
        follow=True,
    )
    one, two = Receipt.objects.all()
    assert second.content.decode().replace(two.reference, one.reference) == first.content.decode()
    assert Application.objects.get().answers["work"] == "A library"
    assert "Changed my mind" in Letter.objects.get(kind="again").body


def test_answers_changed_after_going_back_are_kept_as_a_second_try(client, call):
    form = filled(client, call)
    client.post(f"/apply/{call.slug}/", form)
    client.post(f"/apply/{call.slug}/", form | {"q-work": "Corrected"})
    assert [receipt.answers["work"] for receipt in Receipt.objects.all()] == ["A library", "Corrected"]


def test_applying_again_after_withdrawing_makes_a_new_application(client, call):
    make_application(call, email="sample@example.org", status="withdrawn")
    client.post(f"/apply/{call.slug}/", filled(client, call))
    assert call.applications.filter(status="received").count() == 1


def test_errors_keep_what_was_typed_and_lead_to_the_question(client, call):
    answer = client.post(f"/apply/{call.slug}/", filled(client, call, email="ines@", **{"q-work": None}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Error: " in page
    assert page.count("Enter an email address in the right format, like name@example.org") == 2
    assert 'href="#id_email"' in page
    assert 'href="#id_q-work"' in page
    assert 'value="ines@"' in page
    assert 'value="Sample Applicant"' in page
    assert not Application.objects.exists()


@pytest.mark.parametrize("typed", ["  sample@example.org ", "<sample@example.org>", "sample@example.org,"])
def test_stray_marks_around_an_address_are_forgiven(client, call, typed):
    client.post(f"/apply/{call.slug}/", filled(client, call, email=typed))
    assert Application.objects.get().email == "sample@example.org"


@pytest.mark.parametrize("typed", ['"\x0bBcc:other"@example.org', '"\x0c\x0cbody"@example.org', '"\x1e"@example.org'])
def test_an_address_that_would_break_the_head_of_a_letter_is_refused(client, call, typed):
    """Django takes control characters between quotes, and Python's mail package ends a line at some of them."""
    assert client.post(f"/apply/{call.slug}/", filled(client, call, email=typed)).status_code == 422
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"opens": 1, "closes": None}, "Opens "),
        ({"opens": None, "closes": None}, "yet to be announced"),
        ({"opens": -9, "closes": -1}, "Closed on"),
        ({"limit": 0}, "have come in"),
        ({"paused": True}, "paused"),
        ({"live": False}, "There is no form here at the moment: ask those who run the program how to apply."),
    ],
)
def test_a_form_that_is_not_open_says_so_and_gives_back_what_was_typed(client, call, change, says):
    form = filled(client, call, name="Typed With Care")
    if "paused" in change:
        type(call.round.program).objects.update(paused=True)
    elif "live" in change:
        call.form.unpublish()
    else:
        days = {
            key: value and timezone.now() + timedelta(days=value) for key, value in change.items() if key != "limit"
        }
        type(call).objects.update(**(change | days))
    assert says in client.get(f"/apply/{call.slug}/").content.decode()
    answer = client.post(f"/apply/{call.slug}/", form)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert says in page
    assert all(kept in page for kept in ("Typed With Care", "sample@example.org", "A library", "Storytime"))
    assert not Application.objects.exists()


def test_the_last_place_is_given_once(client, call):
    type(call).objects.update(limit=1)
    forms = [filled(client, call, email=f"sample{n}@example.org") for n in range(3)]
    assert [client.post(f"/apply/{call.slug}/", form).status_code for form in forms[:2]] == [302, 302]
    prove(Application.objects.first())
    assert client.post(f"/apply/{call.slug}/", forms[2]).status_code == 409


@pytest.mark.parametrize("gone", ["last place", "last hour", "program", "form", "form moved elsewhere"])
def test_a_form_that_came_in_gives_its_reference_even_when_the_call_has_ended_since(client, call, gone):
    """A double click for the last place, or a phone that lost our answer and tries again."""
    form = filled(client, call)
    first = client.post(f"/apply/{call.slug}/", form)
    if gone == "last place":
        type(call).objects.update(limit=1)
        prove(Application.objects.get())
    elif gone == "last hour":
        type(call).objects.update(closes=timezone.now())
    elif gone == "program":
        type(call.round.program).objects.update(paused=True)
    elif gone == "form":
        call.form.unpublish()
    else:
        type(call).objects.update(form=None, url="https://example.org/apply")
    again = client.post(f"/apply/{call.slug}/", form)
    assert again.status_code == 302
    assert again.url == first.url
    assert client.post(f"/apply/{call.slug}/", form | {"q-work": "Something else"}).status_code == 409
    assert Receipt.objects.count() == Letter.objects.count() == 1


def test_a_form_that_moves_elsewhere_while_it_is_filled_gives_back_what_was_typed(client, call):
    form = filled(client, call, name="Typed With Care")
    type(call).objects.update(form=None, url="https://example.org/apply")
    answer = client.post(f"/apply/{call.slug}/", form)
    assert answer.status_code == 409
    assert "Typed With Care" in answer.content.decode()


def test_what_was_asked_is_what_is_checked_after_an_editor_changes_the_form(client, call):
    form = filled(client, call)
    page = call.form
    page.sections[0].value["questions"][0].value["label"] = "Which library?"
    page.save_revision().publish()
    client.post(f"/apply/{call.slug}/", form)
    assert Application.objects.get().version.questions[0]["label"] == "Where do you work?"
    client.get(f"/apply/{call.slug}/")
    assert FormVersion.objects.count() == 2


def test_a_form_opened_twice_makes_one_version(client, call):
    opened(client, call), opened(client, call)
    assert FormVersion.objects.count() == 1


@pytest.mark.parametrize("key", ["", "made-up", "foreign"])
def test_a_key_that_is_not_of_this_call_stores_nothing_and_keeps_the_answers(client, call, key):
    if key == "foreign":
        key = opened(client, make_call(make_program("OTHER")))
    answer = client.post(f"/apply/{call.slug}/", filled(client, call, opened=key))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="A library"' in page
    assert not Application.objects.exists()


def test_the_start_in_a_program_page_carries_name_and_email_over(client, call):
    answer = client.post(f"/apply/{call.slug}/", {"name": "Sample Applicant", "email": "sample@example.org"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="Sample Applicant"' in page
    assert 'value="sample@example.org"' in page
    assert "There is a problem" not in page
    assert not Application.objects.exists()


def test_a_spanish_form_keeps_the_same_keys(client, call):
    spanish = Locale.objects.get(language_code="es")
    page = call.form.copy_for_translation(spanish, copy_parents=True)
    page.sections[0].value["questions"][0].value["label"] = "¿Dónde trabaja?"
    page.save_revision().publish()
    text = client.get(f"/es/apply/{call.slug}/").content.decode()
    assert "¿Dónde trabaja?" in text
    key = text.split('name="opened" value="')[1].split('"')[0]
    client.post(f"/es/apply/{call.slug}/", filled(client, call, opened=key))
    application = Application.objects.get()
    assert application.language == application.version.language == "es"
    assert application.answers["work"] == "A library"


def test_a_call_elsewhere_leads_there(client):
    call = make_call(form=None, url="https://example.org/apply")
    assert client.get(f"/apply/{call.slug}/").url == "https://example.org/apply"


def test_the_form_leads_to_the_programs_page_while_everybody_may_see_it(client, call):
    page = call.round.program.pages.get()
    link = f'href="{page.url}"'
    assert link in client.get(f"/apply/{call.slug}/").content.decode()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    answer = client.get(f"/apply/{call.slug}/")
    assert answer.status_code == 200
    assert link not in answer.content.decode()


def test_unknown_addresses_are_not_found(client, call):
    assert client.get("/apply/nowhere/").status_code == 404
    assert client.get(f"/apply/{call.slug}/received/ALSC-26-XXXX/").status_code == 404


def test_a_key_holds_no_answer_and_no_person(client, call):
    assert set(signing.loads(opened(client, call), salt=SALT)) == {"call", "version", "once"}


def test_form_page_query_count_does_not_grow_with_applications(client, call, django_assert_max_num_queries):
    for _ in range(3):
        make_application(call)
    with django_assert_max_num_queries(16):
        client.get(f"/apply/{call.slug}/")
