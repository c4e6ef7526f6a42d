from django.db import models
from django.utils.translation import gettext_lazy as _


class Host(models.Model):
    """The body that offers a program: an association or a part of one."""

    class Kind(models.TextChoices):
        ASSOCIATION = "association", _("Association")
        AFFILIATE = "affiliate", _("Affiliate")
        DIVISION = "division", _("Division")
        SECTION = "section", _("Section")
        ROUND_TABLE = "round_table", _("Round table")
        COMMITTEE = "committee", _("Committee")
        OFFICE = "office", _("Office")

    name = models.CharField(_("name"), max_length=200, unique=True)
    acronym = models.CharField(_("acronym"), max_length=30, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self", verbose_name=_("part of"), null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    url = models.URLField(_("web address"), blank=True)
    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown beside the name, so it needs no description."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("host")
        verbose_name_plural = _("hosts")
        constraints = [
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="host_is_not_its_own_parent"),
        ]

    def __str__(self):
        return f"{self.name} ({self.acronym})" if self.acronym else self.name

    @property
    def short_name(self):
        """What members call it."""
        return self.acronym or self.name
