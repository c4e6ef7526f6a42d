from django.db import models
from django.utils.translation import gettext_lazy as _

from .words import Worded


class Topic(Worded, models.Model):
    """A subject that readers look for (cataloging, leadership, storytime). The association's own list."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    name_es = models.CharField(_("name in Spanish"), max_length=80, blank=True)
    slug = models.SlugField(_("short name in addresses"), max_length=80, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self):
        return self.said("name")
