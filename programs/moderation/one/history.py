"""What happened to an application, in words, oldest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from wagtail.log_actions import registry

from programs.models import Decision


@dataclass(frozen=True)
class Line:
    at: datetime
    who: Any
    """A user; None for the applicant or the portal."""
    what: str
    reason: str = ""
    decision: Decision | None = None


def history(application, *, shows_person):
    """Decisions with their reasons, corrections, everything else from the audit log. From what to what a name or an address
    was corrected is told to who may know the person."""
    decisions = [
        Line(decision.at, decision.by, decision.get_verb_display(), decision.reason, decision)
        for decision in application.decisions.select_related("by")
    ]
    rest = registry.get_logs_for_instance(application).exclude(
        action__in=[f"programs.{verb}" for verb in Decision.Verb.values]
    )
    logged = [
        Line(entry.timestamp, entry.user, entry.message, entry.data.get("reason", ""))
        for entry in rest.select_related("user")
    ]
    corrections = application.corrections.select_related("by") if application.corrected else []
    corrected = [
        Line(row.at, row.by, row.get_what_display(), from_to(row) if shows_person else "") for row in corrections
    ]
    return sorted(decisions + logged + corrected, key=lambda line: line.at)


def from_to(row):
    return gettext("From “%(before)s” to “%(after)s”") % {"before": row.before, "after": row.after}
