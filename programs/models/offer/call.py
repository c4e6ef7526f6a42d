from functools import reduce
from itertools import count
from operator import or_
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from portal.date_fields.years import Dated
from portal.texts.words import Worded
from programs.forms.purposes import FOR_CALLS, FOR_REFERENCES
from programs.models.applying.application import Application
from programs.offer import promised
from programs.offer.dates import ANYWHERE_ON_EARTH, moment
from programs.offer.over import first_still_meant
from programs.offer.precision import YEARLESS, span
from programs.offer.windows import ROUGH, Window, last_day

from .conditions import Conditions

CLOSING = ("closes", "closes_precision", "closes_around")


class CallQuerySet(models.QuerySet):
    def with_taken(self):
        """With the number of applications that stand against each call's limit, for states of many calls."""
        sent = Application.objects.counted().filter(call=models.OuterRef("pk")).order_by().values("call")
        number = models.Subquery(sent.values(number=models.Count("pk")))
        return self.annotate(taken=Coalesce(number, 0))

    def rolling(self):
        """Those that open, or stand all year, and never close."""
        begins = models.Q(opens__isnull=False) | models.Q(round__standing=True, opens_precision="")
        return self.order_by().filter(begins, closes=None, closes_precision="")

    def begun(self, at):
        """Those that take applications by then as far as their opening goes: see Window.has_opened()."""
        announced = models.Q(closes__isnull=False) | ~models.Q(closes_precision="") | models.Q(round__standing=True)
        return self.filter(models.Q(opens__lte=at) | models.Q(announced, opens=None, opens_precision=""))

    def closing(self):
        roughly = ~models.Q(closes_precision__in=["", *YEARLESS])
        return self.order_by().filter(models.Q(closes__isnull=False) | roughly)


def closing_about(today):
    """Those whose closing is known roughly and may still come."""
    kinds = [kind for kind in ROUGH if kind not in YEARLESS]
    meant = [models.Q(closes_precision=kind, closes_around__gte=first_still_meant(kind, today)) for kind in kinds]
    return reduce(or_, meant)


def rough_constraints(what):
    """An end of the window is an instant, or a part of a year with a day to tell which; never both."""
    how, around = f"{what}_precision", f"{what}_around"
    return [
        models.CheckConstraint(
            condition=models.Q(**{how: "", f"{around}__isnull": True})
            | models.Q(~models.Q(**{how: ""}), **{f"{around}__isnull": False}),
            name=f"call_{what}_roughly_with_a_day",
            violation_error_message=_("Choose how much is known and any day of that month, or leave both empty."),
        ),
        models.CheckConstraint(
            condition=models.Q(**{how: ""}) | models.Q(**{f"{what}__isnull": True}),
            name=f"call_{what}_exactly_or_roughly",
            violation_error_message=_("Give the exact time or only the month, not both."),
        ),
    ]


def rough_choices():
    return [(kind.value, kind.label) for kind in ROUGH]


class Call(Window, Worded, Conditions, Dated, ClusterableModel):
    """The invitation to apply for one role in one round: its form, its window, its limits; and, where this round asks
    otherwise than the role does, who can apply."""

    known_by = "role"

    round = ParentalKey("Round", verbose_name=_("round"), on_delete=models.CASCADE, related_name="calls")
    role = models.ForeignKey("Role", verbose_name=_("role"), on_delete=models.PROTECT, related_name="calls")
    slug = models.SlugField(_("address"), max_length=80, unique=True, blank=True, editable=False)
    form = models.ForeignKey(
        "ApplicationFormPage",
        verbose_name=_("form"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="calls",
        limit_choices_to=FOR_CALLS,
    )
    reference_form = models.ForeignKey(
        "ApplicationFormPage",
        verbose_name=_("reference from somebody else"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reference_calls",
        limit_choices_to=FOR_REFERENCES,
        help_text=_(
            "A form for references: whom applicants name is asked with it, by letter. The call’s own form has to ask for a "
            "referee. Empty: nobody else is asked."
        ),
    )
    url = models.URLField(_("form elsewhere"), blank=True, help_text=_("For a call that is answered on another site."))
    opens = models.DateTimeField(_("opens"), null=True, blank=True)
    closes = models.DateTimeField(_("closes"), null=True, blank=True, help_text=_("Empty: stays open."))
    opens_precision = models.CharField(
        _("opens, if no day is known"), max_length=10, choices=rough_choices(), blank=True
    )
    opens_around = models.DateField(_("any day of that month or season"), null=True, blank=True)
    closes_precision = models.CharField(
        _("closes, if no day is known"), max_length=10, choices=rough_choices(), blank=True
    )
    closes_around = models.DateField(_("any day of that month or season"), null=True, blank=True)
    to_check = models.BooleanField(
        _("months to be checked"),
        default=False,
        help_text=_("They were shifted from the last round and are not sure: readers see “to be announced”."),
    )
    anywhere_on_earth = models.BooleanField(
        _("anywhere on Earth"),
        default=False,
        help_text=_("A day counts until it is over everywhere: times stand on the clock of UTC−12."),
    )
    preferred_by = models.DateTimeField(
        _("soft deadline"),
        null=True,
        blank=True,
        help_text=_("Who applies by then is read first; later applications are read as places allow."),
    )
    clocks = models.JSONField(default=dict, blank=True, editable=False)
    """What was typed of each of its moments, by field: see programs/offer/promised.py."""
    moved_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When its closing was another one last."""
    places = models.PositiveIntegerField(_("places"), null=True, blank=True)
    limit = models.PositiveIntegerField(
        _("most applications"), null=True, blank=True, help_text=_("The call closes by itself after this many.")
    )

    own_conditions = models.BooleanField(
        _("this round asks otherwise"),
        default=False,
        help_text=_("What follows counts instead of the role’s own conditions. Not ticked: the same as the role’s."),
    )

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ["round", "role"]
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        constraints = [
            *rough_constraints("opens"),
            *rough_constraints("closes"),
            models.CheckConstraint(
                condition=~models.Q(closes_precision__in=YEARLESS) | models.Q(opens_precision__in=YEARLESS),
                name="call_without_a_year_has_none",
                violation_error_message=_("A closing without a year needs an opening without a year."),
            ),
            models.CheckConstraint(
                condition=~models.Q(opens_precision__in=YEARLESS)
                | models.Q(closes_precision__in=["", *YEARLESS], closes=None),
                name="call_of_every_year_closes_every_year",
                violation_error_message=_("An opening without a year needs a closing without a year, or none."),
            ),
            models.UniqueConstraint(
                fields=["round", "role"],
                name="one_call_for_a_role_in_a_round",
                violation_error_message=_("This round has two calls for the same role."),
            ),
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")),
                name="call_closes_after_it_opens",
                violation_error_message=_("The call closes before it opens."),
            ),
            models.CheckConstraint(
                condition=models.Q(preferred_by__gt=models.F("opens")),
                name="call_soft_deadline_after_it_opens",
                violation_error_message=_("The soft deadline comes before the call opens."),
            ),
            models.CheckConstraint(
                condition=models.Q(preferred_by__lt=models.F("closes")),
                name="call_soft_deadline_before_it_closes",
                violation_error_message=_("The soft deadline does not come before the call closes."),
            ),
            models.CheckConstraint(
                condition=models.Q(form=None) | models.Q(url=""),
                name="call_has_one_form",
                violation_error_message=_("Choose a form here or give an address elsewhere, not both."),
            ),
        ]

    def __str__(self):
        return f"{self.round} – {self.role}"

    @property
    def zone(self):
        """The time zone on whose clock its times are meant."""
        return ANYWHERE_ON_EARTH if self.anywhere_on_earth else self.round.program.time_zone

    def moment_in_words(self, at):
        """An instant of it, on its clock."""
        return moment(at, self.zone)

    @property
    def asks(self):
        """Whose conditions count for it: its own, or the role's."""
        return self if self.own_conditions else self.role

    def clean(self):
        super().clean()
        self._rough_order()
        if self.role_id and self.round_id and self.role.program_id != self.round.program_id:
            raise ValidationError({"role": _("This role belongs to another program.")})

    def _rough_order(self):
        """What is known of both ends, however roughly, may not be the wrong way round for certain."""
        first = self.opens.astimezone(ZoneInfo(self.zone)).date() if self.opens else self._around("opens", 0)
        last = last_day(self.closes, self.zone) if self.closes else self._around("closes", 1)
        if first and last and last < first:
            where = "closes" if self.closes else "closes_around"
            raise ValidationError({where: _("The call closes before it opens.")})

    def _around(self, what, end):
        how, day = getattr(self, f"{what}_precision"), getattr(self, f"{what}_around")
        return span(how, day)[end] if how and day and how not in YEARLESS else None

    def save(self, *args, update_fields=None, **kwargs):
        """Gives a new call its address, which never changes: letters hold it. Keeps what was typed beside its moments."""
        if not self.slug:
            self.slug = self._free_slug(slugify(f"{self.round.program.code}-{self.round.slug}-{self.role.key}"))
        self.clocks = promised.kept(self)
        if self.pk and self._is_moved():
            self.moved_at = timezone.now()
        stored = update_fields if update_fields is None else {*update_fields, "clocks", "moved_at"}
        super().save(*args, update_fields=stored, **kwargs)

    def _is_moved(self):
        """Whether its closing is another one, or told on another clock."""
        before = Call.objects.filter(pk=self.pk).values(*CLOSING, "clocks").first()
        if not before:
            return False
        told = before["clocks"].get("closes")
        others = any(before[name] != getattr(self, name) for name in CLOSING)
        return others or (bool(told) and told != self.clocks.get("closes"))

    def _free_slug(self, wanted):
        """An earlier call may hold the address still: its round was renamed since."""
        numbered = (f"{wanted}-{n}" if n > 1 else wanted for n in count(1))
        return next(slug for slug in numbered if not Call.objects.filter(slug=slug).exists())
