"""What is read of a request with files."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from portal.site.refusals import CutOff

FORM = {"name": "Inés Sample", "file": SimpleUploadedFile("cv.pdf", b"x" * 3_000_000), "work": "A library"}


@pytest.fixture
def sent():
    requests = []

    def send(form=FORM, cut=0):
        FORM["file"].seek(0)
        body = encode_multipart(BOUNDARY, form)
        cut_off = body[:-cut] if cut else body
        requests.append(RequestFactory().generic("POST", "/", cut_off, content_type=MULTIPART_CONTENT))
        return requests[-1]

    yield send
    for request in requests:
        request.close()


def test_a_file_comes_whole_with_what_was_typed(sent):
    request = sent()
    assert request.POST.dict() == {"name": "Inés Sample", "work": "A library"}
    assert request.FILES["file"].size == 3_000_000


def test_of_a_file_that_is_too_large_a_little_too_much_is_kept_and_all_that_was_typed(sent, settings):
    settings.UPLOAD_MOST_READ = 1_000_000
    request = sent()
    assert request.POST.dict() == {"name": "Inés Sample", "work": "A library"}
    assert 1_000_000 < request.FILES["file"].size < 1_200_000


def test_a_request_beyond_all_measure_is_not_read(sent, settings):
    settings.UPLOADS_MOST_BYTES = 2_000_000
    with pytest.raises(RequestDataTooBig):
        sent().POST  # noqa: B018


def test_a_file_that_breaks_off_is_none(sent):
    with pytest.raises(CutOff):
        sent({"name": "Inés", "file": FORM["file"]}, cut=1_000).POST  # noqa: B018


@pytest.mark.django_db
def test_both_are_told_on_a_page(client, settings, sent):
    settings.UPLOADS_MOST_BYTES = 2_000_000
    FORM["file"].seek(0)
    answer = client.post("/status/", FORM)
    assert answer.status_code == 413
    assert "Choose smaller files" in answer.content.decode()
    settings.UPLOADS_MOST_BYTES = 64_000_000
    FORM["file"].seek(0)
    body = encode_multipart(BOUNDARY, {"file": FORM["file"]})[:-1_000]
    answer = client.generic("POST", "/es/status/", body, content_type=MULTIPART_CONTENT)
    assert answer.status_code == 400
    assert 'lang="es"' in answer.content.decode()
