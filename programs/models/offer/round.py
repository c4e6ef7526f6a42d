from functools import reduce
from operator import or_
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from portal.date_fields.years import Dated
from portal.texts.words import Worded

from .call import Call, closing_about
from .milestone import Milestone


class RoundQuerySet(models.QuerySet):
    def over(self, now):
        """The rounds that programs.over.is_over() says are over. One query more, for the programs' clocks."""
        return self.exclude(pk__in=self.model.objects.not_over(now).order_by().values("pk"))

    def not_over(self, now):
        zones = self.model.objects.order_by().values_list("program__time_zone", flat=True).distinct()
        going_on = Q(starts__isnull=False, ends=None) | Q(pk__in=Call.objects.rolling().values("round"))
        undated = Q(ends=None, starts=None, decisions_by=None) & ~Q(pk__in=Call.objects.closing().values("round"))
        undated &= ~Q(pk__in=Milestone.objects.of_a_year().order_by().values("round"))
        to_come = reduce(or_, (self._to_come(zone, now) for zone in zones), Q(pk__in=[]))
        return self.filter(going_on | undated | to_come)

    def _to_come(self, zone, now):
        """Of programs with this clock the rounds with a day that has not passed on it."""
        midnight = now.astimezone(ZoneInfo(zone)).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
        today = midnight.date()
        own = Q(ends__gte=today) | Q(decisions_by__gte=today)
        calls = Call.objects.order_by().filter(Q(closes__gte=midnight) | closing_about(today)).values("round")
        lines = Milestone.objects.order_by().not_over(today).values("round")
        return Q(program__time_zone=zone) & (own | Q(pk__in=calls) | Q(pk__in=lines))


class Round(Worded, Dated, ClusterableModel):
    """One dated intake of a program and the cohort that comes of it. Every date may be unknown."""

    program = models.ForeignKey("Program", verbose_name=_("program"), on_delete=models.PROTECT, related_name="rounds")
    name = models.CharField(_("name"), max_length=80, help_text=_("Such as “Fall 2014” or “2018–2019”."))
    name_es = models.CharField(_("name in Spanish"), max_length=80, blank=True)
    slug = models.SlugField(_("short name in addresses"), max_length=40)
    standing = models.BooleanField(
        _("all year"),
        default=False,
        help_text=_(
            "For calls that stand outside any one round, such as a pool of mentors: one can apply any time. It has no dates."
        ),
    )
    decisions_by = models.DateField(_("decisions promised by"), null=True, blank=True)
    starts = models.DateField(_("formal mentoring begins"), null=True, blank=True)
    ends = models.DateField(_("formal mentoring ends"), null=True, blank=True)
    most_mentees = models.PositiveSmallIntegerField(
        _("most people per mentor"),
        null=True,
        blank=True,
        help_text=_("How many one mentor can take. Empty: not said."),
    )
    draft = models.BooleanField(
        _("draft"), default=False, help_text=_("Readers see nothing of it: no page, no calendar, no form.")
    )
    called_off = models.BooleanField(
        _("called off"),
        default=False,
        help_text=_("Its calls close at once; calendars that follow the program show its dates as cancelled."),
    )
    called_off_at = models.DateTimeField(null=True, blank=True, editable=False)
    copied_from = models.ForeignKey(
        "self",
        verbose_name=_("copied from"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="copies",
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["program__name", "-starts", "-id"]
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        constraints = [
            models.UniqueConstraint(
                fields=["program", "slug"],
                name="round_slug_unique_in_program",
                violation_error_message=_("Another round of this program has this short name. Choose a different one."),
            ),
            models.UniqueConstraint(
                fields=["program"],
                condition=models.Q(standing=True),
                name="one_standing_round_in_a_program",
                violation_error_message=_("This program has a round that stands all year already: add the call there."),
            ),
            models.CheckConstraint(
                condition=models.Q(standing=False) | models.Q(decisions_by=None, starts=None, ends=None),
                name="standing_round_has_no_dates",
                violation_error_message=_("What stands all year has no dates: leave them empty."),
            ),
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")),
                name="round_ends_after_it_starts",
                violation_error_message=_("The formal period ends before it begins."),
            ),
        ]

    def save(self, *args, update_fields=None, **kwargs):
        """Keeps since when it is called off: other changes are not news of that."""
        self.called_off_at = (self.called_off_at or timezone.now()) if self.called_off else None
        stored = update_fields if update_fields is None else {*update_fields, "called_off_at"}
        super().save(*args, update_fields=stored, **kwargs)

    def __str__(self):
        return f"{self.program} – {self.said('name')}"
