from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.texts.streams import StreamField

from .blocks import material_blocks


class WithMaterial(models.Model):
    """A page that may end with pictures, documents and recordings."""

    material = StreamField(material_blocks(), blank=True, verbose_name=_("pictures, documents, recordings"))

    class Meta:
        abstract = True
