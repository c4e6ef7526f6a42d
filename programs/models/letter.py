from django.db import models
from django.utils.translation import gettext_lazy as _


class LetterQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(sent_at=None, gave_up_at=None)


class Letter(models.Model):
    """One message to one person, written in the transaction that caused it and sent later, once.

    The text holds {status_link} where the secret link goes; the link is minted when the letter is sent, never stored.
    """

    class Kind(models.TextChoices):
        RECEIVED = "received", _("Application received")
        AGAIN = "again", _("Second application with the same address")
        ACCEPT = "accept", _("Accepted")
        WAITLIST = "waitlist", _("Waitlisted")
        DECLINE = "decline", _("Declined")
        REOPEN = "reopen", _("Reopened")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        LINK = "link", _("New link to an application")
        CONFIRM = "confirm", _("Confirm a reminder")
        OPENED = "opened", _("Applications are open")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    program = models.ForeignKey(
        "Program",
        verbose_name=_("program"),
        on_delete=models.RESTRICT,  # unless they go with the program's reminders, which keep no program
        related_name="letters",
    )
    application = models.ForeignKey(
        "Application",
        verbose_name=_("application"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="letters",
    )
    reminder = models.ForeignKey(
        "Reminder", verbose_name=_("reminder"), null=True, blank=True, on_delete=models.CASCADE, related_name="letters"
    )
    decision = models.OneToOneField("Decision", null=True, blank=True, on_delete=models.CASCADE, related_name="letter")
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
    error = models.TextField(_("last error"), blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["-created_at", "-id"]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(application=None) ^ models.Q(reminder=None), name="letter_is_about_one_thing"
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(sent_at=None, gave_up_at=None), name="letter_waiting")
        ]

    def __str__(self):
        return f"{self.application_id} {self.kind}"
