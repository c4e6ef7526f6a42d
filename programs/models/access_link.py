from django.db import models
from django.utils.translation import gettext_lazy as _


class AccessLink(models.Model):
    """A secret link of one person to one matter of theirs. Only the SHA-256 of its token is kept.

    It opens what it is about among that person's own rows, so that it can never open anybody else's.
    """

    correspondent = models.ForeignKey("Correspondent", on_delete=models.CASCADE, related_name="links")
    about = models.CharField(max_length=64, help_text=_("Which matter of the person's; see Matter."))
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"link {self.pk}"
