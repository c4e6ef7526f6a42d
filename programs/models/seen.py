"""What of these rows readers see: hook "seen_by_readers". A row that is not named here is seen, whatever happens to it."""

from portal.caching.raising import NEVER, Seen

PRIVATE = (
    "AccessLink",
    "AddressNotice",
    "Claim",
    "CommitteeMember",
    "CommitteeNotice",
    "Conflict",
    "Correction",
    "Correspondent",
    "Criterion",
    "Decision",
    "Draft",
    "Erased",
    "FoundBy",
    "Inquiry",
    "Invitation",
    "Letter",
    "LetterText",
    "Look",
    "MemberList",
    "MemberNumber",
    "Note",
    "ProgramOffice",
    "QuestionSet",
    "Reading",
    "ReadingNotice",
    "Receipt",
    "Referee",
    "Reminder",
    "Rubric",
    "SavedFilter",
    "Tag",
    "Tag_applications",
    "Upload",
)

TAKES_A_PLACE = Seen(columns=("status", "proven_at", "call_id"), rows="{row}.proven_at IS NOT NULL")
"""Nothing of an application is read, but that it may fill its call up: see ApplicationQuerySet.counted()."""


def seen_by_readers():
    return {f"programs.{name}": NEVER for name in PRIVATE} | {"programs.Application": TAKES_A_PLACE}
