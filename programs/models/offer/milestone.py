from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey

from portal.date_fields.years import Dated
from portal.texts.words import Worded
from programs.offer.over import first_still_meant
from programs.offer.precision import YEARLESS, Precision


class MilestoneQuerySet(models.QuerySet):
    def of_a_year(self):
        """The lines that say when they are, and are over one day."""
        return self.filter(starts__isnull=False).exclude(precision__in=YEARLESS)

    def not_over(self, today):
        """The lines that may still mean this day or a later one."""
        last = self.annotate(last=Coalesce("ends", "starts"))
        dated = [kind for kind in Precision if kind not in YEARLESS]
        meant = [Q(precision=kind, last__gte=first_still_meant(kind, today)) for kind in dated]
        return last.filter(reduce(or_, meant))


class Milestone(Worded, Dated):
    """An editor's dated line on a round's timeline, as precise as it is known."""

    Precision = Precision
    known_by = "label"
    sort_order_field = "sort_order"

    round = ParentalKey("Round", on_delete=models.CASCADE, related_name="milestones")
    label = models.CharField(_("what happens"), max_length=200)
    label_es = models.CharField(_("what happens, in Spanish"), max_length=200, blank=True)
    precision = models.CharField(_("precision"), max_length=10, choices=Precision, default=Precision.DAY)
    starts = models.DateField(_("on, or from"), null=True, blank=True)
    ends = models.DateField(pgettext_lazy("the last of some days", "to"), null=True, blank=True)
    time = models.TimeField(_("time of day"), null=True, blank=True, help_text=_("On the program’s clock."))
    place = models.CharField(_("place"), max_length=120, blank=True, help_text=_("Such as “ALA Annual, Chicago”."))
    conference = models.BooleanField(
        _("bound to a conference"), default=False, help_text=_("Its date cannot be guessed for the next round.")
    )
    to_check = models.BooleanField(
        _("to be checked"),
        default=False,
        help_text=_("The date was shifted from the last round and is not sure: readers see “To be announced”."),
    )

    sort_order = models.PositiveIntegerField(_("place in the timeline"), default=0, editable=False)

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        ordering = ["sort_order", "starts", "id"]  # plain names: modelcluster sorts rows edited inline by them
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
            models.CheckConstraint(
                condition=models.Q(precision="clock", time__isnull=False)
                | models.Q(~models.Q(precision="clock"), time=None),
                name="milestone_has_a_time_if_it_is_meant",
                violation_error_message=_("Give a time of day exactly where “A day and a time” is chosen."),
            ),
        ]

    def __str__(self):
        return self.label
