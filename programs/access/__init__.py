"""Who may do what and see what, decided here and nowhere else: duties on rows; the screens that ask about them."""

from .duties import (
    ADDRESSES,
    ANNOUNCE,
    COUNT,
    DECIDE,
    DUTIES,
    LETTERS,
    OFFICE,
    PATHS,
    PLAN,
    READ,
    SCORE,
    hosts_for,
    may,
    programs_for,
    require,
    scope,
)
from .policy import CommitteeBackend, ProgramPolicy

__all__ = [
    "ADDRESSES",
    "ANNOUNCE",
    "COUNT",
    "DECIDE",
    "DUTIES",
    "LETTERS",
    "OFFICE",
    "PATHS",
    "PLAN",
    "READ",
    "SCORE",
    "CommitteeBackend",
    "ProgramPolicy",
    "hosts_for",
    "may",
    "programs_for",
    "require",
    "scope",
]
