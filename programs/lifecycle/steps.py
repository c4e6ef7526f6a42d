"""The one door through which a row with a state goes: a verb of its table, taken once, by one UPDATE.

A stage brings a Table for its rows; nothing here knows which rows they are.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext
from wagtail.log_actions import log


@dataclass(frozen=True)
class Transition:
    """A verb: from which states it may be taken, where it leads, and how it reads."""

    sources: frozenset
    target: str
    label: str
    done: str
    letter: str = ""
    """The kind of letter that it writes at once, to whom the row is about."""
    silent: frozenset = frozenset()
    """From these it may be taken, too, while whom the row is about was not told of them."""


def nobody(row):
    return None


@dataclass(frozen=True)
class Table:
    """Every verb of one kind of row, in the order they are offered."""

    transitions: dict[str, Transition]
    stands: dict[str, str]
    """Each state inside a sentence, after “the row is”."""
    field: str = "status"
    app: str = "programs"
    """Stands before the verb in the names of log entries."""
    decider: Callable = nobody
    """Who brought the row to its present state, in words, if that shall be told."""

    def verbs_from(self, state, *, silent=False):
        """The verbs that a row in this state allows; `silent` where nobody was told of it."""
        return [verb for verb in self.transitions if self.leads_from(verb, state, silent=silent)]

    def leads_from(self, verb, state, *, silent=True):
        transition = self.transitions[verb]
        return state in transition.sources or (silent and state in transition.silent)

    def overtaken(self, row):
        """Who changed it since this person looked, and to what, in a sentence."""
        row.refresh_from_db()
        who = self.decider(row)
        if who is None:
            told = gettext("%(reference)s is %(state)s by now. Look at it again before you decide.")
        else:
            told = gettext("%(reference)s is %(state)s by now: %(who)s decided. Look at it again before you decide.")
        return told % {"reference": row, "state": self.stands[getattr(row, self.field)], "who": who}

    def refusal(self, row, verb, seen):
        return gettext("%(reference)s is %(state)s and cannot be %(done)s.") % {
            "reference": row,
            "state": self.stands[seen],
            "done": self.transitions[verb].done,
        }

    def register_log_actions(self, actions):
        """How the verbs read in Wagtail's history."""
        for verb, transition in self.transitions.items():
            actions.register_action(f"{self.app}.{verb}", transition.label, capfirst(transition.done))


class Refused(Exception):
    """The verb cannot be taken now. Its text is for the person who tried."""


def advance(row, verb, table, *, by, seen, taken=None, **told):
    """Take a verb on a row that the person saw in state `seen`.

    One UPDATE whose WHERE holds that state, so that of two people acting at once one is refused and told what the other
    did. `taken` does what else belongs to the verb, in the same transaction; `told` is kept in the log. Raises Refused;
    then nothing has changed. `by` is a user, or None for whom the row is about.
    """
    target = table.transitions[verb].target
    if not table.leads_from(verb, seen):
        raise Refused(table.refusal(row, verb, seen))
    with transaction.atomic():
        here = type(row)._default_manager.filter(**{"pk": row.pk, table.field: seen})
        if not here.update(**{table.field: target}):
            raise Refused(table.overtaken(row))
        setattr(row, table.field, target)
        if taken:
            taken()
        log(row, f"{table.app}.{verb}", user=by, data={"from": seen, "to": target} | told)
    return row
