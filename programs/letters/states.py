"""Where a letter is on its way, in words."""

from django.db import models
from django.db.models import Case, Exists, OuterRef, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programs.models import Letter


class State(models.TextChoices):
    SENT = "sent", _("Sent")
    GAVE_UP = "gave_up", _("Could not be delivered")
    HELD = "held", _("Held back")
    SENDING = "sending", _("Being sent")
    RETRYING = "retrying", _("To be tried again")
    WAITING = "waiting", _("Waiting to be sent")


def with_state(letters):
    """The letters with their `state`: the first of these that is true."""
    return letters.annotate(
        state=Case(
            When(gave_up_at__isnull=False, then=Value(State.GAVE_UP)),  # also one that was sent and came back
            When(sent_at__isnull=False, then=Value(State.SENT)),
            When(held_at__isnull=False, then=Value(State.HELD)),
            When(leased_until__gt=timezone.now(), then=Value(State.SENDING)),
            When(attempts__gt=0, then=Value(State.RETRYING)),
            default=Value(State.WAITING),
        )
    )


def undelivered(letters):
    """Given up, or come back, and not sent again since: somebody has to look at these."""
    return letters.filter(~Exists(Letter.objects.filter(again_of=OuterRef("pk"))), gave_up_at__isnull=False)
