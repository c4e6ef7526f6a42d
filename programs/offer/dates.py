"""How days and moments read: the words of portal.dates, under the name by which programs know them."""

from portal.texts.dates import (
    ANYWHERE_ON_EARTH,
    ZONE_WORDS,
    clock,
    day,
    moment,
    month,
    month_name,
    weekday_and_day,
    worded,
    written,
    zone_words,
)

__all__ = [
    "ANYWHERE_ON_EARTH",
    "ZONE_WORDS",
    "clock",
    "day",
    "moment",
    "month",
    "month_name",
    "weekday_and_day",
    "worded",
    "written",
    "zone_words",
]
