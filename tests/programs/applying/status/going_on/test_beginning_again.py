"""A new application from the answers of an earlier one."""

from datetime import timedelta

import pytest
from django.utils import timezone

from programs.models import Application, Draft
from tests.applying import answer, begin, send
from tests.factories import make_application, make_call, make_program, make_round

from .. import page, tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(application):
    """The open call of a later round, with the same form; the earlier one is closed."""
    earlier = application.call
    type(earlier).objects.update(closes=timezone.now() - timedelta(hours=1))
    call = make_call(application.program, round=make_round(application.program, name="Next"), form=earlier.form)
    earlier.refresh_from_db()
    return call


def again(client, application, call, **how):
    return client.post(f"/status/{application.reference}/again/{call.slug}/", **how)


def test_after_withdrawing_one_begins_with_the_old_answers(opened, application):
    assert "/again/" not in page(opened, application)
    tell(application, "withdraw")
    assert f"/again/{application.call.slug}/" in page(opened, application)
    told = opened.get(f"/status/{application.reference}/again/{application.call.slug}/").content.decode()
    assert "Where do you work?" in told
    assert not Draft.objects.exists()
    first = again(opened, application, application.call, follow=True).content.decode()
    assert "Filled in from your last answers" in first
    assert "Where do you work? · What would you like to work on?" in first
    assert 'value="Inés Sample"' in first
    assert "checked" not in first.partition('name="agree"')[2].partition(">")[0]
    opened.post(
        f"/apply/{application.call.slug}/form/", {"go": "on", "name": "Inés", "email": application.email, "agree": "on"}
    )
    opened.post(
        f"/apply/{application.call.slug}/form/2/", {"go": "on", "q-work": "A public library", "q-topics": "edi"}
    )
    send(opened, application.call)
    assert Application.objects.filter(status="received").get().answers == {
        "work": "A public library",
        "topics": ["edi"],
    }


def test_who_returns_begins_with_last_years_answers(opened, application, later):
    assert f"/again/{later.slug}/" in page(opened, application)
    again(opened, application, later)
    assert "A public library" in opened.get(f"/apply/{later.slug}/form/2/").content.decode()


def test_what_fits_no_more_is_left_empty_and_said(opened, application, later):
    form = later.form.get_latest_revision_as_object()
    form.sections[0].value["questions"][1].value["choices"].pop(0)
    form.save_revision().publish()
    told = opened.get(f"/status/{application.reference}/again/{later.slug}/").content.decode()
    assert told.index("Where do you work?") < told.index("Asked anew") < told.index("What would you like to work on?")
    again(opened, application, later)
    assert Draft.objects.get().typed == {
        "name": ["Inés Sample"],
        "email": ["sample@example.org"],
        "q-work": ["A public library"],
    }


def test_what_this_browser_had_begun_for_the_call_is_not_thrown_away(opened, application, later):
    begin(opened, later, name="Typed before")
    answer(opened, later, work="Typed before")
    told = again(opened, application, later, follow=True).content.decode()
    assert "You had begun an application" in told
    assert "Typed before" in opened.get(f"/apply/{later.slug}/form/2/").content.decode()


def test_no_call_is_offered_where_one_has_applied_already(opened, application, later):
    make_application(later, email=application.email)
    assert "/again/" not in page(opened, application)
    assert again(opened, application, later).status_code == 404


@pytest.mark.parametrize("why", ["closed", "draft", "of another program", "asks something else"])
def test_no_other_call_can_be_begun(opened, application, later, why):
    if why == "closed":
        type(later).objects.update(closes=timezone.now() - timedelta(hours=1))
    elif why == "draft":
        type(later.round).objects.filter(pk=later.round_id).update(draft=True)
    elif why == "of another program":
        later = make_call(make_program("OTHER"))
    else:
        application.version.sections[0]["questions"] = []
        type(application.version).objects.update(sections=application.version.sections)
    assert f"/again/{later.slug}/" not in page(opened, application)
    assert again(opened, application, later).status_code == 404


def test_for_another_role_of_the_round_it_says_how_much_is_filled_in(opened, application):
    mentors = make_call(application.program, "mentor", round=application.call.round, form=application.call.form)
    told = page(opened, application)
    assert "Apply as mentor, too</a>: 2 of its 2 questions are filled in from this application." in told
    again(opened, application, mentors)
    assert Draft.objects.get().call == mentors
