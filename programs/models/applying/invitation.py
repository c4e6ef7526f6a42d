from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programs.offer.windows import today_of


class InvitationQuerySet(models.QuerySet):
    def with_program(self):
        return self.select_related("call__round__program", "call__role", "call__form", "correspondent")


class Invitation(models.Model):
    """A late entry: one person may fill a call's form and send it after it has closed or filled up, until a day ends."""

    call = models.ForeignKey("Call", verbose_name=_("call"), on_delete=models.CASCADE, related_name="invitations")
    correspondent = models.ForeignKey(
        "Correspondent", verbose_name=_("who may apply"), on_delete=models.CASCADE, related_name="invitations"
    )
    language = models.CharField(_("language of the letter"), max_length=10, choices=settings.LANGUAGES)
    until = models.DateField(_("until"), help_text=_("The last day on which it can be sent, on the program’s clock."))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    made_at = models.DateTimeField(_("made"), auto_now_add=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["-made_at", "-id"]
        verbose_name = _("late entry")
        verbose_name_plural = _("late entries")
        constraints = [
            models.UniqueConstraint(fields=["call", "correspondent"], name="one_invitation_per_address_and_call")
        ]

    def __str__(self):
        """Without the address, since histories keep it longer than the row."""
        return f"late entry {self.pk}: {self.call}"

    @property
    def program(self):
        return self.call.round.program

    @property
    def name(self):
        return self.correspondent.name

    @property
    def about(self):
        """What letters and links say they are about; see Matter."""
        return f"invitation:{self.pk}"

    def is_open(self, now=None):
        return today_of(now or timezone.now(), self.call.zone) <= self.until
