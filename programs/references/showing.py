"""What is told of the references of an application: to its committee, and to its owner."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext

from programs.access.shown_to import Audience, answered
from programs.letters.states import undelivered
from programs.models import Referee
from programs.offer import dates

from .standing import Status, last_day_in_words, takes_references


@dataclass(frozen=True)
class Told:
    """One person who was named. `lines` are (when, what) of what happened; `said` what this reader may read of the reference."""

    row: Referee
    state: str
    lines: list
    said: list
    lost: bool
    """Whether a letter could not be delivered."""

    @property
    def is_asked(self):
        return self.row.replaced_at is None and self.row.status == Status.ASKED

    @property
    def may_be_replaced(self):
        return self.row.replaced_at is None and self.row.status != Status.ANSWERED


def names_others(applications):
    """With `names_others`: whether a reference was ever asked for."""
    return applications.annotate(names_others=Exists(Referee.objects.filter(application=OuterRef("pk"))))


def for_committee(application, audience, *, sensitive=True):
    """Everybody who was named, those of before too, with the reference as far as this audience sees it."""
    rows = application.referees.select_related("correspondent__program", "version")
    return [told(row, audience, sensitive=sensitive) for row in rows]


def for_owner(application):
    """{"referees": those who count, "until": the last day in words, "may_name": whether somebody else may be named}. What a
    reference says is shown where its form names the applicant as somebody who may see it."""
    rows = application.referees.current().select_related("correspondent__program", "version")
    found = [told(row, Audience.SUBJECT) for row in rows]
    open_still = bool(found) and takes_references(application)
    return {"referees": found, "references_until": last_day_in_words(application), "may_name": open_still}


def told(row, audience, *, sensitive=True):
    said = answered(row, to=audience, sensitive=sensitive) if row.status == Status.ANSWERED else []
    lost = row.status == Status.ASKED and undelivered(row.letters).exists()
    state = gettext("Somebody else was named since") if row.replaced_at else row.get_status_display()
    return Told(row, state, happened(row, audience), said, lost)


def happened(row, audience):
    """[(when, what), ...]. Why somebody said no is the committee's to know."""
    zone = row.correspondent.program.time_zone
    said = row.declined_at and gettext("Said no")
    if said and row.reason == Referee.Reason.UNKNOWN and audience != Audience.SUBJECT:
        said = gettext("Said no: does not know the applicant")
    steps = [
        (row.asked_at, gettext("Asked by letter")),
        (row.reminded_at, gettext("Reminded")),
        (row.declined_at, said),
        (row.answered_at, gettext("Sent the reference")),
        (row.changed_at, gettext("Changed the reference")),
    ]
    return [(dates.moment(at, zone), what) for at, what in steps if at]


def with_reference(applications, state):
    """Those with a reference that is waited for, here or declined."""
    states = {"waiting": [Status.NAMED, Status.ASKED], "here": [Status.ANSWERED], "declined": [Status.DECLINED]}
    rows = Referee.objects.current().filter(application=OuterRef("pk"), status__in=states[state])
    return applications.filter(Exists(rows))
