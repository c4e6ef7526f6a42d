from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .committee import Timed


class ProgramOffice(models.Model):
    """A person who adds programs, hosts and committee people for a host and everything below it, for a time.

    Reads no application, decides nothing, and is on no committee by it.
    """

    host = models.ForeignKey("Host", verbose_name=_("host"), on_delete=models.CASCADE, related_name="offices")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="offices"
    )
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = Timed.as_manager()

    class Meta:
        ordering = ["host", "user"]
        verbose_name = _("program office")
        verbose_name_plural = _("program offices")
        constraints = [
            models.UniqueConstraint(fields=["host", "user"], name="an_office_once_per_person_and_host"),
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")),
                name="office_ends_after_it_begins",
                violation_error_message=_("The duty ends before it begins."),
            ),
        ]

    def __str__(self):
        return f"{self.user} – {self.host}"
