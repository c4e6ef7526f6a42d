from django.conf import settings
from django.db import models
from django.utils import timezone


class LookQuerySet(models.QuerySet):
    def note(self, application, user):
        """Somebody has an application before them now. One query."""
        row = self.model(application=application, user=user, at=timezone.now())
        self.bulk_create([row], update_conflicts=True, unique_fields=["user", "application"], update_fields=["at"])


class Look(models.Model):
    """That somebody of a committee opened an application, and when last."""

    application = models.ForeignKey("Application", on_delete=models.CASCADE, related_name="looks")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    objects = LookQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "application"], name="one_look_per_person")]

    def __str__(self):
        return f"look {self.pk}"
