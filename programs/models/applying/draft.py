from django.db import models
from django.utils.translation import gettext_lazy as _


class DraftQuerySet(models.QuerySet):
    def unsent(self):
        return self.filter(sent_at=None)

    def with_program(self):
        return self.select_related("call__round__program", "call__role", "correspondent")


class Draft(models.Model):
    """What somebody has typed into a call's form and not sent yet, step by step; also the changes to what was sent.

    `typed` holds it as it came, by the name of the field, checked or not: {"q-work": ["A library"]}. Once it is sent it is
    emptied and kept a while, so that the same form sent twice gives the same receipt.
    """

    once = models.CharField(
        max_length=64, unique=True, help_text=_("What tells one opened form from another: however often it is sent.")
    )
    call = models.ForeignKey("Call", on_delete=models.CASCADE, related_name="drafts")
    version = models.ForeignKey("FormVersion", on_delete=models.PROTECT, related_name="drafts")
    correspondent = models.ForeignKey(
        "Correspondent",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="drafts",
        help_text=_("Whom a link to it was sent to; nobody until somebody asks for one."),
    )
    application = models.ForeignKey(
        "Application",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="drafts",
        help_text=_("What it changes, if it was begun from something that was sent."),
    )
    invitation = models.ForeignKey(
        "Invitation",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="drafts",
        help_text=_("By which somebody may send it after closing."),
    )
    language = models.CharField(max_length=10)
    typed = models.JSONField(default=dict)
    tried = models.JSONField(
        default=list, help_text=_("Numbers of the steps that were sent on: these say what is wrong.")
    )
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    receipt = models.ForeignKey("Receipt", null=True, blank=True, on_delete=models.CASCADE, related_name="drafts")

    objects = DraftQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["call", "saved_at"], name="draft_of_call")]

    def __str__(self):
        return f"draft {self.pk}"

    @property
    def name(self):
        """As it was typed so far."""
        return next(iter(self.typed.get("name", [])), "")

    @property
    def program(self):
        return self.call.round.program

    @property
    def about(self):
        """What letters and links say they are about; see Matter."""
        return f"draft:{self.pk}"
