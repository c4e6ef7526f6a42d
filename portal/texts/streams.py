"""Streams of blocks, as pages hold them."""

from django.db import models
from wagtail import fields


class StreamField(fields.StreamField):
    """Wagtail's, but migrations know it as plain JSON.

    Which blocks an editor may choose is no matter of the database: adding one, or rewording its help, makes no migration.
    A data migration reads and writes the raw list of `{"type": ..., "value": ..., "id": ...}`. (Wagtail's own field, made
    anew in a migration without its blocks, would lose every block on saving.)
    """

    def __init__(self, block_types=(), **kwargs):
        super().__init__(block_types, **kwargs)

    def deconstruct(self):
        """Also what a copy of the field is made of, so __init__ takes what stands here."""
        name, _path, args, kwargs = models.Field.deconstruct(self)
        return name, "django.db.models.JSONField", args, {"default": list} | kwargs
