from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.utils import timezone

FIRST_MINUTE, LAST_MINUTE = time(0), time(23, 59)


class Kind(StrEnum):
    DAY = "day"
    TIME = "time"
    MOMENT = "moment"


@dataclass(frozen=True)
class Asked:
    """What a field asks for. `ends`: it is the end of something, so that a day without a time counts until it is over.

    `zone` is the clock that a moment is typed on; empty for that of the person who types.
    """

    kind: Kind
    ends: bool = False
    zone: str = ""

    @property
    def clock(self):
        """The time that a day without one stands for."""
        return LAST_MINUTE if self.ends else FIRST_MINUTE

    @property
    def zone_name(self):
        return self.zone or timezone.get_current_timezone_name()

    def local(self, instant):
        """The instant on the clock that is asked for."""
        aware = timezone.make_aware(instant) if timezone.is_naive(instant) else instant
        return aware.astimezone(ZoneInfo(self.zone_name))
