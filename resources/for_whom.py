from django.db import models
from django.utils.translation import gettext_lazy as _


class ForWhom(models.TextChoices):
    """The side of a pair that an entry is for. Whoever looks for one side finds what is for both, too."""

    BOTH = "both", _("For mentors and mentees")
    MENTOR = "mentor", _("For mentors")
    MENTEE = "mentee", _("For mentees")
