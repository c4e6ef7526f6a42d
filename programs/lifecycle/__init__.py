"""States and verbs: steps.py takes a verb on any row by a table; applications.py is the table of applications."""

from .applications import STANDS, TRANSITIONS, advance, overtaken, verbs_from
from .steps import Refused

__all__ = ["STANDS", "TRANSITIONS", "Refused", "advance", "overtaken", "verbs_from"]
