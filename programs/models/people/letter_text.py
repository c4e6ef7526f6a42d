from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

SIGN_OFF = "signoff"
"""The kind of the text that ends every letter of a program; it belongs to no one letter."""


class LetterText(models.Model):
    """What a program says in its own words: a whole letter of one kind, the sign-off of all, or the sentence that a round
    adds to its letters of one kind.

    An empty one says what the portal says; it stays, so that its history does.
    """

    program = models.ForeignKey(
        "Program", verbose_name=_("program"), on_delete=models.CASCADE, related_name="letter_texts"
    )
    round = models.ForeignKey(
        "Round",
        verbose_name=_("round"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="sentences",
        help_text=_("Where it is a round’s sentence."),
    )
    kind = models.CharField(_("kind"), max_length=40)
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=150, blank=True)
    body = models.TextField(_("text"), max_length=5000, blank=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("text of letters")
        verbose_name_plural = _("texts of letters")
        constraints = [
            models.UniqueConstraint(
                fields=["program", "kind", "language"],
                condition=models.Q(round=None),
                name="one_text_per_program_kind_and_language",
                violation_error_message=_("Somebody else has written this text meanwhile."),
            ),
            models.UniqueConstraint(
                fields=["round", "kind", "language"],
                condition=models.Q(round__isnull=False),
                name="one_sentence_per_round_kind_and_language",
                violation_error_message=_("Somebody else has written this text meanwhile."),
            ),
        ]

    def __str__(self):
        return f"{self.round or self.program}: {self.kind} ({self.language})"


class Mailing(models.Model):
    """One letter of a committee's own words to many, written once: `key` is what the opened screen was given.

    Its letters say what it said, each to one person; nothing of a person stands here.
    """

    key = models.CharField(max_length=64, unique=True)
    subject = models.CharField(_("subject"), max_length=150)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("written"))
    letters = models.PositiveIntegerField(_("letters"))

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"mailing {self.pk}"
