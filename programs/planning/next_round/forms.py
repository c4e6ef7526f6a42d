"""How much later the next round is, and what it is called."""

from django import forms
from django.db import IntegrityError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.date_fields.fields import DayField
from programs.models import Round
from programs.offer.dates import weekday_and_day

from . import shifting
from .proposal import days_of, first_day

YEAR, MOST = 12, 120
"""Months."""
SAME, COPIES = "same", "copies"


class ShiftForm(forms.Form):
    """Read from the address, to show what would come of it."""

    months = forms.IntegerField(
        label=_("Months later"),
        min_value=1,
        max_value=MOST,
        help_text=_("12 for the same time next year; 6 where the next window is half a year away."),
    )
    first = DayField(label=_("Or: the first day"), required=False)

    def __init__(self, *args, old, **kwargs):
        super().__init__(*args, **kwargs)
        self.old, self.old_first = old, first_day(old)
        if self.old_first:
            told = gettext("Instead of %(day)s. All days move as far as this one.")
            self.fields["first"].help_text = told % {"day": weekday_and_day(self.old_first)}
        else:
            del self.fields["first"]

    def clean_first(self):
        chosen = self.cleaned_data["first"]
        if chosen and chosen <= self.old_first:
            told = gettext("Choose a day after %(day)s, when the last round began.")
            raise forms.ValidationError(told % {"day": weekday_and_day(self.old_first)})
        last = shifting.later(self.old_first, MOST)
        if chosen and chosen > last:
            told = gettext("Choose a day no later than %(day)s.")
            raise forms.ValidationError(told % {"day": weekday_and_day(last)})
        return chosen

    def shift(self):
        """The shift that was asked for; a year where that is not to be had."""
        chosen = self.cleaned_data.get("first") if self.is_valid() else None
        if chosen:
            return shifting.to_day(self.old_first, chosen)
        months = self.cleaned_data["months"] if self.is_valid() else YEAR
        return shifting.by_months(months, days_of(self.old, with_weekday=True))


class NextRoundForm(ShiftForm):
    """Sent to store what was shown: the same shift, of a round that nobody has changed since."""

    name = forms.CharField(label=_("Name"), max_length=80)
    name_es = forms.CharField(label=_("Name in Spanish"), max_length=80, required=False)
    slug = forms.SlugField(label=_("Short name in addresses"), max_length=40)
    form_choice = forms.ChoiceField(
        label=_("Application forms"),
        widget=forms.RadioSelect,
        choices=[
            (SAME, _("The same forms as last time")),
            (COPIES, _("Copies of them, as drafts to edit and publish")),
        ],
        initial=SAME,
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, may_copy, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"months", "first"} & self.fields.keys():
            self.fields[name].widget = forms.HiddenInput(attrs={"id": False})  # beside the form that shows them
        if not may_copy:
            self.fields["form_choice"].choices = self.fields["form_choice"].choices[:1]
            self.fields["form_choice"].widget = forms.HiddenInput()

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("seen") != seen(self.old):
            told = gettext("The last round was changed since you looked. Look at the dates again.")
            self.add_error(None, told)
        return cleaned

    def name_proposal(self, proposal):
        """The names that were typed, on the row that was proposed."""
        for field in ("name", "name_es", "slug"):
            setattr(proposal.row, field, self.cleaned_data[field])

    def tell(self, error):
        """Why it was not stored. The database refuses only a short name that somebody took in the same moment."""
        if isinstance(error, IntegrityError):
            constraint = next(row for row in Round._meta.constraints if row.name == "round_slug_unique_in_program")
            self.add_error("slug", str(constraint.violation_error_message))
        else:
            self.add_error(None, error.messages)


def seen(round):
    return round.changed_at.isoformat()
