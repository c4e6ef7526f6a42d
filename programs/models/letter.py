from django.db import models
from django.utils.translation import gettext_lazy as _

from .letter_kind import letter_kinds


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
    kind = models.CharField(_("kind"), max_length=40, help_text=_("One that a stage declares; see letter_kind.py."))
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
        _("held back"), null=True, blank=True, help_text=_("It was no longer true when it was to be sent.")
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
        """The row that it is about; None once that is gone."""
        return self.declared.matter.row(self)

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
