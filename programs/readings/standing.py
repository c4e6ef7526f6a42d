"""How a reading stands, its verbs, and what of the readings of an application somebody may see."""

from dataclasses import dataclass

from django.db.models import Avg, Case, Count, Exists, FloatField, IntegerField, OuterRef, Prefetch, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from programs.access import SCORE, scope
from programs.access.naming import rubric_of
from programs.lifecycle.steps import Table, Transition, advance
from programs.models import Reading

Status = Reading.Status

TABLE = Table(
    {
        "submit": Transition(frozenset({Status.ASSIGNED}), Status.SUBMITTED, _("Submit a reading"), _("read")),
        "open": Transition(
            frozenset({Status.SUBMITTED}), Status.ASSIGNED, _("Open a reading again"), _("opened again to be changed")
        ),
        "recuse": Transition(frozenset({Status.ASSIGNED}), Status.RECUSED, _("Recuse oneself"), _("left to others")),
        "take": Transition(frozenset({Status.ASSIGNED}), Status.TAKEN, _("Take a reading away"), _("taken away")),
        "give": Transition(
            frozenset({Status.TAKEN}), Status.ASSIGNED, _("Assign a reading again"), _("assigned again")
        ),
    },
    {
        Status.ASSIGNED: pgettext_lazy("how a reading stands", "to be read"),
        Status.SUBMITTED: pgettext_lazy("how a reading stands", "read"),
        Status.RECUSED: pgettext_lazy("how a reading stands", "left to others"),
        Status.TAKEN: pgettext_lazy("how a reading stands", "taken away"),
    },
    app="readings",
)


def take(reading, verb, *, by, **noted):
    """Take a verb on a reading as this person saw it, and note what belongs to it. Raises Refused."""

    def note():
        Reading.objects.filter(pk=reading.pk).update(**noted)
        for name, value in noted.items():
            setattr(reading, name, value)

    return advance(reading, verb, TABLE, by=by, seen=reading.status, taken=note)


def submit(reading, *, by):
    return take(reading, "submit", by=by, submitted_at=timezone.now())


@dataclass(frozen=True)
class Read:
    """What came of the readings of one application, as far as somebody may see it."""

    done: int
    wanted: int
    mine: str = ""
    """How this person's own reading stands; nothing where they have none."""
    average: float | None = None
    lowest: float | None = None
    highest: float | None = None

    @property
    def is_missing(self):
        return self.done < self.wanted


def read_of(application, user, *, decides):
    """The Read of an application whose `readings` are at hand."""
    readings = list(application.readings.all())
    done = [reading for reading in readings if reading.status == Status.SUBMITTED]
    mine = next((reading.status for reading in readings if reading.reader_id == user.pk), "")
    scores = [reading.score for reading in done if reading.score is not None] if sees_scores(mine, decides) else []
    told = {"average": sum(scores) / len(scores), "lowest": min(scores), "highest": max(scores)} if scores else {}
    return Read(len(done), rubric_of(application.program).wanted, mine, **told)


def sees_scores(mine, decides):
    """Whether somebody whose own reading stands so may see what others found: not before their own is in."""
    return mine == Status.SUBMITTED or (decides and mine != Status.ASSIGNED)


def with_readings(applications):
    """For lists: the readings of each row, without what was written in them, and its program's rubric. One query more."""
    light = Reading.objects.only("application", "reader", "status", "score")
    return applications.select_related("call__round__program__rubric").prefetch_related(Prefetch("readings", light))


def with_average(applications, user, decides):
    """With `average`, as far as this person may see it: an order tells as much as a number. `decides` is a condition."""
    mine = Reading.objects.filter(application=OuterRef("pk"), reader=user)
    read, open_still = (Exists(mine.filter(status=status)) for status in (Status.SUBMITTED, Status.ASSIGNED))
    seen = Reading.objects.submitted().filter(application=OuterRef("pk")).order_by().values("application")
    found = seen.annotate(average=Avg("score")).values("average")
    seen_by = Case(When(read | (decides & ~open_still), then=Subquery(found)), output_field=FloatField())
    return applications.annotate(average=seen_by)


def done_of():
    """How many readings of an application are in, as an expression."""
    done = Reading.objects.submitted().filter(application=OuterRef("pk")).order_by().values("application")
    return Coalesce(Subquery(done.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0)


def lacking_readings(applications, lacking=True):
    """Those with fewer readings than their program wants, or all others. It wants two, where it says nothing."""
    fewer = Q(done__lt=Coalesce("call__round__program__rubric__wanted", WANTED))
    return applications.alias(done=done_of()).filter(fewer if lacking else ~fewer)


WANTED = 2
"""As the rubric begins."""


def waiting_for(user):
    """What this person has to read, oldest first: for the home of the committee, too."""
    return scope(Reading.objects.waiting().filter(reader=user), user, SCORE).with_application()
