"""For whom answers may be: a question says so, and programs.access.shown_to sees to it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Audience(TextChoices):
    APPLICANT = "applicant", _("Who sent it")
    COORDINATOR = "coordinator", _("Coordinators of the program")
    READER = "reader", _("All who read for the committee")
    ANONYMOUS = "anonymous", _("Who reads for the committee and does not know whose it is")
    SUBJECT = "subject", _("In a reference: the applicant whom it is about")
    PARTNER = "partner", _("The person one is matched with")
    PUBLIC = "public", _("Everybody")


COMMITTEE = (Audience.COORDINATOR, Audience.READER)
"""Who sees the answers to a question that names nobody."""

CHOOSABLE = [audience for audience in Audience if audience not in {Audience.APPLICANT, Audience.ANONYMOUS}]
"""What an editor can choose among: what people said themselves they may always read again, and who reads anonymously sees
of what readers see what names nobody (programs/access/naming.py)."""
