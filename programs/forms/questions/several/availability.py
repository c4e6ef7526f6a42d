from itertools import product

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .parts import PartsField, PartsQuestion, PartsWidget, Select
from .zones import choices, zone_name

DAYS = dict(zip(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], WEEKDAYS.values(), strict=True))
TIMES = {
    "morning": (_("Morning"), _("8 to 12")),
    "afternoon": (_("Afternoon"), _("12 to 5")),
    "evening": (_("Evening"), _("5 to 9")),
}
"""Parts of a day with their hours, on the clock of the zone: fewer boxes than hours, and enough to find a pair an hour."""
SLOTS = [f"{day}-{time}" for day, time in product(DAYS, TIMES)]


class WeekWidget(PartsWidget):
    """The zone, and a table of boxes, a row a day."""

    def id_for_label(self, id_):
        return f"{id_}_slots_0" if next(iter(self.wrong), "") == "slots" else super().id_for_label(id_)

    def subwidgets(self, name, value, attrs=None):
        for context in super().subwidgets(name, value, attrs):
            if context["part"] == "slots":
                boxes = {box["value"]: box for _group, group, _n in context["optgroups"] for box in group}
                context["days"] = [
                    (weekday, [(TIMES[time], boxes[f"{day}-{time}"]) for time in TIMES])
                    for day, weekday in DAYS.items()
                ]
                context["times"] = TIMES.values()
            yield context


class Availability(PartsQuestion):
    """Kept as {"zone": name of the zone, "slots": ["mon-morning", ...]}."""

    field_template = "portal/forms/week.html"

    class Meta:
        icon = "time"
        label = _("Weekly availability")

    @classmethod
    def field(cls, question):
        parts = {"zone": zone_field(), "slots": slots_field(required=question["required"])}
        words = cls.worded(question, gettext("Say when you have time for “%(question)s”"))
        return PartsField(parts, joined=cls.joined, widget=WeekWidget, **words)

    @staticmethod
    def joined(cleaned):
        return cleaned and cleaned | {"slots": [slot for slot in SLOTS if slot in cleaned["slots"]]}

    @classmethod
    def parted(cls, question, answer):
        return {"zone": [answer["zone"]], "slots": answer["slots"]} if answer else {}

    @classmethod
    def typed(cls, question, raw):
        words = {slot: f"{capfirst(str(DAYS[slot[:3]]))}: {TIMES[slot[4:]][0]}" for slot in SLOTS}
        zones = {zone: zone_name(zone) for _region, rows in choices() for zone, _name in rows}
        return [(words | zones).get(text, text) for text in super().typed(question, raw)]

    @classmethod
    def reads(cls, question, answer):
        """A line a day with time, and whose clock it is."""
        if not answer:
            return []
        free = {day: [time for time in TIMES if f"{day}-{time}" in answer["slots"]] for day in DAYS}
        lines = [f"{capfirst(str(DAYS[day]))}: {', '.join(map(of_day, times))}" for day, times in free.items() if times]
        return [*lines, gettext("Time zone: %(zone)s") % {"zone": zone_name(answer["zone"])}]


def of_day(time):
    """morning (8 to 12)"""
    name, hours = TIMES[time]
    return f"{str(name).lower()} ({hours})"


def zone_field():
    missing = gettext("Choose your time zone")
    return forms.ChoiceField(
        label=gettext("Time zone"),
        widget=Select,
        choices=[("", gettext("Choose")), *choices()],
        error_messages={"required": missing, "invalid_choice": missing},
    )


def slots_field(*, required):
    told = gettext("Tick at least one time of the week")
    return forms.MultipleChoiceField(
        label=gettext("Times of the week"),
        choices=[(slot, slot) for slot in SLOTS],
        required=required,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": told, "invalid_choice": told, "invalid_list": told},
    )
