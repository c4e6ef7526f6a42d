from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AnnouncementQuerySet(models.QuerySet):
    def pending(self):
        """Neither carried out nor stopped."""
        return self.filter(done_at=None, stopped_at=None)


class Announcement(models.Model):
    """Decisions of one round that somebody announces together, now or at a time. `tick` carries it out; until then it can
    be stopped, and what became different since it was made is not announced."""

    round = models.ForeignKey("Round", on_delete=models.CASCADE, related_name="announcements")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(_("made"))
    due_at = models.DateTimeField(_("due"))
    done_at = models.DateTimeField(_("carried out"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("stopped"), null=True, blank=True)
    stopped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Nobody where it stopped by itself: whoever made it may not announce any more."),
    )

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["due_at", "id"]
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(done_at=None, stopped_at=None), name="announcement_pending"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done_at=None) | models.Q(stopped_at=None), name="announcement_ends_in_one_way"
            )
        ]

    def __str__(self):
        return f"announcement {self.pk}"
