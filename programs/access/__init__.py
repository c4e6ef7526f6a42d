"""Who may do what and see what, decided here and nowhere else: duties on rows; the screens that ask about them."""

from .duties import (
    ADDRESSES,
    ANNOUNCE,
    COUNT,
    DECIDE,
    DUTIES,
    LETTERS,
    PATHS,
    PLAN,
    READ,
    CommitteeBackend,
    ProgramPolicy,
    may,
    programs_for,
    require,
    scope,
)

__all__ = [
    "ADDRESSES",
    "ANNOUNCE",
    "COUNT",
    "DECIDE",
    "DUTIES",
    "LETTERS",
    "PATHS",
    "PLAN",
    "READ",
    "CommitteeBackend",
    "ProgramPolicy",
    "may",
    "programs_for",
    "require",
    "scope",
]
