from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ResourcesConfig(AppConfig):
    name = "resources"

    def ready(self):
        from .reindexing import reindex  # noqa: PLC0415 models are here only now

        post_migrate.connect(reindex, sender=self)
