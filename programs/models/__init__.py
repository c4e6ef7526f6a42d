"""Rows of the portal, one noun a file."""

from .application import Application, Receipt
from .call import Call
from .cancelled_date import CancelledDate
from .committee import CommitteeMember
from .correspondent import AccessLink, Correspondent
from .decision import Decision
from .form_page import ApplicationFormPage
from .form_version import FormVersion
from .host import Host
from .letter import Letter, LetterKind, Matter, letter_kinds
from .milestone import Milestone
from .program import Program
from .program_page import ProgramPage
from .reminder import Reminder
from .role import Role
from .round import Round

__all__ = [
    "AccessLink",
    "Application",
    "ApplicationFormPage",
    "Call",
    "CancelledDate",
    "CommitteeMember",
    "Correspondent",
    "Decision",
    "FormVersion",
    "Host",
    "Letter",
    "LetterKind",
    "Matter",
    "Milestone",
    "Program",
    "ProgramPage",
    "Receipt",
    "Reminder",
    "Role",
    "Round",
    "letter_kinds",
]
