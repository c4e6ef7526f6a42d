from itertools import count

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.date_fields.years import Dated
from programs.models.applying.application import Application
from programs.offer.dates import ANYWHERE_ON_EARTH, moment


class CallQuerySet(models.QuerySet):
    def with_taken(self):
        """With the number of applications that stand against each call's limit, for states of many calls."""
        sent = Application.objects.counted().filter(call=models.OuterRef("pk")).order_by().values("call")
        number = models.Subquery(sent.values(number=models.Count("pk")))
        return self.annotate(taken=Coalesce(number, 0))

    def rolling(self):
        """Those that open and never close."""
        return self.order_by().filter(opens__isnull=False, closes=None)

    def closing(self):
        return self.order_by().filter(closes__isnull=False)


class Call(Dated):
    """The invitation to apply for one role in one round: its form, its window, its limits."""

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
    )
    url = models.URLField(_("form elsewhere"), blank=True, help_text=_("For a call that is answered on another site."))
    opens = models.DateTimeField(_("opens"), null=True, blank=True)
    closes = models.DateTimeField(_("closes"), null=True, blank=True, help_text=_("Empty: stays open."))
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
    places = models.PositiveIntegerField(_("places"), null=True, blank=True)
    limit = models.PositiveIntegerField(
        _("most applications"), null=True, blank=True, help_text=_("The call closes by itself after this many.")
    )

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ["round", "role"]
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        constraints = [
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

    def clean(self):
        super().clean()
        if self.role_id and self.round_id and self.role.program_id != self.round.program_id:
            raise ValidationError({"role": _("This role belongs to another program.")})

    def save(self, *args, **kwargs):
        """Gives a new call its address. The address never changes: letters hold it."""
        if not self.slug:
            self.slug = self._free_slug(slugify(f"{self.round.program.code}-{self.round.slug}-{self.role.key}"))
        super().save(*args, **kwargs)

    def _free_slug(self, wanted):
        """An earlier call may hold the address still: its round was renamed since."""
        numbered = (f"{wanted}-{n}" if n > 1 else wanted for n in count(1))
        return next(slug for slug in numbered if not Call.objects.filter(slug=slug).exists())
