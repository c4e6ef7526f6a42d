"""How many are accepted of the places there are, shown wherever one decides: it warns, and keeps nobody from anything."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext, ngettext

from programs.models import Application, Call

Status = Application.Status


@dataclass(frozen=True)
class Places:
    """Of one call. `places` is None where the call does not say how many there are; `more` are about to be accepted, or less
    than nothing where accepted ones are about to go."""

    call: object
    accepted: int
    waitlisted: int
    more: int = 0

    @property
    def places(self):
        return self.call.places

    @property
    def too_many(self):
        return self.places is not None and self.accepted + self.more > self.places

    def __str__(self):
        """7 accepted of 2 places."""
        return self._told(self.accepted)

    @property
    def after(self):
        """The same once that is done, or nothing where it changes nothing."""
        return self._told(self.accepted + self.more) if self.more else ""

    def _told(self, accepted):
        if self.places is None:
            return ngettext("%(n)d accepted", "%(n)d accepted", accepted) % {"n": accepted}
        told = ngettext("%(n)d accepted of %(places)d place", "%(n)d accepted of %(places)d places", self.places)
        return told % {"n": accepted, "places": self.places}

    @property
    def waiting(self):
        if not self.waitlisted:
            return gettext("Nobody is on the waiting list.")
        return ngettext("%(n)d is on the waiting list.", "%(n)d are on the waiting list.", self.waitlisted) % {
            "n": self.waitlisted
        }


def places_of(calls, more=None):
    """[Places of each call], in their order; one query, however many. `more` says how many of a call are about to be accepted:
    {call's key: number}."""
    counted = Call.objects.filter(pk__in=calls).select_related("round__program", "role").order_by("round", "role", "pk")
    counted = counted.annotate(
        accepted=Count("applications", filter=Q(applications__status=Status.ACCEPTED)),
        waitlisted=Count("applications", filter=Q(applications__status=Status.WAITLISTED)),
    )
    return [Places(call, call.accepted, call.waitlisted, (more or {}).get(call.pk, 0)) for call in counted]
