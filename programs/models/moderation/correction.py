from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Correction(models.Model):
    """That somebody of a committee corrected a mistyped name or address, from what to what. Kept here and not in the audit
    log, which outlives the application."""

    class What(models.TextChoices):
        NAME = "name", _("Name corrected")
        EMAIL = "email", _("Address corrected")

    application = models.ForeignKey("Application", on_delete=models.CASCADE, related_name="corrections")
    what = models.CharField(max_length=5, choices=What)
    before = models.CharField(max_length=254)
    after = models.CharField(max_length=254)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = ["at", "id"]

    def __str__(self):
        return f"correction {self.pk}"
