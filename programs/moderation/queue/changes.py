"""What an applicant changed after sending: question by question, of what the reader may see, newest change first."""

from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext

from programs.access.shown_to import differing
from programs.models import Receipt

Kind = Receipt.Kind


@dataclass(frozen=True)
class Change:
    receipt: Receipt
    lines: list
    """(what, lines before, lines after)"""
    after_deciding: bool


def receipts_of(application):
    """All that was sent for it, oldest first."""
    return list(application.receipts.select_related("version"))


def changes_of(application, audience, receipts=None, *, sensitive=True):
    """What each change changed. Two queries, however many there are; one where the receipts are known."""
    receipts = receipts_of(application) if receipts is None else receipts
    sent = [receipt for receipt in receipts if receipt.kind in {Kind.FIRST, Kind.CHANGE}]
    if len(sent) < 2:
        return []
    decided = application.decisions.values_list("at", flat=True).last()
    found = [
        Change(after, lines_of(before, after, audience, sensitive), bool(decided and after.created_at > decided))
        for before, after in pairwise(sent)
    ]
    return found[::-1]


def lines_of(before, after, audience, sensitive):
    name = [(gettext("Full name"), [before.name], [after.name])] if before.name != after.name else []
    return name + differing(before, after, to=audience, sensitive=sensitive)
