"""How somebody is reached, where they are found, and by which number an association knows them."""

import re
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from programs.forms.editing import Line
from programs.forms.fields import EmailField, LineField

from .question import Question, TypedQuestion, arranged

DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")


class Email(TypedQuestion):
    class Meta:
        icon = "mail"
        label = _("Email address")

    @classmethod
    def field(cls, question):
        return EmailField(
            max_length=254,
            widget=forms.EmailInput(attrs=cls.attrs(question, spellcheck="false")),
            **cls.worded(question, gettext("Enter an email address for “%(question)s”")),
        )


class PhoneField(LineField):
    """Kept as it was typed: people know best how their number is read out. Digits of any script are understood."""

    default_error_messages = {"invalid": _("Enter a phone number, such as +1 312 555 0199 or (312) 555-0199 ext. 12")}

    NUMBER = re.compile(
        r"\+?[\d().\-/ ]+?(?:[ ,;]*(?:x|ext|extension|extensión|int|interno|#)[.: ]*\d{1,8})?", re.IGNORECASE
    )

    def to_python(self, value):
        return " ".join(super().to_python(value).translate(DASHES).split())

    def validate(self, value):
        super().validate(value)
        digits = len(re.findall(r"\d", value))
        if value and not (self.NUMBER.fullmatch(value) and 5 <= digits <= 23):
            raise ValidationError(self.error_messages["invalid"], code="invalid")


class Phone(TypedQuestion):
    AUTOCOMPLETE = "tel"

    class Meta:
        icon = "mobile-alt"
        label = _("Phone number")

    @classmethod
    def field(cls, question):
        return PhoneField(
            max_length=60,
            widget=forms.TelInput(attrs=cls.attrs(question)),
            **cls.worded(question, gettext("Enter a phone number for “%(question)s”")),
        )


class WebAddressField(LineField):
    """An address of the web. Without a scheme it is one of https."""

    default_error_messages = {
        "invalid": _("Enter a web address, such as https://www.example.org/me"),
        "secret": _("Leave the name and password out of the web address"),
    }
    check = staticmethod(URLValidator(schemes=["http", "https"]))

    def to_python(self, value):
        plain = super().to_python(value).strip("<>,; ")
        return f"https://{plain}" if plain and not re.match(r"[a-z][a-z0-9+.-]*://", plain, re.IGNORECASE) else plain

    def validate(self, value):
        super().validate(value)
        if value:
            self._look(value)

    def _look(self, value):
        try:
            parts = urlsplit(value)
            self.check(value)
        except (ValueError, ValidationError):
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
        if "@" in parts.netloc:
            raise ValidationError(self.error_messages["secret"], code="secret")


class WebAddress(TypedQuestion):
    class Meta:
        icon = "link"
        label = _("Web address")

    @classmethod
    def field(cls, question):
        return WebAddressField(
            max_length=2000,
            widget=forms.URLInput(attrs=cls.attrs(question, spellcheck="false")),
            **cls.worded(question, gettext("Enter a web address for “%(question)s”")),
        )


class MembershipField(LineField):
    """Letters, digits and hyphens, whatever stands between or before them on the card."""

    default_error_messages = {"invalid": _("Use only letters, digits and hyphens for the membership number")}

    def to_python(self, value):
        plain = super().to_python(value).translate(DASHES)
        return re.sub(r"\s+", "", re.sub(r"^\s*(?:#|(?:no|nr|núm)\.|n\.?º)", "", plain, flags=re.IGNORECASE))

    def validate(self, value):
        super().validate(value)
        if value and not re.fullmatch(r"[^\W_]+(?:-+[^\W_]+)*", value):
            raise ValidationError(self.error_messages["invalid"], code="invalid")


class MembershipNumber(Question):
    """A type of its own, so that a check can find it, and whose it is (`whose` in the definition)."""

    whose = Line(
        label=_("Whose membership"),
        required=False,
        max_length=60,
        help_text=_("Such as ALA. It stands behind the question, and a list of members is looked up by it."),
    )

    class Meta:
        icon = "user"
        label = _("Membership number")
        form_layout = arranged("whose", settings=Question.SETTINGS)

    def definition(self, child, taken):
        return super().definition(child, taken) | {"whose": (child.value["whose"] or "").strip()}

    @classmethod
    def field(cls, question):
        words = cls.worded(question, gettext("Enter the membership number for “%(question)s”"))
        whose = question.get("whose")
        if whose and whose.casefold() not in question["label"].casefold():
            words["label"] = f"{question['label']} ({whose})"
        attrs = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        return MembershipField(max_length=40, widget=forms.TextInput(attrs=attrs), **words)
