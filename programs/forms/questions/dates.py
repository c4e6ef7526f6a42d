"""Days and months as people type them, read by the rules that staff's dates are read by, and said again in words."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.checks.reading.typed_dates import MONTH, MONTH_OF, plain_name
from portal.date_fields.asked import Asked, Kind
from portal.date_fields.reading import in_words, read
from portal.date_fields.years import out_of_range
from portal.texts import dates
from programs.forms.editing import Day
from programs.forms.fields import LineField

from .question import TYPED_SETTINGS, TypedQuestion, arranged

DAY = Asked(Kind.DAY)
EXAMPLE = date(2027, 12, 18)


class SaidBoundField(BoundField):
    @property
    def said(self):
        """What was understood of it, in words; empty where nothing was. What is wrong is said elsewhere."""
        try:
            found = self.field.understood(self.value() or "")
        except ValidationError:
            return ""
        return self.field.in_words(found) if found else ""


class DayField(LineField):
    """Cleans to a date, or None."""

    def __init__(self, *, earliest=None, latest=None, **kwargs):
        super().__init__(max_length=100, **kwargs)
        self.earliest, self.latest = earliest, latest

    def get_bound_field(self, form, field_name):
        return SaidBoundField(form, self, field_name)

    def understood(self, text):
        text = self.to_python(text)
        return self.read(text) if text else None

    def clean(self, value):
        text = super().clean(value)
        found = self.read(text) if text else None
        if found and ((self.earliest and found < self.earliest) or (self.latest and found > self.latest)):
            raise ValidationError(self._range())
        return found

    def _range(self):
        told = {
            "earliest": self.earliest and dates.day(self.earliest),
            "latest": self.latest and dates.day(self.latest),
        }
        if not self.earliest:
            return gettext("Enter a date up to %(latest)s") % told
        if not self.latest:
            return gettext("Enter a date from %(earliest)s on") % told
        return gettext("Enter a date from %(earliest)s to %(latest)s") % told

    @staticmethod
    def read(text):
        return read(text, DAY)

    @staticmethod
    def in_words(found):
        return in_words(found, DAY)


class MonthField(DayField):
    """Cleans to the first day of a month, or None."""

    NUMBERS = re.compile(r"(?P<year>\d{4})\s*[-/.]\s*(?P<month>\d{1,2})|(?P<first>\d{1,2})\s*[-/.]\s*(?P<last>\d{4})")
    WORDS = re.compile(rf"{MONTH},?\s*(?:(?:del?|of)\s+)?(?P<year>\d{{4}})", re.IGNORECASE)

    @classmethod
    def read(cls, text):
        if found := cls.NUMBERS.fullmatch(text):
            year, month = int(found["year"] or found["last"]), int(found["month"] or found["first"])
        elif found := cls.WORDS.fullmatch(text):
            year, month = int(found["year"]), MONTH_OF[plain_name(found["month"])]
        else:
            year = month = 0
        if not 1 <= month <= 12:
            told = gettext("Enter a month and a year, such as %(one)s or %(other)s")
            raise ValidationError(told % {"one": dates.month(EXAMPLE), "other": "12/2027"})
        if out_of_range(year):
            raise out_of_range(year)
        return date(year, month, 1)

    @staticmethod
    def in_words(found):
        return capfirst(dates.month(found))


class Dated(TypedQuestion):
    field_template = "portal/forms/date.html"
    AUTOCOMPLETE = "off"

    kept = staticmethod(date.isoformat)
    restored = staticmethod(date.fromisoformat)

    @classmethod
    def asked_by(cls, field_class, question, missing, example, **limits):
        field = field_class(
            widget=forms.TextInput(attrs=cls.attrs(question, spellcheck="false")),
            **limits,
            **cls.worded(question, missing),
        )
        field.help_text = f"{field.help_text} {gettext('Such as %(example)s.') % {'example': example}}".strip()
        return field


class DateQuestion(Dated):
    earliest = Day(label=_("Earliest"), required=False)
    latest = Day(label=_("Latest"), required=False)

    class Meta:
        icon = "date"
        label = _("Date")
        form_layout = arranged("earliest", "latest", settings=TYPED_SETTINGS)

    def definition(self, child, taken):
        limits = {name: child.value[name].isoformat() for name in ("earliest", "latest") if child.value[name]}
        return super().definition(child, taken) | limits

    @classmethod
    def field(cls, question):
        limits = {name: date.fromisoformat(question[name]) for name in ("earliest", "latest") if question.get(name)}
        missing = gettext("Enter a date for “%(question)s”")
        return cls.asked_by(DayField, question, missing, dates.day(EXAMPLE), **limits)

    @classmethod
    def refilled(cls, question, name, answer):
        return {name: [dates.day(answer)]}

    @classmethod
    def reads(cls, question, answer):
        return [in_words(answer, DAY)] if answer else []

    @classmethod
    def cell(cls, question, answer):
        return answer


class Month(Dated):
    class Meta:
        icon = "calendar-alt"
        label = _("Month and year")

    @classmethod
    def field(cls, question):
        missing = gettext("Enter a month and a year for “%(question)s”")
        return cls.asked_by(MonthField, question, missing, dates.month(EXAMPLE))

    @staticmethod
    def kept(cleaned):
        return cleaned.isoformat()[:7]

    @staticmethod
    def restored(kept):
        return date.fromisoformat(f"{kept}-01")

    @classmethod
    def refilled(cls, question, name, answer):
        return {name: [dates.month(answer)]}

    @classmethod
    def reads(cls, question, answer):
        return [capfirst(dates.month(answer))] if answer else []

    @classmethod
    def cell(cls, question, answer):
        return answer.isoformat()[:7] if answer else None
