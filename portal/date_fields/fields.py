"""Form fields that read days, times and moments as staff type them."""

from dataclasses import replace

from django import forms
from django_filters.fields import DateRangeField

from .asked import Asked, Kind
from .reading import read, shown
from .widgets import RangeInput, TypedInput


class Typed:
    """A temporal field of Django's that leaves what it cannot read as it was typed. Whatever date widget it is given,
    Wagtail's with a script that writes over the text among them, it brings its own."""

    kind = None

    def __init__(self, *, ends=False, zone="", widget=None, **kwargs):
        self.asked = Asked(self.kind, ends, zone)
        hidden = getattr(widget, "input_type", "") == "hidden"
        own = TypedInput(attrs=getattr(widget, "attrs", None), asked=self.asked)
        super().__init__(widget=widget if hidden else own, **kwargs)

    def ask(self, **changes):
        """Asks otherwise from now on: on the clock of another zone, say."""
        self.asked = self.widget.asked = replace(self.asked, **changes)

    def prepare_value(self, value):
        return value if value is None or isinstance(value, str) else shown(value, self.asked)

    def to_python(self, value):
        if isinstance(value, str):
            return read(value, self.asked) if value.strip() else None
        return super().to_python(value)


class DayField(Typed, forms.DateField):
    kind = Kind.DAY


class TimeField(Typed, forms.TimeField):
    kind = Kind.TIME


class MomentField(Typed, forms.DateTimeField):
    kind = Kind.MOMENT


class DayRangeField(DateRangeField):
    """From one day to another, in the filters of a list."""

    def __init__(self, *args, widget=None, **kwargs):
        super(DateRangeField, self).__init__((DayField(), DayField()), *args, widget=RangeInput(), **kwargs)
