from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from portal.texts.words import Worded

from .conditions import Conditions


class Role(Worded, Conditions, ClusterableModel):
    """A part one can take in a program, in the program's own words (buddy, protégé, navigator), and who can take it."""

    class Side(models.TextChoices):
        GIVES = "gives", _("Gives mentoring")
        RECEIVES = "receives", _("Receives mentoring")
        PEER = "peer", _("Peer")

    known_by = "name"

    program = ParentalKey("Program", on_delete=models.CASCADE, related_name="roles")
    key = models.SlugField(
        _("key"), max_length=20, help_text=_("Stays the same when the words change, such as mentee.")
    )
    side = models.CharField(_("side"), max_length=10, choices=Side)
    name = models.CharField(_("name"), max_length=80, help_text=_("As in “Apply as mentee”."))
    plural = models.CharField(_("plural"), max_length=80, help_text=_("As in “mentees hear by May”."))
    name_es = models.CharField(_("name in Spanish"), max_length=80, blank=True)
    plural_es = models.CharField(_("plural in Spanish"), max_length=80, blank=True)

    class Meta:
        ordering = ["side", "key"]
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.UniqueConstraint(
                fields=["program", "key"],
                name="role_key_unique_in_program",
                violation_error_message=_("Two roles of this program have the same key."),
            )
        ]

    def __str__(self):
        return self.said("name")
