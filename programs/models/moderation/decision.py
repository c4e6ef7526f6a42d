from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from programs.models.applying.application import Application


class DecisionQuerySet(models.QuerySet):
    def undisclosed(self):
        """Made, not dropped since, and not yet told to the applicant."""
        return self.filter(announced_at=None, dropped_at=None)


class Decision(models.Model):
    """What was decided about an application, by whom and why. Silent until it is announced."""

    class Verb(models.TextChoices):
        ACCEPT = "accept", _("Accept")
        WAITLIST = "waitlist", _("Waitlist")
        DECLINE = "decline", _("Decline")
        REOPEN = "reopen", _("Reopen")

    application = models.ForeignKey("Application", on_delete=models.CASCADE, related_name="decisions")
    verb = models.CharField(_("decision"), max_length=10, choices=Verb)
    reason = models.TextField(_("reason"), blank=True, help_text=_("For the committee only."))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("decided"))
    announced_at = models.DateTimeField(_("announced"), null=True, blank=True)
    letter = models.OneToOneField(
        "Letter", null=True, blank=True, on_delete=models.SET_NULL, help_text=_("Which told it, once it is announced.")
    )
    dropped_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text=_("Nothing is left to tell: a later decision came first, or the applicant knew already."),
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=models.Q(announced_at=None, dropped_at=None),
                name="one_undisclosed_decision_per_application",
            )
        ]

    def __str__(self):
        return f"{self.application_id} {self.verb}"

    @property
    def disclosed_status(self):
        return {
            self.Verb.ACCEPT: Application.Status.ACCEPTED,
            self.Verb.WAITLIST: Application.Status.WAITLISTED,
            self.Verb.DECLINE: Application.Status.DECLINED,
            self.Verb.REOPEN: Application.Status.RECEIVED,
        }[self.verb]
