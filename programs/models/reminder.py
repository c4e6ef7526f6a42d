from django.db import models
from django.utils.translation import gettext_lazy as _


class ReminderQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(confirmed_at__isnull=False)


class Reminder(models.Model):
    """Somebody asked to be told when a program opens. Confirmed by letter, told once, then forgotten."""

    program = models.ForeignKey("Program", on_delete=models.CASCADE, related_name="reminders")
    email = models.EmailField(_("email address"))
    email_key = models.CharField(max_length=254)
    language = models.CharField(_("language"), max_length=10)
    asked_at = models.DateTimeField(_("asked"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    told_at = models.DateTimeField(_("told"), null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["id"]
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.UniqueConstraint(fields=["program", "email_key"], name="one_reminder_per_program_and_address"),
        ]

    def __str__(self):
        return f"reminder {self.pk}"
