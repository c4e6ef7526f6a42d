from dataclasses import replace
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget

from .asked import Asked, Kind
from .reading import in_words, read, shown


class TypedInput(forms.TextInput):
    """One line for a date, with what was understood of it in words below. Without script the words come with the page.

    `boxed`: (a box in the same row, the zone on whose clock it is typed without its tick, and with it).
    """

    template_name = "portal/date_fields/input.html"
    boxed = None

    def __init__(self, attrs=None, asked=Asked(Kind.DAY)):  # noqa: B008  (frozen)
        super().__init__({"autocomplete": "off", "spellcheck": "false"} | (attrs or {}))
        self.asked = asked

    def format_value(self, value):
        return value if value is None or isinstance(value, str) else shown(value, self.asked)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        written = context["widget"]["attrs"]
        place = f"{written.get('id') or name}-said"
        written["aria-describedby"] = f"{written.get('aria-describedby', '')} {place}".strip()
        written |= self._addresses()
        said = self._said(context["widget"]["value"])
        context["widget"]["typed"] = {"place": place, "said": said, "picks": self._picks()}
        return context

    def _addresses(self):
        """Where the script asks what the server understands."""
        if not self.boxed:
            return {"data-typed-date": address(self.asked)}
        box, *zones = self.boxed
        plain, ticked = (address(replace(self.asked, zone=zone)) for zone in zones)
        return {"data-typed-date": plain, "data-box": box, "data-boxed": ticked}

    def _picks(self):
        return self.asked.kind != Kind.TIME

    def _said(self, text):
        try:
            return in_words(read(text, self.asked), self.asked) if text else ""
        except ValidationError:
            return ""  # the message stands beside the field


class RangeInput(DateRangePickerWidget):
    def __init__(self, attrs=None):
        super().__init__(attrs)
        labels = (_("Date from"), _("Date to"))
        self.widgets = [TypedInput({"placeholder": label, "aria-label": label}) for label in labels]


def address(asked):
    query = {"kind": str(asked.kind), "ends": "1" if asked.ends else "", "zone": asked.zone}
    return f"{reverse('portal_dates:said')}?{urlencode({key: value for key, value in query.items() if value})}"
