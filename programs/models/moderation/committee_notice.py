from django.db import models
from django.utils.translation import gettext_lazy as _


class CommitteeNotice(models.Model):
    """Somebody is written to because they are on a committee now. Through its letter, who has no account makes one."""

    correspondent = models.ForeignKey("Correspondent", on_delete=models.CASCADE, related_name="committee_notices")
    member = models.OneToOneField("CommitteeMember", on_delete=models.CASCADE, related_name="notice")
    language = models.CharField(_("language"), max_length=10)
    by = models.CharField(_("by"), max_length=150, blank=True, help_text=_("The name of whoever appointed them."))
    written_at = models.DateTimeField(_("written"), auto_now_add=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("notice of a duty")
        verbose_name_plural = _("notices of duties")

    def __str__(self):
        return f"committee notice {self.pk}"

    @property
    def about(self):
        """See Matter."""
        return f"committee:{self.member_id}"

    @property
    def program(self):
        return self.correspondent.program
