"""Rows of the portal, one noun a file."""

from .applying.application import Application, Receipt
from .applying.draft import Draft
from .applying.erased import Erased
from .applying.invitation import Invitation
from .applying.membership import Claim, MemberList, MemberNumber
from .applying.referee import Referee
from .applying.upload import Upload
from .forms.form_page import ApplicationFormPage
from .forms.form_version import FormVersion
from .forms.question_set import QuestionSet
from .moderation.committee import CommitteeMember
from .moderation.committee_notice import CommitteeNotice
from .moderation.correction import Correction
from .moderation.decision import Decision
from .moderation.found_by import FoundBy
from .moderation.inquiry import Inquiry
from .moderation.look import Look
from .moderation.note import Note, Tag
from .moderation.program_office import ProgramOffice
from .moderation.saved_filter import SavedFilter
from .offer.call import Call
from .offer.cancelled_date import CancelledDate
from .offer.host import Host
from .offer.milestone import Milestone
from .offer.program import Program
from .offer.program_page import ProgramPage
from .offer.role import Role
from .offer.round import Round
from .people.address_notice import AddressNotice
from .people.correspondent import AccessLink, Correspondent
from .people.letter import Letter, LetterKind, Matter, letter_kinds
from .people.letter_text import SIGN_OFF, LetterText
from .people.reminder import Reminder
from .readings.reading import Conflict, Reading, ReadingNotice
from .readings.rubric import Criterion, Rubric

__all__ = [
    "SIGN_OFF",
    "AccessLink",
    "AddressNotice",
    "Application",
    "ApplicationFormPage",
    "Call",
    "CancelledDate",
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
    "FormVersion",
    "FoundBy",
    "Host",
    "Inquiry",
    "Invitation",
    "Letter",
    "LetterKind",
    "LetterText",
    "Look",
    "Matter",
    "MemberList",
    "MemberNumber",
    "Milestone",
    "Note",
    "Program",
    "ProgramOffice",
    "ProgramPage",
    "QuestionSet",
    "Reading",
    "ReadingNotice",
    "Receipt",
    "Referee",
    "Reminder",
    "Role",
    "Round",
    "Rubric",
    "SavedFilter",
    "Tag",
    "Upload",
    "letter_kinds",
]
