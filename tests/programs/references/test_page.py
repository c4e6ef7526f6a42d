"""The page behind the letter's link: guessed, of another, gone, twice, in two tabs, in the other language."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from portal.site.logs import SECRET_LINK
from programs.lifecycle import advance
from programs.models import AccessLink, Referee
from programs.people.erasing import erase
from programs.references.naming import name_person
from tests.factories import make_user

from .making import WORDS, make_asked, make_asking_call, path_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def row():
    return make_asked(name="Sample Applicant", email="me@example.org")


@pytest.fixture
def path(row):
    return path_of(row)


@pytest.fixture
def referee():
    """Somebody without cookies, whose browser brings no token."""
    return Client(enforce_csrf_checks=True)


def text(answer):
    return answer.content.decode()


def stored(row):
    return Referee.objects.get(pk=row.pk)


def test_it_shows_the_name_and_the_program_and_nothing_else_of_the_application(referee, row, path):
    page = text(referee.get(path))
    assert "A reference for " in page
    assert "Sample Applicant" in page
    assert "What do they do well?" in page
    for secret in ("me@example.org", row.application.reference, "A public library"):
        assert secret not in page


def test_a_get_changes_nothing_and_sets_no_cookie(referee, row, path):
    answer = referee.get(path)
    assert not answer.cookies
    assert stored(row).status == "asked"
    assert not AccessLink.objects.exclude(last_used_at=None).exists()


def test_it_is_sent_by_a_post_that_can_be_loaded_again(referee, row, path):
    answer = referee.post(path, WORDS)
    assert (answer.status_code, answer.url) == (302, path)
    assert "We have your reference" in text(referee.get(path))
    assert not answer.cookies
    kept = stored(row)
    assert (kept.status, kept.answers["words"]) == ("answered", "They listen well.")


def test_nothing_typed_is_lost_where_something_is_wrong(referee, row, path):
    answer = referee.post(path, WORDS | {"q-words": ""})
    assert answer.status_code == 422
    assert "There is a problem" in text(answer)
    assert 'value="A kind mentor"' in text(answer)
    assert stored(row).status == "asked"


def test_it_may_be_read_and_changed_until_something_is_announced(referee, row, path):
    referee.post(path, WORDS)
    assert "They listen well." not in text(referee.get(path))
    page = text(referee.post(path, {"go": "write"}))
    assert "They listen well." in page
    assert "There is a problem" not in page
    referee.post(path, WORDS | {"q-words": "They listen very well."})
    kept = stored(row)
    assert kept.answers["words"] == "They listen very well."
    assert kept.changed_at > kept.answered_at
    advance(row.application, "accept", by=make_user(), seen="received")
    assert "They listen very well." in text(referee.post(path, {"go": "write"})), "a silent decision tells nothing"
    row.application.decisions.update(announced_at=timezone.now())
    assert "No reference is needed any more" in text(referee.get(path))


def test_who_says_no_is_done_and_may_think_again(referee, row, path):
    referee.post(path, {"go": "no", "reason": "unknown"})
    assert (stored(row).status, stored(row).reason) == ("declined", "unknown")
    assert "Nobody writes to you about it again" in text(referee.get(path))
    assert "What do they do well?" in text(referee.post(path, {"go": "write"}))
    referee.post(path, WORDS)
    assert (stored(row).status, stored(row).reason) == ("answered", "")


def test_no_in_one_tab_does_not_undo_what_was_sent_in_another(referee, row, path):
    referee.get(path)
    referee.post(path, WORDS)
    referee.post(path, {"go": "no", "reason": "cannot"})
    assert stored(row).status == "answered"


def test_an_older_tab_sends_last_and_what_it_sends_counts(referee, row, path):
    referee.post(path, WORDS)
    referee.post(path, WORDS | {"q-words": "From the other tab"})
    assert stored(row).answers["words"] == "From the other tab"


@pytest.mark.parametrize("token", ["x", "A" * 32, "0" * 500, "%00"])
def test_a_guessed_link_opens_nothing(referee, row, token):
    for act in (referee.get, referee.post):
        assert act(f"/reference/open/{token}/", WORDS).status_code == 404
    assert stored(row).status == "asked"


def test_a_link_opens_its_own_reference_and_no_other_thing(referee, row, path):
    other = make_asked(row.application.call, person={"name": "B", "email": "b@example.org"})
    referee.post(path_of(other), WORDS)
    assert (stored(row).status, stored(other).status) == ("asked", "answered")
    token = path.split("/")[-2]
    for page in ("status/open", "draft/open", "invitation/open", "remind/confirm"):
        assert referee.get(f"/{page}/{token}/").status_code == 404


GONE = {
    "erased": (lambda row: erase(type(row.application).objects.filter(pk=row.application_id)), 404),
    "replaced": (lambda row: name_person(row.application, "who", {"name": "B", "email": "b@example.org"}), 404),
    "withdrawn": (lambda row: advance(row.application, "withdraw", by=None, seen="received"), 200),
    "over": (lambda row: long_ago(row), 200),
    "called off": (lambda row: type(row.application.call.round).objects.update(called_off=True), 200),
    "unpublished": (lambda row: row.application.call.reference_form.unpublish(), 200),
}


def long_ago(row):
    then = timezone.now() - timedelta(days=40)
    type(row.application.call).objects.update(opens=then - timedelta(days=9), closes=then)
    type(row.application).objects.update(submitted_at=then)


@pytest.mark.parametrize("why", GONE)
def test_a_link_to_what_is_over_takes_nothing_and_gives_back_what_was_typed(referee, row, path, why):
    version = row.application.call.reference_form.version().pk
    act, status = GONE[why]
    act(row)
    assert referee.get(path).status_code == status
    answer = referee.post(path, WORDS | {"version": version})
    assert answer.status_code == (409 if status == 200 else 404)
    assert ("They listen well." in text(answer)) is (status == 200)
    assert not Referee.objects.filter(status="answered").exists()


def test_what_is_asked_is_the_form_that_was_opened_whatever_editors_change(referee, row, path):
    form = row.application.call.reference_form
    version = form.version()
    form.sections[0].value["questions"].pop(3)
    form.save()
    referee.post(path, WORDS | {"version": version.pk})
    assert stored(row).version == version
    assert "doubt" in stored(row).answers


def test_a_version_of_another_form_is_not_taken(referee, row, path):
    other = make_asking_call()
    for version in (other.reference_form.version(), row.application.version):
        referee.post(path, WORDS | {"version": version.pk})
        assert stored(row).version.form_id == row.application.call.reference_form_id


def test_the_language_changes_in_mid_form_and_nothing_is_lost(referee, row, path):
    version = row.application.call.reference_form.version().pk
    page = text(referee.post(f"/es{path}", WORDS | {"version": version, "speak": "es"}))
    assert '<html lang="es"' in page
    assert "They listen well." in page
    assert 'value="A kind mentor"' in page
    assert stored(row).status == "asked"


@pytest.mark.parametrize("path", ["reference/open", "draft/open", "invitation/open", "status/open"])
def test_no_log_holds_the_secret(path):
    assert "s3cret" not in SECRET_LINK.sub(r"\1[hidden]", f'"GET /es/{path}/s3cret-Token_1/ HTTP/1.1" 200')


@pytest.mark.usefixtures("raised_at_once")
def test_the_page_asks_few_questions_of_the_database(referee, path, django_assert_max_num_queries):
    referee.get(path)  # this process learns where pages stand
    with django_assert_max_num_queries(11):
        referee.get(path)
