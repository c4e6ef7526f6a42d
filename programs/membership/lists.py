"""Lists of membership numbers: read from a file, kept as hashes of one call, forgotten when its round is over."""

import csv
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext

from portal.files.taking.names import ending
from programs.models import Claim, MemberList, MemberNumber, Round

from .claims import digest_of, normal

MOST_BYTES, MOST_NUMBERS, AT_ONCE = 10_000_000, 300_000, 2_000


def numbers_in(file):
    """The numbers of a TXT, one a line, or of a CSV, where they stand first in each line; a ValidationError in words.

    What has no digit, such as the heading, is none.
    """
    if ending(file.name) not in {"csv", "txt"}:
        raise ValidationError(gettext("Save the list as CSV or TXT, with one number first in each line."))
    if file.size > MOST_BYTES:
        told = gettext("The list is too large: at most %(most)s.")
        raise ValidationError(told % {"most": filesizeformat(MOST_BYTES)})
    lines = text_of(file.read()).splitlines()
    firsts = (_first(line) for line in islice(lines, MOST_NUMBERS + 1))
    found = {first for first in firsts if any(sign.isdigit() for sign in first) and normal(first)}
    if not found:
        raise ValidationError(gettext("No number stands first in any line of this file."))
    if len(lines) > MOST_NUMBERS:
        raise ValidationError(gettext("The list has more than %(most)d lines.") % {"most": MOST_NUMBERS})
    return found


def text_of(content):
    """UTF-8, or what older spreadsheets write. Numbers are the same in both."""
    if b"\0" in content:
        raise ValidationError(gettext("This is no text. Save the list as CSV or TXT."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _first(line):
    """Whatever stands between the columns: a comma, a semicolon, a tab. A line that no program would write has none."""
    plain = line.replace(";", ",").replace("\t", ",")
    try:
        return next(iter(next(csv.reader([plain]), [""])), "").strip()
    except csv.Error:
        return ""


def replace_numbers(member_list, numbers):
    """In the caller's transaction. The numbers are not kept, their hashes are."""
    member_list.numbers.all().delete()
    digests = {digest_of(number, member_list.call_id) for number in numbers}
    rows = [MemberNumber(list=member_list, digest=digest) for digest in digests]
    MemberNumber.objects.bulk_create(rows, batch_size=AT_ONCE)
    MemberList.objects.filter(pk=member_list.pk).update(count=len(rows))


def forget_member_lists(now=None):
    """Lists of rounds that are over; what they verified stays verified. Run by `tick`."""
    now = now or timezone.now()
    for member_list in MemberList.objects.filter(call__round__in=Round.objects.over(now)):
        with transaction.atomic():
            claims = Claim.objects.filter(application__call=member_list.call_id, confirmed_at=None)
            claims.filter(digest__in=member_list.numbers.values("digest")).update(confirmed_at=F("made_at"))
            member_list.delete()
