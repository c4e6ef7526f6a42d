"""Time zones as rows keep them."""

import zoneinfo
from functools import cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


@cache
def time_zones():
    """Their names. Python reads its whole folder of zones each time it is asked, which takes longer than most pages."""
    return frozenset(zoneinfo.available_timezones())


def known_time_zone(name):
    if name not in time_zones():
        raise ValidationError(
            _("%(name)s is not a time zone. Use a name such as America/New_York."), params={"name": name}
        )


def site_time_zone():
    return settings.TIME_ZONE
