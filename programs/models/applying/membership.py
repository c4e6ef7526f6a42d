from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MemberList(models.Model):
    """The membership numbers with which one call's applicants are compared: keyed hashes of them, and nothing else."""

    call = models.OneToOneField("Call", verbose_name=_("call"), on_delete=models.CASCADE, related_name="member_list")
    count = models.PositiveIntegerField(_("numbers"), default=0, editable=False)
    added_at = models.DateTimeField(_("added"), editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        default_permissions = ()
        ordering = ["-added_at", "-id"]
        verbose_name = _("list of members")
        verbose_name_plural = _("lists of members")

    def __str__(self):
        return str(self.call)

    @property
    def program(self):
        return self.call.round.program


class MemberNumber(models.Model):
    """One number of a list, as a keyed hash that compares with no other call's."""

    list = models.ForeignKey("MemberList", on_delete=models.CASCADE, related_name="numbers")
    digest = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["list", "digest"], name="one_number_in_a_list")]

    def __str__(self):
        return f"number {self.pk}"


class Claim(models.Model):
    """An application that was asked for a membership number: its hash, empty where none was given, and whether the
    association's own check or somebody of the committee said yes."""

    application = models.OneToOneField("Application", on_delete=models.CASCADE, related_name="claim")
    digest = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True, help_text=_("When the association’s own check was asked."))
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["confirmed_at", "asked_at"], name="claim_to_ask_about")]

    def __str__(self):
        return f"claim {self.pk}"
