"""What a form is for. The builder is the same for all; what is asked first, and who may be sent to it, differ."""

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Purpose(TextChoices):
    APPLICATION = "application", _("Applications")
    REFERENCE = "reference", _("References from somebody else")
    CHECK_IN = "check-in", _("Check-ins during the program")
    EVALUATION = "evaluation", _("Evaluations at the end")


FOR_CALLS = {"purpose": Purpose.APPLICATION}
"""Which forms a call may ask."""

FOR_REFERENCES = {"purpose": Purpose.REFERENCE}
"""Which forms a call may have somebody else asked with."""

NOT_IN_REFERENCES = {"file", "referee", "membership_number"}
"""Types of questions that nothing takes from whoever writes a reference."""


def asked_first(purpose):
    """What the portal asks by itself before the form's own questions, in words; everybody but an applicant comes by a
    secret link, so that their name and address are known."""
    if purpose != Purpose.APPLICATION:
        return []
    return [gettext("Full name"), gettext("Email address"), gettext("Consent that the committee reads it")]
