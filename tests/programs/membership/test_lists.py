"""Lists of numbers, from a file to hashes, and their end."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from programs.membership import lists
from programs.membership.claims import Membership, claim, membership_of
from programs.membership.lists import forget_member_lists, numbers_in, replace_numbers
from programs.models import MemberList, MemberNumber


def read(content, name="members.csv"):
    return numbers_in(SimpleUploadedFile(name, content))


@pytest.mark.parametrize(
    "content",
    [
        b"12345\n00678\n",
        b"\xef\xbb\xbfMember number\r\n12345\r\n00678\r\n\r\n",
        b"Number,Name\n12345,Jos\xe9\n00678,\n",
        b"12345;Sample\n00678;Other\n",
        b"12345\tSample\n00678\tOther\n",
        b'"12345","Sample, Person"\n"00678","x"\n12345,again\n',
    ],
)
def test_the_numbers_stand_first_in_each_line(content):
    assert read(content) == {"12345", "00678"}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("members.xlsx", b"PK", "CSV or TXT"),
        ("members.csv", b"PK\x03\x04\0\0", "no text"),
        ("members.csv", b"", "No number"),
        ("members.csv", b"1" * 200_000, "No number"),
        ("members.txt", b"Name\nSample Person\n,12345\n", "No number"),
    ],
)
def test_a_file_without_numbers_says_why(name, content, told):
    with pytest.raises(ValidationError, match=told):
        read(content, name)


def test_a_list_has_an_end(monkeypatch):
    monkeypatch.setattr(lists, "MOST_NUMBERS", 3)
    assert len(read(b"1\n2\n3\n")) == 3
    with pytest.raises(ValidationError, match="more than 3 lines"):
        read(b"1\n2\n3\n4\n")
    monkeypatch.setattr(lists, "MOST_BYTES", 3)
    with pytest.raises(ValidationError, match="too large"):
        read(b"1\n2\n")


@pytest.fixture
def member_list(call):
    return MemberList.objects.create(call=call, added_at=timezone.now())


def test_a_list_takes_the_place_of_the_one_before(member_list):
    replace_numbers(member_list, {"1", "01", "2"})
    member_list.refresh_from_db()
    assert member_list.count == 2
    replace_numbers(member_list, {"3"})
    assert MemberNumber.objects.count() == 1


def test_a_list_goes_with_its_call(member_list, call):
    replace_numbers(member_list, {"1"})
    call.round.delete()
    assert not MemberNumber.objects.exists()


def test_a_list_goes_when_its_round_is_over_and_what_it_verified_stands(member_list, call, apply):
    replace_numbers(member_list, {"1"})
    known, unknown = apply("1"), apply("2")
    claim(known)
    claim(unknown)
    call.round.ends = timezone.localdate() + timedelta(days=40)
    call.round.save()
    forget_member_lists()
    assert MemberList.objects.exists()
    forget_member_lists(timezone.now() + timedelta(days=60))
    assert not MemberNumber.objects.exists()
    assert membership_of(known) == Membership.VERIFIED
    assert membership_of(unknown) == Membership.TO_VERIFY
