"""Letters that came back: what mail servers report of them (delivery status notifications, RFC 3464).

A report changes something only if it names a Message-ID of ours, which nobody can guess, and says that it has failed for good.
"""

import logging
from email import message_from_bytes, policy

from django.utils import timezone

from programs.models import Letter

from .mails import letter_of, without_link

logger = logging.getLogger(__name__)

MOST_BYTES = 1024 * 1024
"""Of a report: a longer one carries the letter's attachments, and ours have none."""


def note_bounce(raw):
    """Mark the letter that this mail, as bytes, reports as undeliverable. The letter; None where it is no such report."""
    mail = message_from_bytes(raw[:MOST_BYTES], policy=policy.compat32)
    reasons = list(_failures(mail))
    letter = letter_of(raw[:MOST_BYTES].decode("ascii", "replace")) if reasons else None
    if letter is None:
        return None
    marks = {"gave_up_at": timezone.now(), "error": without_link("; ".join(reasons), None)[:500]}
    if Letter.objects.filter(pk=letter.pk, gave_up_at=None).update(**marks):
        logger.warning("The %s letter %s, about %s, came back", letter.kind, letter.pk, letter.about)
    return letter


def _failures(mail):
    """What is said of each recipient whom the mail could not be delivered to: delays and good news are none."""
    for part in mail.walk():
        if part.get_content_type() != "message/delivery-status" or not part.is_multipart():
            continue
        for recipient in part.get_payload():
            if str(recipient.get("Action", "")).strip().lower() == "failed":
                said = recipient.get("Diagnostic-Code") or recipient.get("Status") or "failed"
                yield " ".join(str(said).split())
