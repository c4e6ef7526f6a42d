from django.db import models
from django.utils.translation import gettext_lazy as _


class Correspondent(models.Model):
    """Somebody a program writes to: one row for each address in each program.

    Whatever a stage knows of the person points here; letters and secret links do too, and go with this row. Name and
    language are those given last; what was sent under an earlier name keeps the name it was sent with.
    """

    program = models.ForeignKey(
        "Program", verbose_name=_("program"), on_delete=models.CASCADE, related_name="correspondents"
    )
    email = models.EmailField(_("email address"))
    email_key = models.CharField(
        max_length=254, editable=False, help_text=_("The address as it is compared: trimmed, in small letters.")
    )
    language = models.CharField(_("language"), max_length=10)
    name = models.CharField(_("name"), max_length=200, blank=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("correspondent")
        verbose_name_plural = _("correspondents")
        constraints = [
            models.UniqueConstraint(fields=["program", "email_key"], name="one_correspondent_per_program_and_address"),
        ]
        indexes = [models.Index(fields=["email_key"], name="correspondent_address")]

    def __str__(self):
        return f"correspondent {self.pk}"


class AccessLink(models.Model):
    """A secret link of one person to one matter of theirs. Only the SHA-256 of its token is kept.

    It opens what it is about among that person's own rows, so that it can never open anybody else's. Of one matter the
    links of the last three letters open; one that was closed has ended. See programs/people/secret_links.py.
    """

    correspondent = models.ForeignKey("Correspondent", on_delete=models.CASCADE, related_name="links")
    about = models.CharField(max_length=64, help_text=_("Which matter of the person's; see Matter."))
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    letter = models.ForeignKey(
        "Letter",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="links",
        help_text=_("The letter that holds it; one that was tried again has one for each try."),
    )
    expires_at = models.DateTimeField(_("ends"), null=True, blank=True)
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["correspondent", "about"], name="link_of_matter")]

    def __str__(self):
        return f"link {self.pk}"
