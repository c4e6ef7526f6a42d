"""States and verbs: steps.py takes a verb on any row by a table, many.py on many rows at once; applications.py is the table of
applications."""

from .applications import STANDS, TRANSITIONS, advance, is_silent, overtaken, silent_among, told_statuses, verbs_from
from .many import locked, log_many, lots
from .steps import Refused
from .together import advance_all, take_back_all

__all__ = [
    "STANDS",
    "TRANSITIONS",
    "Refused",
    "advance",
    "advance_all",
    "is_silent",
    "locked",
    "log_many",
    "lots",
    "overtaken",
    "silent_among",
    "take_back_all",
    "told_statuses",
    "verbs_from",
]
