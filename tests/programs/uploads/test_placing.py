"""How much one network may give in an hour."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.utils import timezone

from portal.models import Allowance
from programs.forms.questions.files import MOST_BYTES
from programs.uploads.placing import BYTES, FILES, too_many_files

pytestmark = pytest.mark.django_db


def refused(*sizes, address="192.0.2.7"):
    """Whether a request with files of these sizes is refused."""
    files = [SimpleUploadedFile(f"{n}.txt", b"x" * size) for n, size in enumerate(sizes)]
    request = RequestFactory(REMOTE_ADDR=address).post("/", {"q-cv": files} if files else {})
    answer = too_many_files(request)
    assert answer is None or answer.status_code == 429
    return answer is not None


def test_every_file_of_a_request_counts(monkeypatch):
    monkeypatch.setattr("programs.uploads.placing.FILES", 3)
    assert not refused(1, 1)
    assert refused(1, 1)
    assert not refused(1)
    assert refused(1)


def test_what_they_weigh_counts_and_what_was_refused_does_not(monkeypatch):
    monkeypatch.setattr("programs.uploads.placing.BYTES", 100)
    assert not refused(30, 30)
    assert refused(41)
    assert not refused(40)
    assert refused(1)
    assert refused(101, address="198.51.100.7"), "more at once than in an hour"


def test_another_network_and_another_hour_begin_anew(monkeypatch, time_machine):
    monkeypatch.setattr("programs.uploads.placing.BYTES", 100)
    time_machine.move_to(timezone.now())
    assert not refused(100)
    assert refused(1, address="192.0.2.200"), "the same /24"
    assert not refused(100, address="198.51.100.7")
    time_machine.shift(timedelta(hours=1, minutes=1))
    assert not refused(100)


def test_a_request_without_files_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert not refused()
    assert not Allowance.objects.exists()


def test_the_bounds_leave_room_for_a_hall_full_of_people():
    assert FILES * 1024 * 1024 <= BYTES < FILES * MOST_BYTES
