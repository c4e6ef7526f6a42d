from django.db import models
from django.utils.translation import gettext_lazy as _


class ReminderQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(confirmed_at__isnull=False)

    def with_program(self):
        return self.select_related("correspondent__program")


class Reminder(models.Model):
    """Somebody asked to be told when a program opens. Confirmed by letter, told once, then forgotten."""

    about = "reminder:"
    """An address has one a program; see Matter."""

    correspondent = models.OneToOneField("Correspondent", on_delete=models.CASCADE, related_name="reminder")
    asked_at = models.DateTimeField(_("asked"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    told_at = models.DateTimeField(_("told"), null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["id"]
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")

    def __str__(self):
        return f"reminder {self.pk}"

    @property
    def program(self):
        return self.correspondent.program

    @property
    def language(self):
        return self.correspondent.language

    @property
    def letters(self):
        return self.correspondent.letters.filter(about=self.about)
