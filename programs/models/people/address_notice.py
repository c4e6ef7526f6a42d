from django.db import models
from django.utils.translation import gettext_lazy as _


class AddressNotice(models.Model):
    """Somebody is written to because an address of the committee was changed. Forgotten with its letter: the program's
    history keeps the change itself."""

    correspondent = models.ForeignKey("Correspondent", on_delete=models.CASCADE, related_name="address_notices")
    change = models.CharField(_("change"), max_length=40, help_text=_("Which entry of the program's history."))
    language = models.CharField(_("language"), max_length=10)
    written_at = models.DateTimeField(_("written"), auto_now_add=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("notice of a changed address")
        verbose_name_plural = _("notices of changed addresses")
        constraints = [
            models.UniqueConstraint(fields=["correspondent", "change"], name="one_address_notice_for_each_change"),
        ]

    def __str__(self):
        return f"notice {self.pk}"

    @property
    def about(self):
        """See Matter."""
        return f"address:{self.change}"

    @property
    def program(self):
        return self.correspondent.program
