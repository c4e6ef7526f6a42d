"""What a stage declares of the letters it writes. Not rows: a new kind of letter changes no table.

A stage registers its kinds with Wagtail's hook "letter_kinds"; everything that asks about a letter asks its kind.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@dataclass(frozen=True)
class Matter:
    """What letters and secret links are about: one stage's rows, each with `correspondent`, `language` and `about`.

    A row's `about` is this matter's name, a colon and what tells it from the same person's other rows.
    """

    name: str
    label: str
    rows: Callable
    key: str = ""
    """The field that tells one person's rows apart; none where a person has one."""
    screen: str = ""
    """The admin's view of one such row, if the committee may open one."""

    def row(self, item):
        """The row that a letter or a link is about, if it is one of these and still its correspondent's own."""
        name, _colon, key = item.about.partition(":")
        if name != self.name:
            return None
        own = {"correspondent": item.correspondent_id} | ({self.key: key} if self.key else {})
        return self.rows().filter(**own).first()

    def orphans(self, items):
        """Of these letters or links, those about rows of this matter that are gone."""
        key = F(self.key) if self.key else Value("")
        rows = self.rows().order_by().annotate(as_told=Concat(Value(f"{self.name}:"), key, output_field=CharField()))
        standing = rows.filter(correspondent=OuterRef("correspondent"), as_told=OuterRef("about"))
        return items.filter(~Exists(standing), about__startswith=f"{self.name}:")


def always(letter):
    return True


@dataclass(frozen=True)
class LetterKind:
    """One kind of letter: how it is called, what it says, and what may become of it."""

    name: str
    label: str
    matter: Matter
    page: str
    """The page that its secret link opens."""
    words: Callable[[Any], dict]
    """What its template can say about a row of the matter."""
    template: str = field(default="", kw_only=True)
    """programs/letters/<name>.txt where nothing else is said."""
    in_outbox: bool = field(default=True, kw_only=True)
    """Whether the committee may see it."""
    again: bool = field(default=True, kw_only=True)
    """Whether the committee may send it once more; as long as it is true."""
    unasked: bool = field(default=False, kw_only=True)
    """Whether anybody can cause it who types an address into a form; then an address gets few a day."""
    one_click: bool = field(default=False, kw_only=True)
    """Whether its link is what a mail program's own button “Unsubscribe” presses (RFC 8058)."""
    still_true: Callable = field(default=always, kw_only=True)
    """Whether a letter of this kind still says how things are; asked when it is sent, and before it is sent again."""
    untrue: str = field(default=_("What this letter says is no longer so."), kw_only=True)


def letter_kinds():
    """Every kind that a stage has declared, by its name."""
    return {kind.name: kind for declared in hooks.get_hooks("letter_kinds") for kind in declared()}
