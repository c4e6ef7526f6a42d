from django.db import models
from django.db.models.functions import Replace, Upper
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from portal.caching.remembering import remembered
from portal.texts.pasted import Tidied


class HostManager(models.Manager):
    def by_key(self):
        """Every host by its key; read only."""
        return remembered("hosts", lambda: {host.pk: host for host in self.all()})

    def get_queryset(self):
        """With whether another host goes by the same acronym, however it is spelled: M.L.A. is MLA."""
        alike = self.model._base_manager.annotate(plain=plain("acronym"))
        others = alike.filter(plain=plain(models.OuterRef("acronym"))).exclude(pk=models.OuterRef("pk"))
        shared = ~models.Q(acronym="") & models.Exists(others)
        return super().get_queryset().annotate(acronym_is_shared=shared)


def plain(acronym):
    return Upper(Replace(acronym, models.Value("."), models.Value("")))


class Host(Tidied, models.Model):
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

    objects = HostManager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("host")
        verbose_name_plural = _("hosts")
        constraints = [
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="host_is_not_its_own_parent"),
        ]

    def __str__(self):
        return f"{self.name} ({self.acronym})" if self.acronym else self.name

    @cached_property
    def acronym_is_shared(self):
        """Read with the row by the manager; asked for by itself where the row came another way."""
        return Host.objects.filter(pk=self.pk, acronym_is_shared=True).exists()

    @property
    def short_name(self):
        """What members call it: its acronym, where that names it alone."""
        return self.acronym if self.acronym and not self.acronym_is_shared else self.name

    def namesakes(self):
        """Other hosts with the same acronym."""
        if not self.acronym:
            return Host.objects.none()
        alike = Host.objects.annotate(plain=plain("acronym")).filter(plain=plain(models.Value(self.acronym)))
        return alike.exclude(pk=self.pk)
