from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection


class WithFiles(models.Model):
    """Has a collection of pictures and documents, called like itself: who plans it puts files there (programs/access/files.py)."""

    collection = models.OneToOneField(
        Collection,
        verbose_name=_("pictures and documents"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is None:
            self._save_with_collection(*args, **kwargs)
        else:
            super().save(*args, update_fields=update_fields, **kwargs)

    def _save_with_collection(self, *args, **kwargs):
        with transaction.atomic():
            if self.collection_id is None:
                self.collection = Collection.get_first_root_node().add_child(name=self.name)
            elif self.collection.name != self.name:
                Collection.objects.filter(pk=self.collection_id).update(name=self.name)
            super().save(*args, **kwargs)
