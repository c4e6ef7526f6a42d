from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Timed(models.QuerySet):
    """Duties that begin and end on a day."""

    def active(self):
        today = timezone.localdate()
        return self.filter(
            models.Q(since=None) | models.Q(since__lte=today), models.Q(until=None) | models.Q(until__gte=today)
        )


class CommitteeMember(models.Model):
    """A person's duty on a program's committee, for a time. Who may see and decide applications comes from here alone."""

    class Duty(models.TextChoices):
        COORDINATOR = "coordinator", _("Coordinator: reads, decides and announces")
        READER = "reader", _("Reader: reads")
        OBSERVER = "observer", _("Observer: sees numbers only")

    program = models.ForeignKey(
        "Program", verbose_name=_("program"), on_delete=models.CASCADE, related_name="committee"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="committees"
    )
    duty = models.CharField(_("duty"), max_length=12, choices=Duty)
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = Timed.as_manager()

    class Meta:
        ordering = ["program", "duty"]
        verbose_name = _("committee member")
        verbose_name_plural = _("committees")
        constraints = [
            models.UniqueConstraint(fields=["program", "user", "duty"], name="a_duty_once_per_person_and_program"),
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")),
                name="duty_ends_after_it_begins",
                violation_error_message=_("The duty ends before it begins."),
            ),
        ]

    def __str__(self):
        return f"{self.user} – {self.program}"
