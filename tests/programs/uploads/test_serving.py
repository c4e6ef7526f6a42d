"""Who gets a file, and how it leaves."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from programs.applying.status.own import SESSION_KEY
from programs.forms.questions.files import named
from programs.models import Receipt, Upload
from programs.uploads.taking import answer_of, attach, take_in
from tests.factories import make_application, make_member, make_page_editor, make_program, make_user
from tests.portal.files.making import PDF


@pytest.fixture
def application(draft, step, version, call):
    typed = step(cv=("My life.pdf", PDF), letter=("letter.txt", b"Dear"))
    answers = {key: named(typed[f"q-{key}_given"][0]) for key in ("cv", "letter")}
    application = make_application(call, version=version, answers=answers, reference="ALSC-26-7K4M")
    attach(draft, application, version, answers)
    return application


def address(application, key):
    return reverse("application:file", args=[application.pk, application.uploads.get(question=key).pk])


def own_address(application, key):
    return reverse("status_file", args=[application.reference, application.uploads.get(question=key).pk])


def opened(client, *applications):
    session = client.session
    session[SESSION_KEY] = [application.pk for application in applications]
    session.save()


@pytest.mark.parametrize("who", ["coordinator", "applicant"])
def test_a_file_is_handed_out_to_be_saved_and_never_run(client, application, who):
    if who == "applicant":
        opened(client, application)
        answer = client.get(own_address(application, "cv"))
    else:
        client.force_login(make_member(application.program))
        answer = client.get(address(application, "cv"))
    assert answer.status_code == 200
    assert b"".join(answer) == PDF
    assert answer["Content-Disposition"] == 'attachment; filename="ALSC-26-7K4M-cv.pdf"'
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert "no-store" in answer["Cache-Control"]


def test_a_reader_gets_what_readers_see_and_nothing_else(client, application):
    client.force_login(make_member(application.program, "reader"))
    assert client.get(address(application, "cv")).status_code == 200
    assert client.get(address(application, "letter")).status_code == 404
    client.force_login(make_member(application.program))
    assert client.get(address(application, "letter")).status_code == 200


@pytest.mark.parametrize("who", ["nobody", "observer", "editor", "foreign", "office"])
def test_nobody_else_gets_a_file(client, application, who):
    people = {
        "observer": lambda: make_member(application.program, "observer"),
        "editor": lambda: make_page_editor(application.program.pages.get()),
        "foreign": lambda: make_member(make_program("PLA")),
        "office": make_user,
    }
    if who in people:
        client.force_login(people[who]())
    answer = client.get(address(application, "cv"))
    assert answer.status_code in {302, 403, 404}
    assert PDF not in answer.content
    assert client.get(own_address(application, "cv")).status_code == 404


def test_an_application_leads_to_no_file_of_another(client, application, call):
    mine = make_application(call, answers={})
    client.force_login(make_member(application.program))
    upload = application.uploads.get(question="cv").pk
    assert client.get(reverse("application:file", args=[mine.pk, upload])).status_code == 404
    opened(client, mine)
    assert client.get(reverse("status_file", args=[mine.reference, upload])).status_code == 404


def test_who_closed_the_application_gets_no_file(client, application):
    opened(client, application)
    client.post(reverse("status_close"))
    assert client.get(own_address(application, "cv")).status_code == 404


def test_a_file_of_a_second_try_is_the_committees_alone(client, application, draft, version):
    upload = take_in(draft, {"key": "cv"}, SimpleUploadedFile("second.pdf", PDF))
    answers = {"cv": answer_of(upload)}
    attach(draft, application, version, answers)
    again = {"key": "second", "reference": "ALSC-26-9P2W", "name": "I. Sample", "created_at": timezone.now()}
    Receipt.objects.create(call=application.call, application=application, version=version, answers=answers, **again)
    client.force_login(make_member(application.program, "reader"))
    assert client.get(reverse("application:file", args=[application.pk, upload.pk])).status_code == 200
    opened(client, application)
    assert client.get(reverse("status_file", args=[application.reference, upload.pk])).status_code == 404


def test_a_file_that_is_gone_is_not_found(client, application, storage):
    storage.files.clear()
    client.force_login(make_member(application.program))
    assert client.get(address(application, "cv")).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_file_is_only_read(client, application, method):
    client.force_login(make_member(application.program))
    assert getattr(client, method)(address(application, "cv")).status_code == 405
    opened(client, application)
    assert getattr(client, method)(own_address(application, "cv")).status_code == 405


def test_the_committees_screen_links_a_file_with_its_kind_and_size(client, application):
    client.force_login(make_member(application.program, "reader"))
    page = client.get(reverse("application:inspect", args=[application.pk])).content.decode()
    link = f'<a class="w-underline" href="{address(application, "cv")}"><bdi>My life.pdf</bdi> (PDF, {len(PDF)}\xa0bytes)</a>'
    assert link in page
    assert "letter.txt" not in page


def test_files_of_one_question_leave_under_names_of_their_own(client, application, draft):
    second = take_in(draft, {"key": "cv"}, SimpleUploadedFile("second.pdf", PDF))
    Upload.objects.filter(pk=second.pk).update(draft=None, application=application)
    application.answers["cv"] = [application.answers["cv"], answer_of(second)]
    application.save()
    opened(client, application)
    names = [
        client.get(reverse("status_file", args=[application.reference, upload.pk]))["Content-Disposition"]
        for upload in application.uploads.filter(question="cv").order_by("pk")
    ]
    assert names == [f'attachment; filename="ALSC-26-7K4M-cv{n}.pdf"' for n in ("", "-2")]
