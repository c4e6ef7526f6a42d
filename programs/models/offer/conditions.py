from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField


class Conditions(models.Model):
    """Who can take a role, as data; programs.eligibility makes the sentences. All empty: anybody."""

    class Membership(models.TextChoices):
        ANY = "any", _("any one of them")
        ALL = "all", _("all of them")

    class Students(models.TextChoices):
        ONLY = "only", _("only students")
        TOO = "too", _("students too, whatever their experience")

    member_of = ParentalManyToManyField(
        "Host", verbose_name=_("member of"), blank=True, related_name="+", help_text=_("Empty: members and others.")
    )
    membership = models.CharField(_("of several, member of"), max_length=3, choices=Membership, default=Membership.ANY)
    member_also = models.ForeignKey(
        "Host",
        verbose_name=_("and in any case member of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("For “ALA and any of three divisions”: ALA here, the divisions above."),
    )
    may_join = models.BooleanField(
        _("or will become a member"), default=False, help_text=_("Whoever intends to join can apply as well.")
    )
    years_least = models.PositiveSmallIntegerField(_("at least … years of experience"), null=True, blank=True)
    years_below = models.PositiveSmallIntegerField(
        _("fewer than … years of experience"), null=True, blank=True, help_text=_("Readers see “less than …”.")
    )
    years_most = models.PositiveSmallIntegerField(
        _("up to … years of experience"), null=True, blank=True, help_text=_("Readers see “up to …”.")
    )
    first_year = models.BooleanField(_("in the first year of the post"), default=False)
    students = models.CharField(_("students"), max_length=4, choices=Students, blank=True)
    newcomers = models.BooleanField(
        _("people new to the profession"),
        default=False,
        help_text=_(
            "They are named among those who can apply, whatever else is asked. The directory finds the program for them."
        ),
    )
    age_least = models.PositiveSmallIntegerField(_("at least … years old"), null=True, blank=True)
    guardian = models.BooleanField(
        _("younger with a guardian’s permission"),
        default=False,
        help_text=_("Without a least age: minors need a guardian’s permission."),
    )
    conditions = models.TextField(
        _("other conditions"), blank=True, help_text=_("Whole sentences, one a line, such as “You work with children.”")
    )
    conditions_es = models.TextField(_("other conditions in Spanish"), blank=True)
    exceptions = models.BooleanField(_("the coordinator can make exceptions"), default=False)

    class Meta:
        abstract = True

    @property
    def years_end(self):
        """From how many years on it is too many; None where none are."""
        return self.years_below if self.years_most is None else self.years_most + 1

    @property
    def asks_years(self):
        return bool(self.years_least) or self.years_end is not None

    def clean(self):
        super().clean()
        if self.years_below is not None and self.years_most is not None:
            raise ValidationError({"years_most": _("Say either “fewer than” or “up to”, not both.")})
        if self.years_least is not None and self.years_most is not None and self.years_most < self.years_least:
            raise ValidationError({"years_most": _("Nobody has that experience: this is less than the least.")})
        if self.years_least is not None and self.years_below is not None and self.years_below <= self.years_least:
            raise ValidationError({"years_below": _("Nobody has that experience: this must be more than the least.")})
