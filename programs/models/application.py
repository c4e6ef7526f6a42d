from django.db import models
from django.utils.translation import gettext_lazy as _


class ApplicationQuerySet(models.QuerySet):
    def counted(self):
        """Those that take a place in a call with a limit."""
        return self.exclude(status=Application.Status.WITHDRAWN)

    def awaiting_decision(self):
        return self.filter(status=Application.Status.RECEIVED)

    def with_program(self):
        """For lists that name program, round and role of every row."""
        return self.select_related("call__round__program", "call__role")


class Application(models.Model):
    """One person asking for one role in one round, with the form version they answered."""

    class Status(models.TextChoices):
        RECEIVED = "received", _("Received")
        WAITLISTED = "waitlisted", _("Waitlisted")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    reference = models.CharField(_("reference"), max_length=24, unique=True)
    call = models.ForeignKey("Call", verbose_name=_("call"), on_delete=models.PROTECT, related_name="applications")
    version = models.ForeignKey("FormVersion", on_delete=models.PROTECT, related_name="applications")
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("email address"))
    email_key = models.CharField(
        max_length=254, editable=False, help_text=_("The address as it is compared: trimmed, in small letters.")
    )
    language = models.CharField(_("language"), max_length=10)
    answers = models.JSONField(_("answers"))
    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.RECEIVED)
    submitted_at = models.DateTimeField(_("received"))

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["submitted_at", "id"]
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        indexes = [models.Index(fields=["call", "status", "submitted_at"], name="application_queue")]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "email_key"],
                condition=~models.Q(status="withdrawn"),
                name="one_standing_application_per_address_and_call",
            )
        ]

    def __str__(self):
        return self.reference

    @property
    def program(self):
        return self.call.round.program

    @property
    def disclosed_status(self):
        """What the applicant may know: decisions stay silent until they are announced."""
        if self.status == self.Status.WITHDRAWN:
            return self.status
        announced = self.decisions.filter(announced_at__isnull=False).order_by("-announced_at", "-id").first()
        return announced.disclosed_status if announced else self.Status.RECEIVED
