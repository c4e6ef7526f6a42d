"""No file stays without its row, and no row's file goes."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.utils import timezone

from programs.forms.questions.files import named
from programs.models import Application, Correspondent, Draft, Upload
from programs.people.correspondents import correspondent_for
from programs.people.erasing import erase, erase_people
from programs.uploads.removing import remove, sweep_files
from programs.uploads.taking import attach
from tests.factories import make_application
from tests.portal.files.making import PDF

LATER = timedelta(hours=2)


@pytest.fixture
def sent(draft, step, version, call):
    answers = {"cv": named(step(cv=("cv.pdf", PDF))["q-cv_given"][0])}
    application = make_application(call, version=version, answers=answers)
    attach(draft, application, version, answers)
    return application


def test_an_application_that_is_erased_takes_its_files_along(sent, lying, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        erase(Application.objects.all())
    assert lying() == 0


def test_a_person_who_is_erased_takes_the_files_of_drafts_along(
    draft, step, call, lying, django_capture_on_commit_callbacks
):
    step(cv=("cv.pdf", PDF))
    with transaction.atomic():
        draft.correspondent = correspondent_for(call.round.program, "sample@example.org", language="en")
    draft.save()
    with django_capture_on_commit_callbacks(execute=True):
        erase_people(Correspondent.objects.all())
    assert lying() == 0
    assert not Draft.objects.exists()


def test_erasing_somebody_else_leaves_the_files(sent, lying, call, django_capture_on_commit_callbacks):
    other = make_application(call)
    with django_capture_on_commit_callbacks(execute=True):
        erase(Application.objects.filter(pk=other.pk))
    assert lying() == 1


@pytest.mark.django_db(transaction=True)
def test_a_file_stays_when_its_removal_is_undone(sent, lying):
    with transaction.atomic():
        remove(Upload.objects.all())
        transaction.set_rollback(True)
    assert lying() == 1
    remove(Upload.objects.all())
    assert lying() == 0


def test_what_lost_its_row_another_way_goes_within_hours(draft, step, storage, lying):
    step(cv=("cv.pdf", PDF), letter=("a.txt", b"Dear"))
    Draft.objects.all().delete()
    sweep_files()
    assert lying() == 2, "a file may be so new that its row is still to come"
    sweep_files(timezone.now() + LATER)
    assert lying() == 0


def test_what_has_its_row_is_never_swept(sent, lying):
    sweep_files(timezone.now() + LATER)
    assert lying() == 1


def test_other_folders_are_not_swept(storage, db):
    storage.save("documents/handbook.pdf", ContentFile(PDF))
    sweep_files(timezone.now() + LATER)
    assert "documents/handbook.pdf" in storage.files


def test_a_disk_is_swept_as_well(db, monkeypatch, tmp_path):
    disk = FileSystemStorage(tmp_path)
    monkeypatch.setattr(Upload._meta.get_field("file"), "storage", disk)
    sweep_files()
    disk.save("uploads/abc", ContentFile(b"x"))
    sweep_files(timezone.now() + LATER)
    assert not disk.exists("uploads/abc")


def test_a_sweep_asks_once_for_many_files(storage, db, django_assert_num_queries):
    for n in range(60):
        storage.save(f"uploads/{n}", ContentFile(b"x"))
    with django_assert_num_queries(1):
        sweep_files()
