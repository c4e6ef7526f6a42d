from django.db import models
from django.utils.translation import gettext_lazy as _


class Erased(models.Model):
    """That an application was deleted at its owner's wish: all that is left of it, until the letter that says so is sent."""

    correspondent = models.ForeignKey("Correspondent", on_delete=models.CASCADE, related_name="erased")
    reference = models.CharField(_("reference"), max_length=24, unique=True)
    language = models.CharField(_("language"), max_length=10)
    at = models.DateTimeField(_("deleted"))

    class Meta:
        default_permissions = ()
        verbose_name = _("deleted application")
        verbose_name_plural = _("deleted applications")

    def __str__(self):
        return self.reference

    @property
    def program(self):
        return self.correspondent.program

    @property
    def about(self):
        """What letters say they are about; see Matter."""
        return f"erased:{self.reference}"

    @property
    def letters(self):
        return self.correspondent.letters.filter(about=self.about)
