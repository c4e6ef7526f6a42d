"""Form fields that forgive how people type."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class CleanText:
    """Forgives stray spaces and keeps one form of every letter."""

    def to_python(self, value):
        return unicodedata.normalize("NFC", super().to_python(value) or "").replace("\r\n", "\n").strip()


class TextField(CleanText, forms.CharField):
    pass


class EmailField(CleanText, forms.EmailField):
    """An address with forgiven wrapping: spaces, <>, a comma or full stop behind it."""

    default_error_messages = {"invalid": _("Enter an email address in the right format, like name@example.org")}

    def to_python(self, value):
        return super().to_python(value).strip(" <>,;.\t")

    def clean(self, value):
        value = self.to_python(value)
        self.validate(value)
        if not value or (value.isascii() and value.isprintable()):
            self.run_validators(value)
            return value
        raise ValidationError(self.error_messages["invalid"], code="invalid")


def at_most_words(most):
    def check(value):
        words = len(value.split())
        if words > most:
            raise ValidationError(
                gettext("Use at most %(most)d words; this has %(words)d") % {"most": most, "words": words}
            )

    return check


def email_field(help_text):
    return EmailField(
        label=_("Email address"),
        max_length=254,
        help_text=help_text,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"required": _("Enter your email address")},
    )
