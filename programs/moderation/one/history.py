"""What happened to an application, in words, oldest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

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


def history(application):
    """Decisions with their reasons, questions and answers, everything else from the audit log."""
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
    return sorted(decisions + logged, key=lambda line: line.at)
