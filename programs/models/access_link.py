from django.db import models


class AccessLink(models.Model):
    """A secret link to one application's status page, or to one reminder. Only the SHA-256 of its token is kept."""

    application = models.ForeignKey(
        "Application", null=True, blank=True, on_delete=models.CASCADE, related_name="links"
    )
    reminder = models.ForeignKey("Reminder", null=True, blank=True, on_delete=models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(application=None) ^ models.Q(reminder=None), name="link_opens_one_thing"
            ),
        ]

    def __str__(self):
        return f"link {self.pk}"
