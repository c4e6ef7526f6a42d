from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

ONE_LOOK = timedelta(minutes=30)
"""Who comes back sooner is looking still: what was new to them then is marked as new until they have been away so long."""

HERE = timedelta(seconds=90)
"""A screen that is open says so every half a minute; one that has not for so long is closed."""


class LookQuerySet(models.QuerySet):
    def note(self, application, user):
        """Somebody has an application before them now: (since when they have not looked, None the first time; the looks of
        who else has it open). Two queries."""
        now = timezone.now()
        looks = list(self._open(application) | self.filter(application=application, user=user).select_related("user"))
        last = next((look for look in looks if look.user_id == user.pk), None)
        before = last and (last.at if now - last.at > ONE_LOOK else last.before)
        row = self.model(application=application, user=user, at=now, before=before, here_at=now)
        fields = ["at", "before", "here_at"]
        self.bulk_create([row], update_conflicts=True, unique_fields=["user", "application"], update_fields=fields)
        return before, [look for look in looks if look.user_id != user.pk]

    def here(self, application, user):
        """Who else has this application open now."""
        return self._open(application).exclude(user=user).order_by("user")

    def _open(self, application):
        return self.filter(application=application, here_at__gte=timezone.now() - HERE).select_related("user")


class Look(models.Model):
    """That somebody of a committee opened an application, and when last."""

    application = models.ForeignKey("Application", on_delete=models.CASCADE, related_name="looks")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    before = models.DateTimeField(null=True, blank=True)
    """When they looked the time before that: what came since is new to them."""
    here_at = models.DateTimeField(null=True, blank=True)
    """When their screen last said that it is open."""

    objects = LookQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "application"], name="one_look_per_person")]

    def __str__(self):
        return f"look {self.pk}"
