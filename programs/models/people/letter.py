"""Letters, and what a stage declares of those it writes: a new kind of letter changes no table.

A stage registers its kinds with Wagtail's hook "letter_kinds"; everything that asks about a letter asks its kind.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.conf import settings
from django.db import models
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
    link_ends: Callable = lambda row, now: None
    """When a secret link to this row ends that is made now; None: never."""

    def row(self, item):
        """The row that a letter or a link is about, if it is one of these and still its correspondent's own."""
        name, _colon, key = item.about.partition(":")
        if name != self.name:
            return None
        own = {"correspondent": item.correspondent_id} | ({self.key: key} if self.key else {})
        return self.rows().filter(**own).first()

    def note_rows(self, letters):
        """Let each of these letters, all about this matter, know its row: one query."""
        keys = {letter.about.partition(":")[2] for letter in letters}
        own = {"correspondent__in": {letter.correspondent_id for letter in letters}}
        own |= {f"{self.key}__in": keys} if self.key else {}
        found = {(row.correspondent_id, row.about): row for row in self.rows().filter(**own)}
        for letter in letters:
            letter.noted_row = found.get((letter.correspondent_id, letter.about))

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
    """The page that its secret link opens; empty where it has no such link."""
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
    answerable: bool = field(default=True, kw_only=True)
    """Whether an answer goes to where the program has its letters answered to."""
    still_true: Callable = field(default=always, kw_only=True)
    """Whether a letter of this kind still says how things are; asked when it is sent, and before it is sent again."""
    untrue: str = field(default=_("What this letter says is no longer so."), kw_only=True)
    untrue_among: Callable | None = field(default=None, kw_only=True)
    """The same for many letters of one kind at once, as the keys of those that are true no more; else each is asked."""
    placeholders: tuple[str, ...] = field(default=(), kw_only=True)
    """What may stand in a program's own text of such a letter; nothing where a letter says the portal's words alone."""
    needs: tuple[str, ...] = field(default=(), kw_only=True)
    """Those of them without which the letter would not do what it is for."""

    def untrue_of(self, letters):
        """The keys of those of these letters, all of this kind, that are not to be sent."""
        if self.untrue_among:
            return self.untrue_among(letters)
        return {letter.pk for letter in letters if not self.still_true(letter)}


def letter_kinds():
    """Every kind that a stage has declared, by its name."""
    return _kinds(tuple(hooks.get_hooks("letter_kinds")))


@cache
def _kinds(declared):
    return {kind.name: kind for those in declared for kind in those()}


class LetterQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(sent_at=None, gave_up_at=None, held_at=None)

    def for_committees(self):
        """Those whose kind says that a committee may see them; a kind that nobody declares says nothing."""
        return self.filter(kind__in=[kind.name for kind in letter_kinds().values() if kind.in_outbox])


class Letter(models.Model):
    """One message to one person, written in the transaction that caused it and sent later, once.

    The text holds {status_link} where the secret link goes; the link is minted when the letter is sent, never stored.
    """

    correspondent = models.ForeignKey("Correspondent", on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(_("kind"), max_length=40, help_text=_("One that a stage declares; see LetterKind."))
    about = models.CharField(_("about"), max_length=64, help_text=_("Which matter of the person's; see Matter."))
    again_of = models.ForeignKey(
        "self", verbose_name=_("sent again from"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    to = models.EmailField(_("to"))
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=250)
    body = models.TextField(_("text"))
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    due_at = models.DateTimeField(_("due"))
    leased_until = models.DateTimeField(
        null=True, blank=True, help_text=_("Until then one sender has it; nobody else takes it.")
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    gave_up_at = models.DateTimeField(_("gave up"), null=True, blank=True)
    held_at = models.DateTimeField(
        _("held back"), null=True, blank=True, help_text=_("By somebody, or because it was no longer true.")
    )
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("held back by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    bounced_at = models.DateTimeField(
        _("came back"), null=True, blank=True, help_text=_("A mail server reported that it could not be delivered.")
    )
    error = models.TextField(_("last error"), blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["-created_at", "-id"]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(sent_at=None, gave_up_at=None, held_at=None),
                name="letter_waiting",
            )
        ]

    def __str__(self):
        return f"{self.about} {self.kind}"

    @property
    def declared(self):
        """Its kind, as the stage that writes it declares it."""
        return letter_kinds()[self.kind]

    @property
    def row(self):
        """The row that it is about; None once that is gone. Of a batch it is read at once; see Matter.note_rows."""
        return self.noted_row if hasattr(self, "noted_row") else self.declared.matter.row(self)

    @property
    def program(self):
        return self.correspondent.program

    @property
    def reference(self):
        """Which of the person's rows it is about, as the person knows it."""
        return self.about.partition(":")[2]

    @property
    def waits(self):
        return not (self.sent_at or self.gave_up_at or self.held_at)

    @property
    def original(self):
        """The letter whose text this one repeats."""
        return self.again_of.original if self.again_of else self
