from django.db import models
from django.utils.translation import gettext_lazy as _


class Receipt(models.Model):
    """One successful submit. A second try by the same address gets its own, so that nobody can tell the two apart."""

    key = models.CharField(
        max_length=64, unique=True, help_text=_("Hash of the opened form and of what was typed in it.")
    )
    reference = models.CharField(_("reference"), max_length=24, unique=True)
    call = models.ForeignKey("Call", on_delete=models.PROTECT, related_name="receipts")
    application = models.ForeignKey("Application", on_delete=models.CASCADE, related_name="receipts")
    version = models.ForeignKey("FormVersion", on_delete=models.PROTECT, related_name="receipts")
    name = models.CharField(_("name"), max_length=200)
    answers = models.JSONField(_("answers"))
    created_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = ["created_at", "id"]

    def __str__(self):
        return self.reference
