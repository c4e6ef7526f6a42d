"""Whether what was sent may be junk. Suspects are taken in like everybody, and held for a person: the answer tells nothing.

`suspicions` judges what it is given; `judge` counts, too, and says when a network has sent more than anybody can read.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from portal.site.slowing import DAY, allowed, key_of, mailbox, network, seconds_left

TRAP = "homepage"
"""The field that no person sees: templates/portal/forms/trap.html."""

LEAST, MOST = timedelta(seconds=4), timedelta(days=120)
"""The age of an opened form that people send."""

LINKS = 6
"""Web addresses in all answers together: more is an advertisement."""

VARIANTS = 2
"""A day's sends of variants of one mailbox to one call."""

UNPROVEN = 30
"""Applications an hour from one network whose addresses nobody has proven yet; each proof makes room for another one."""

MOST_HELD, MOST_SENT = 60, 2000
"""An hour from one network, before we ask to wait: of what only machines send, and of anything."""

WEB_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)


@dataclass(frozen=True)
class Judgement:
    """What becomes of one send: `wait` seconds before it is tried again, or taken in with these marks."""

    network: str
    suspected: str = ""
    wait: int = 0

    @property
    def marks(self):
        """For intake.receive."""
        return {"network": self.network, "suspected": self.suspected}


def suspicions(data, *, opened_at, sent_at, many=False):
    """Why this may be junk, as words of SUSPICIONS. `data` are lists of texts by the names of their fields."""
    age = sent_at - opened_at
    written = " ".join(text for name, texts in data.items() if name != TRAP for text in texts)
    judged = {
        "trap": any(text.strip() for text in data.get(TRAP, [])),
        "links": len(WEB_ADDRESS.findall(written)) > LINKS,
        "fast": age < LEAST,
        "old": age > MOST,
        "many": many,
    }
    return [word for word, true in judged.items() if true]


def judge(request, call, *, data, email, opened_at):
    """Judge one send of a form, after it was checked and before it is taken in; not what was taken in before.

    What only machines do is counted on its own, so that a flood of it takes nothing from honest people of the same network.
    """
    where = key_of("network", network(request))
    reasons = suspicions(data, opened_at=opened_at, sent_at=timezone.now())
    variant = mailbox(email) != email.strip().lower()
    if variant and not allowed(f"variants to {call.pk}", mailbox(email), most=VARIANTS, per=DAY):
        reasons.append("address")
    if reasons and not allowed("held", where, most=MOST_HELD):
        return Judgement(where, wait=seconds_left("held", where))
    if not reasons and not allowed("unproven", where, most=UNPROVEN):
        reasons.append("many")
        if not allowed("sent", where, most=MOST_SENT):
            return Judgement(where, wait=seconds_left("sent", where))
    return Judgement(where, " ".join(reasons))
