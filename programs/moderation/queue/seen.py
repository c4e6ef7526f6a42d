"""What a person saw on a screen, carried in one hidden field, so that exactly that is acted on and nothing newer."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from portal.site.addresses import ids_in


class SeenField(forms.CharField):
    """Rows and the word each was shown with, such as "12:received,13:waitlisted": {12: "received", ...}."""

    widget = forms.HiddenInput

    def __init__(self, *, words, **kwargs):
        super().__init__(**kwargs)
        self.words = words

    def prepare_value(self, value):
        return value if isinstance(value, str) else ",".join(f"{pk}:{word}" for pk, word in (value or {}).items())

    def to_python(self, value):
        pairs = [pair.split(":") for pair in super().to_python(value).split(",") if pair]
        if not all(len(pair) == 2 and ids_in(pair[:1]) and pair[1] in self.words for pair in pairs):
            raise ValidationError(gettext("This screen was sent incompletely. Open it again."))
        return {int(pk): word for pk, word in pairs}
