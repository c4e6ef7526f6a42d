"""A number as people type it: 1,200 or 1.200,5, by the language they read. What can be two numbers is asked again."""

import re
import unicodedata
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from programs.forms.editing import Line
from programs.forms.fields import LineField

from .question import TYPED_SETTINGS, TypedQuestion, arranged

MOST_DIGITS = 15
GROUPED = r"[1-9]\d{0,2}(?:(?P<sign>[ ,.'’])\d{3})(?:(?P=sign)\d{3})*"
PARTED = re.compile(rf"(?P<whole>\d*|{GROUPED})(?P<point>[.,])(?P<fraction>\d+)", re.ASCII)
WHOLE = re.compile(rf"\d+|{GROUPED}", re.ASCII)


def signs():
    """(between thousands, before decimals), as the reader's language writes them."""
    return (",", ".") if (get_language() or "en").startswith("en") else (".", ",")


def read_number(text):
    """The Decimal that is meant; None where the text is no number. ValidationError where it can be two."""
    minus, plain = re.fullmatch(r"([-−–+]?) ?(.*)", _with_plain_digits(text)).groups()
    whole, parted = WHOLE.fullmatch(plain), PARTED.fullmatch(plain)
    if parted and parted["sign"] == parted["point"]:
        parted = None
    thousands, _decimals = signs()
    if whole and parted and whole["sign"] != thousands:
        told = gettext("“%(typed)s” can be two different numbers. Write it without a sign between the thousands.")
        raise ValidationError(told % {"typed": text})
    if not (whole or parted):
        return None
    digits = plain if whole else f"{parted['whole'] or 0}#{parted['fraction']}"
    number = Decimal(re.sub(r"[ ,.'’]", "", digits).replace("#", "."))
    return -number if minus in {"-", "−", "–"} else number


def _with_plain_digits(text):
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in " ".join(text.split()))


def written(number):
    """Without signs between thousands, so that it is read as itself in every language."""
    return f"{number.normalize() if number else Decimal(0):f}".replace(".", signs()[1])


class NumberField(LineField):
    """Cleans to a Decimal, or None."""

    default_error_messages = {
        "invalid": _("Enter a number in digits, such as 12"),
        "whole": _("Enter a whole number, without decimals"),
        "long": _("Use at most 15 digits"),
    }

    def __init__(self, *, least, most, decimals, unit, **kwargs):
        super().__init__(max_length=60, **kwargs)
        self.least, self.most, self.decimals, self.unit = least, most, decimals, unit

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        number = read_number(self._without_unit(text))
        if number is None:
            raise self._wrong("invalid")
        if len(number.as_tuple().digits) > MOST_DIGITS + 2 or abs(number) >= 10**MOST_DIGITS:
            raise self._wrong("long")
        self._fits(number)
        return number.normalize() if number else Decimal(0)

    def _wrong(self, code):
        return ValidationError(self.error_messages[code], code=code)

    def _without_unit(self, text):
        unit = re.escape(self.unit or "")
        return re.sub(rf"^{unit}\s*|\s*{unit}$", "", text, flags=re.IGNORECASE) if unit else text

    def _fits(self, number):
        if number != round(number, self.decimals):
            told = gettext("Use at most %(most)d decimals") % {"most": self.decimals}
            raise ValidationError(told) if self.decimals else self._wrong("whole")
        if (self.least is not None and number < self.least) or (self.most is not None and number > self.most):
            raise ValidationError(self._range())

    def _range(self):
        told = {"least": said(self.least), "most": said(self.most)}
        if self.least is None:
            return gettext("Enter a number up to %(most)s") % told
        if self.most is None:
            return gettext("Enter a number of at least %(least)s") % told
        return gettext("Enter a number from %(least)s to %(most)s") % told


def said(number):
    """1,200.5, the way the reader's language writes it."""
    return "" if number is None else formats.number_format(number, use_l10n=True, force_grouping=True)


class Number(TypedQuestion):
    field_template = "portal/forms/number.html"

    least = blocks.DecimalBlock(label=_("Least"), required=False, max_digits=12, decimal_places=2)
    most = blocks.DecimalBlock(label=_("Most"), required=False, max_digits=12, decimal_places=2)
    decimals = blocks.IntegerBlock(
        label=_("Decimals"), default=0, min_value=0, max_value=2, help_text=_("0: whole numbers only.")
    )
    unit = Line(label=_("Unit"), required=False, max_length=40, help_text=_("Such as years. It is shown."))

    class Meta:
        icon = "order"
        label = _("Number")
        form_layout = arranged("least", "most", "decimals", "unit", settings=TYPED_SETTINGS)

    def definition(self, child, taken):
        value = child.value
        limits = {name: str(value[name]) for name in ("least", "most") if value[name] is not None}
        own = {"decimals": value["decimals"] or 0, "unit": (value["unit"] or "").strip()}
        return super().definition(child, taken) | limits | own

    @classmethod
    def field(cls, question):
        least, most = (Decimal(question[name]) if question.get(name) else None for name in ("least", "most"))
        decimals = question.get("decimals", 0)
        return NumberField(
            least=least,
            most=most,
            decimals=decimals,
            unit=question.get("unit", ""),
            widget=forms.TextInput(attrs=cls.attrs(question, inputmode="decimal" if decimals else "numeric")),
            **cls.worded(question, gettext("Enter a number for “%(question)s”")),
        )

    @staticmethod
    def kept(cleaned):
        return f"{cleaned:f}"

    restored = staticmethod(Decimal)

    @classmethod
    def refilled(cls, question, name, answer):
        return {name: [written(answer)]}

    @classmethod
    def reads(cls, question, answer):
        return [f"{said(answer)} {question.get('unit', '')}".strip()] if answer is not None else []

    @classmethod
    def cell(cls, question, answer):
        if answer is None:
            return None
        return int(answer) if answer == int(answer) else float(answer)
