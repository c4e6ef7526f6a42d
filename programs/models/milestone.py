from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey

from portal.words import Worded
from programs.dates import Precision


class Milestone(Worded, models.Model):
    """An editor's dated line on a round's timeline, as precise as it is known."""

    Precision = Precision

    round = ParentalKey("Round", on_delete=models.CASCADE, related_name="milestones")
    label = models.CharField(_("what happens"), max_length=200)
    label_es = models.CharField(_("what happens, in Spanish"), max_length=200, blank=True)
    precision = models.CharField(_("precision"), max_length=10, choices=Precision, default=Precision.DAY)
    starts = models.DateField(_("on, or from"), null=True, blank=True)
    ends = models.DateField(pgettext_lazy("the last of some days", "to"), null=True, blank=True)

    class Meta:
        ordering = ["starts", "id"]  # plain names: modelcluster sorts rows edited inline by them
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")),
                name="milestone_ends_after_it_starts",
                violation_error_message=_("This line ends before it begins."),
            ),
            models.CheckConstraint(
                condition=models.Q(precision="unknown", starts=None, ends=None)
                | models.Q(~models.Q(precision="unknown"), starts__isnull=False),
                name="milestone_has_a_date_unless_unknown",
                violation_error_message=_("Give the date, or choose “To be announced” and leave the dates empty."),
            ),
        ]

    def __str__(self):
        return self.label
