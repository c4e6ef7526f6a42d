"""Form fields that forgive how people type, and say one thing at a time, in our words."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.texts.lines import one_line
from portal.texts.pasted import CONTROLS


class CleanText:
    """Forgives stray spaces and controls that nobody sees, and keeps one form of every letter.

    No browser is told the most that fits: it would cut what is pasted without a word.
    """

    default_error_messages = {
        "max_length": _("Use at most %(limit_value)d characters; this has %(show_value)d"),
    }

    def to_python(self, value):
        text = unicodedata.normalize("NFC", super().to_python(value) or "")
        return CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()

    def run_validators(self, value):
        """The first thing that is wrong with it: a second one would be read as a second mistake."""
        try:
            super().run_validators(value)
        except ValidationError as error:
            raise error.error_list[0] from None

    def widget_attrs(self, widget):
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class TextField(CleanText, forms.CharField):
    pass


class LineField(TextField):
    """Text on one line, which nothing typed into it can leave."""

    def to_python(self, value):
        return super().to_python(one_line(value or ""))


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


def at_most_letters(most):
    def check(value):
        if len(value) > most:
            told = {"most": most, "letters": len(value)}
            raise ValidationError(gettext("Use at most %(most)d characters; this has %(letters)d") % told)

    return check


def email_field(help_text):
    return EmailField(
        label=_("Email address"),
        max_length=254,
        help_text=help_text,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"required": _("Enter your email address")},
    )
