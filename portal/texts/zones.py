"""Time zones as rows keep them."""

from zoneinfo import available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def known_time_zone(name):
    if name not in available_timezones():
        raise ValidationError(
            _("%(name)s is not a time zone. Use a name such as America/New_York."), params={"name": name}
        )


def site_time_zone():
    return settings.TIME_ZONE
