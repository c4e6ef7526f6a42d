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


def changes_of(application, audience):
    """What each change changed. Two queries, however many there are."""
    sent = list(application.receipts.filter(kind__in=[Kind.FIRST, Kind.CHANGE]).select_related("version"))
    if len(sent) < 2:
        return []
    decided = application.decisions.values_list("at", flat=True).last()
    found = [
        Change(after, lines_of(before, after, audience), bool(decided and after.created_at > decided))
        for before, after in pairwise(sent)
    ]
    return found[::-1]


def lines_of(before, after, audience):
    name = [(gettext("Full name"), [before.name], [after.name])] if before.name != after.name else []
    return name + differing(before, after, to=audience)
