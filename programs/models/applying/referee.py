from django.db import models
from django.utils.translation import gettext_lazy as _


class RefereeQuerySet(models.QuerySet):
    def current(self):
        """Those that nobody else was named for since."""
        return self.filter(replaced_at=None)

    def with_program(self):
        return self.select_related(
            "application__call__round__program",
            "application__call__role",
            "application__call__reference_form__locale",
            "application__correspondent",
            "correspondent",
            "version",
        )


class Referee(models.Model):
    """A third person whom an applicant named, and the reference that this person gave.

    Asked by letter once the applicant's address is proven; goes with the application. `question` is the key of the question
    in which the person was named, `version` and `answers` what was asked of them and what they said.
    """

    class Status(models.TextChoices):
        NAMED = "named", _("Not asked yet")
        ASKED = "asked", _("Asked, no answer yet")
        ANSWERED = "answered", _("The reference is here")
        DECLINED = "declined", _("Said no")

    class Reason(models.TextChoices):
        CANNOT = "cannot", _("I cannot write one")
        UNKNOWN = "unknown", _("I do not know this person")

    application = models.ForeignKey("Application", on_delete=models.CASCADE, related_name="referees")
    correspondent = models.ForeignKey("Correspondent", on_delete=models.CASCADE, related_name="referees")
    question = models.CharField(max_length=40)
    name = models.CharField(_("name"), max_length=200, help_text=_("As the applicant gave it."))
    status = models.CharField(_("state"), max_length=8, choices=Status, default=Status.NAMED)
    named_at = models.DateTimeField(_("named"))
    asked_at = models.DateTimeField(_("asked"), null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(_("reminders"), default=0)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True)
    declined_at = models.DateTimeField(_("said no"), null=True, blank=True)
    reason = models.CharField(_("why not"), max_length=7, choices=Reason, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    changed_at = models.DateTimeField(_("changed"), null=True, blank=True)
    replaced_at = models.DateTimeField(_("somebody else was named"), null=True, blank=True)
    version = models.ForeignKey(
        "FormVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="references"
    )
    answers = models.JSONField(_("answers"), null=True, blank=True)

    objects = RefereeQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["named_at", "id"]
        verbose_name = _("reference from somebody else")
        verbose_name_plural = _("references from somebody else")
        indexes = [
            models.Index(
                fields=["status"],
                condition=models.Q(status__in=["named", "asked"], replaced_at=None),
                name="referee_waiting",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "question"],
                condition=models.Q(replaced_at=None),
                name="one_referee_for_each_question",
            )
        ]

    def __str__(self):
        """Without name and address: histories keep it longer than the row."""
        return f"referee {self.pk}"

    @property
    def program(self):
        return self.application.call.round.program

    @property
    def language(self):
        """Of the letters: the applicant's."""
        return self.application.language

    @property
    def email(self):
        return self.correspondent.email

    @property
    def about(self):
        """What letters and links say they are about; see Matter."""
        return f"referee:{self.pk}"

    @property
    def letters(self):
        return self.correspondent.letters.filter(about=self.about)
