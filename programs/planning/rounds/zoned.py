"""Instants as they are typed: on the clock of the program's own time zone, whoever types them and wherever."""

from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from wagtail.admin.widgets import AdminDateTimeInput


class ZonedDateTimeField(forms.DateTimeField):
    """Shows and reads an instant in `zone`, not in the time zone of the person's account."""

    widget = AdminDateTimeInput
    zone = timezone.get_default_timezone_name()

    def prepare_value(self, value):
        with timezone.override(ZoneInfo(self.zone)):
            return super().prepare_value(value)

    def to_python(self, value):
        with timezone.override(ZoneInfo(self.zone)):
            return super().to_python(value)
