from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class PortalConfig(AppConfig):
    name = "portal"

    def ready(self):
        from .caching import raising  # noqa: PLC0415 (reads models, which are not there while this module is read)

        pre_migrate.connect(raising.remove, sender=self)
        post_migrate.connect(raising.make, sender=self)
