import threading
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from home.models import HomePage, Synonyms
from portal.caching import raising, version
from programs.models import Application, Draft, Host, Program
from resources.models import ReadingSettings
from tests.factories import make_application, make_call, make_program, make_program_page, make_role, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("raised_at_once")]
REAL = pytest.mark.django_db(transaction=True)


def raises(act):
    before = version.current()
    assert before
    act()
    return version.current() != before


def test_every_table_of_every_model_raises_it_or_is_named():
    assert raising.stands()
    named = {label for declared in raising.hooks.get_hooks("seen_by_readers") for label in declared()}
    known = {model._meta.label for model in raising.seen()} | {"wagtailsearch.SQLiteFTSIndexEntry"}
    assert named <= known, "of models that are no more"


def test_whatever_is_stored_of_what_readers_see_raises_it():
    program = make_program()
    role, page = make_role(program), make_program_page(program)
    site = Site.objects.get()
    acts = {
        "a row is saved": lambda: program.save(),
        "many rows at once": lambda: Host.objects.update(name="Another"),
        "rows made at once": lambda: Synonyms.objects.bulk_create([Synonyms(words="a, b")], ignore_conflicts=True),
        "rows changed at once": lambda: Program.objects.bulk_update([program], ["summary"]),
        "what is many to many": lambda: Program.run_by.through.objects.create(program=program, host=program.host),
        "a row goes": lambda: role.delete(),
        "settings": lambda: ReadingSettings.for_site(site).save(),
        "a page is published": lambda: page.save_revision().publish(),
        "unpublished": lambda: page.unpublish(),
        "moved": lambda: Page.objects.get(pk=page.pk).move(HomePage.objects.first(), pos="first-child"),
        "kept private": lambda: PageViewRestriction.objects.create(page=page, restriction_type="login"),
        "deleted": lambda: Page.objects.get(pk=page.pk).delete(),
        "by hand": lambda: connection.cursor().execute("UPDATE programs_host SET name = 'By hand'"),
    }
    assert [what for what, act in acts.items() if not raises(act)] == []


def test_a_scheduled_publication_raises_it():
    page = make_program_page(make_program(), live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    assert not Page.objects.get(pk=page.pk).live
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert raises(lambda: call_command("publish_scheduled"))


def test_what_readers_never_see_does_not():
    call = make_call()
    call.form.version()
    page = make_program_page(make_program())
    user = make_user()
    acts = {
        "a draft of a page is saved": lambda: page.save_revision(),
        "somebody signs in": lambda: user.save(),
        "an application comes whose address nobody has proven": lambda: make_application(call, proven_at=None),
        "a form is begun": lambda: Draft.objects.update(saved_at=timezone.now()),
    }
    assert [what for what, act in acts.items() if raises(act)] == []


def test_an_application_that_takes_a_place_raises_it_and_its_words_do_not():
    call = make_call(limit=1)
    application = make_application(call, proven_at=None)
    of_it = Application.objects.filter(pk=application.pk)
    assert raises(lambda: of_it.update(proven_at=timezone.now()))
    assert not raises(lambda: of_it.update(name="Another name"))
    assert raises(lambda: of_it.update(status=Application.Status.WITHDRAWN))
    assert raises(lambda: application.delete())


@REAL
def test_what_is_taken_back_raises_nothing():
    before = version.current()
    with transaction.atomic():
        Host.objects.create(name="Never")
        transaction.set_rollback(True)
    assert version.current() == before


@REAL
def test_it_is_raised_with_its_transaction_and_not_before():
    program, before, seen = make_program(), version.current(), []

    def ask():
        seen.append(version.current())
        connection.close()

    with transaction.atomic():
        Program.objects.filter(pk=program.pk).update(summary="New")
        other = threading.Thread(target=ask)
        other.start()
        other.join()
    assert seen == [before]
    assert version.current() != before


@REAL
@pytest.mark.postgres
def test_nobody_waits_for_who_is_in_the_middle_of_theirs():
    """Else two who touch the same rows in another order would wait for each other."""
    first, second, done = make_program(), make_program(), []

    def publish():
        Program.objects.filter(pk=second.pk).update(summary="Meanwhile")
        done.append(True)
        connection.close()

    with transaction.atomic():
        Program.objects.filter(pk=first.pk).update(summary="In the middle")
        other = threading.Thread(target=publish)
        other.start()
        other.join(timeout=10)
        assert done


@REAL
def test_without_its_triggers_the_database_gives_no_word():
    """Such as one that was restored without them: nothing is kept."""
    raising.remove()
    try:
        with version.forgotten():
            assert version.current() is None
    finally:
        raising.make()
    assert raises(lambda: Host.objects.create(name="Again"))
