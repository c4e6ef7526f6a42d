from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from programs.models.applying.application import Application


class ReadingQuerySet(models.QuerySet):
    def standing(self):
        """Those that are somebody's to do, or done."""
        return self.filter(status__in=[Reading.Status.ASSIGNED, Reading.Status.SUBMITTED])

    def waiting(self):
        """Those that somebody still has to do: nobody reads what is decided or withdrawn."""
        return self.filter(status=Reading.Status.ASSIGNED, application__status=Application.Status.RECEIVED)

    def submitted(self):
        return self.filter(status=Reading.Status.SUBMITTED)

    def with_application(self):
        return self.select_related(
            "application__call__round__program__rubric", "application__call__role", "application__correspondent"
        )


class Reading(models.Model):
    """That somebody of a committee reads an application, and what they found. Others see it once it is submitted."""

    class Status(models.TextChoices):
        ASSIGNED = "assigned", _("To read")
        SUBMITTED = "submitted", _("Read")
        RECUSED = "recused", _("Recused")
        TAKEN = "taken", _("Taken away")

    class Recommendation(models.TextChoices):
        ACCEPT = "accept", _("Accept")
        WAITLIST = "waitlist", _("Waitlist")
        DECLINE = "decline", _("Decline")
        UNSURE = "unsure", _("Talk about it")

    application = models.ForeignKey("Application", on_delete=models.CASCADE, related_name="readings")
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reader"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="readings",
    )
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.ASSIGNED)
    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    assigned_at = models.DateTimeField(_("assigned"))
    scores = models.JSONField(default=dict, blank=True, help_text=_("By the key of the criterion."))
    score = models.FloatField(
        _("score"),
        null=True,
        blank=True,
        help_text=_("The weighted average, on the rubric's scale; none without scores."),
    )
    recommendation = models.CharField(_("recommendation"), max_length=10, choices=Recommendation, blank=True)
    words = models.TextField(_("words"), blank=True)
    saved_at = models.DateTimeField(_("saved"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("read on"), null=True, blank=True)
    recused_for = models.TextField(_("why recused"), blank=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["assigned_at", "id"]
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints = [models.UniqueConstraint(fields=["application", "reader"], name="an_application_once_per_reader")]
        indexes = [models.Index(fields=["reader", "status"], name="reading_of_reader")]

    def __str__(self):
        return self.application.reference


class Conflict(models.Model):
    """What a reader has declared: whose applications they shall not read in a program. Nothing is guessed from it but that."""

    program = models.ForeignKey("Program", verbose_name=_("program"), on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    about = models.CharField(
        _("who or where"),
        max_length=200,
        help_text=_("Where you work or worked, its domain such as library.example.org, or somebody’s name or address."),
    )

    class Meta:
        default_permissions = ()
        ordering = ["about", "id"]
        verbose_name = _("declared conflict")
        verbose_name_plural = _("declared conflicts")
        constraints = [
            models.UniqueConstraint(fields=["program", "user", "about"], name="a_conflict_once_per_reader_and_program")
        ]

    def __str__(self):
        return f"conflict {self.pk}"


class ReadingNotice(models.Model):
    """When a reader was last written to about what waits for them. Forgotten some weeks after that."""

    correspondent = models.OneToOneField("Correspondent", on_delete=models.CASCADE, related_name="reading_notice")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(_("language"), max_length=10)
    written_at = models.DateTimeField(_("written"))

    class Meta:
        default_permissions = ()
        verbose_name = _("notice of readings")
        verbose_name_plural = _("notices of readings")

    def __str__(self):
        return f"reading notice {self.pk}"

    @property
    def about(self):
        """See Matter."""
        return f"reading:{self.user_id}"

    @property
    def program(self):
        return self.correspondent.program
