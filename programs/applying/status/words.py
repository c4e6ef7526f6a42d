"""What an applicant may know of where they stand, and how it is called: never more than was announced."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from programs.models import Application

Status = Application.Status

WORDS = {
    Status.RECEIVED: (_("We have your application"), _("The committee has not announced its decisions yet.")),
    Status.ACCEPTED: (_("You are accepted"), _("The committee has accepted your application.")),
    Status.WAITLISTED: (_("You are on the waiting list"), _("We write to you as soon as a place becomes free.")),
    Status.DECLINED: (_("You have no place this time"), _("The committee could not offer you a place in this round.")),
    Status.WITHDRAWN: (_("You have withdrawn"), _("This application is withdrawn. Nothing more happens with it.")),
}
"""What each state is called on the page, and what it means."""


@dataclass(frozen=True)
class Told:
    """What the applicant was told: a state, and when, if a decision was announced."""

    status: str
    at: object = None

    @property
    def label(self):
        return Status(self.status).label

    @property
    def title(self):
        return WORDS[self.status][0]

    @property
    def meaning(self):
        return WORDS[self.status][1]


def told(application):
    """A state that has no words here is one that its applicant does not know of: for them it is received."""
    status = application.disclosed_status
    if status not in WORDS:
        return Told(Status.RECEIVED)
    if status in {Status.RECEIVED, Status.WITHDRAWN}:
        return Told(status)
    last = application.decisions.filter(announced_at__isnull=False).order_by("-announced_at", "-id").first()
    return Told(status, last.announced_at)
