"""What another time zone does to a program's dates: told for each of them, and asked, before anything is stored.

Days without a time are nobody's clock; calls that count “anywhere on Earth” stand on a clock of their own.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from programs.models import Call, Milestone, Round
from programs.offer.dates import moment, zone_words

WORDS = {"opens": _("opens"), "preferred_by": _("soft deadline"), "closes": _("closes")}


class Meaning(TextChoices):
    CLOCK = "clock", _("The clock times are right as they were typed: each date moves to that time in the new zone")
    MOMENT = "moment", _("The moments are right: each date stays where it is, and its clock time is told anew")


@dataclass(frozen=True)
class Reading:
    """One date of a call, or a line of a timeline with a time. `before`, `clock` and `moment` are words; `kept` is the
    instant at which the new zone's clocks show the old time."""

    row: object
    name: str
    at: datetime
    kept: datetime
    label: str
    before: str
    clock: str
    moment: str

    @property
    def is_skipped(self):
        """No clock of the new zone shows this time on this day."""
        there_and_back = self.kept.astimezone(UTC).astimezone(self.kept.tzinfo)
        return there_and_back.replace(tzinfo=None) != self.kept.replace(tzinfo=None)


class ZoneChange:
    def __init__(self, program, old, new):
        self.program, self.old, self.new = program, old, new

    @cached_property
    def readings(self):
        return [*self._of_calls(), *self._of_lines()]

    def _of_calls(self):
        calls = Call.objects.filter(round__program=self.program, anywhere_on_earth=False)
        for call in calls.select_related("round", "role").order_by("round", "role"):
            named = f"{call.round.said('name')}: {call.role.said('name')}"
            for name, word in WORDS.items():
                if at := getattr(call, name):
                    yield self._read(call, name, at, f"{named}, {word}")

    def _of_lines(self):
        lines = Milestone.objects.filter(round__program=self.program, time__isnull=False, starts__isnull=False)
        for line in lines.select_related("round").order_by("round", "starts", "pk"):
            label = f"{line.round.said('name')}: {line.said('label')}"
            yield self._read(line, "time", self._instant(line), label)

    def _instant(self, line):
        return datetime.combine(line.starts, line.time, ZoneInfo(self.old))

    def _read(self, row, name, at, label):
        kept = at.astimezone(ZoneInfo(self.old)).replace(tzinfo=ZoneInfo(self.new))
        words = moment(at, self.old), moment(kept, self.new), moment(at, self.new)
        return Reading(row, name, at, kept, label, *words)

    def refuse(self, meaning):
        """ValidationError where a time that is to stay does not exist in the new zone, or the dates come out of order."""
        skipped = [reading for reading in self.readings if reading.is_skipped]
        if meaning == Meaning.CLOCK and skipped:
            told = gettext("In the new zone, the clocks skip this time: %(dates)s. Change the date first.")
            dates = "; ".join(f"{reading.label} ({reading.before})" for reading in skipped)
            raise ValidationError(told % {"dates": dates})
        for row in self._moved(meaning):
            row.validate_constraints(exclude={"round", "role"})

    def apply(self, meaning):
        for row in self._moved(meaning):
            row.save()
        for call in Call.objects.filter(round__program=self.program).select_related("round__program"):
            call.save(update_fields=["clocks"])  # what is told from now on is promised on the new clock
        Round.objects.filter(program=self.program).update(changed_at=timezone.now())

    def _moved(self, meaning):
        """The rows that are stored otherwise: calls hold moments, lines of a timeline hold clock times."""
        moved = {}
        for reading in self.readings:
            row = moved.setdefault((type(reading.row), reading.row.pk), reading.row)
            if meaning == Meaning.CLOCK and isinstance(row, Call):
                setattr(row, reading.name, reading.kept)
            if meaning == Meaning.MOMENT and isinstance(row, Milestone):
                self._tell_anew(row, reading.at.astimezone(ZoneInfo(self.new)))
        stored = Call if meaning == Meaning.CLOCK else Milestone
        return [row for row in moved.values() if isinstance(row, stored)]

    def _tell_anew(self, line, local):
        days = local.date() - line.starts
        line.starts, line.time, line.ends = local.date(), local.time(), line.ends and line.ends + days

    def told(self, meaning):
        count = len(self.readings)
        if meaning == Meaning.CLOCK:
            told = ngettext(
                "The time zone is %(new)s instead of %(old)s: %(count)d date keeps the clock time that was typed.",
                "The time zone is %(new)s instead of %(old)s: %(count)d dates keep the clock times that were typed.",
                count,
            )
        else:
            told = ngettext(
                "The time zone is %(new)s instead of %(old)s: %(count)d date stays at its moment and reads otherwise.",
                "The time zone is %(new)s instead of %(old)s: %(count)d dates stay at their moments and read otherwise.",
                count,
            )
        return told % {"new": zone_words(self.new), "old": zone_words(self.old), "count": count}


class ZoneQuestion(Panel):
    """Shown once the form was sent with another zone: every date in both readings, and the question which is meant."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "programs/planning/zone_change.html"

        def is_shown(self):
            return bool(self.form and self.form.zone_change)

        def get_context_data(self, parent_context=None):
            change = self.form.zone_change
            zones = {"old": zone_words(change.old), "new": zone_words(change.new), "asked": change.new}
            return super().get_context_data(parent_context) | {"change": change, "form": self.form} | zones
