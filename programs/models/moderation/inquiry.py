from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class InquiryQuerySet(models.QuerySet):
    def open(self):
        """Those that wait for an answer."""
        return self.filter(answered_at=None)


class Inquiry(models.Model):
    """One question of a committee to one applicant, and what was answered. It changes no state."""

    application = models.ForeignKey("Application", on_delete=models.CASCADE, related_name="inquiries")
    question = models.TextField(_("question"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(_("asked"))
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects = InquiryQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["asked_at", "id"]
        verbose_name = _("question to an applicant")
        verbose_name_plural = _("questions to applicants")
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=models.Q(answered_at=None),
                name="one_open_question_per_application",
            )
        ]

    def __str__(self):
        return f"inquiry {self.pk}"
