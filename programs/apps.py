from django.apps import AppConfig
from django.core.checks import register

from portal.files.taking.scanning import say_that_nothing_is_scanned


class ProgramsConfig(AppConfig):
    name = "programs"

    def ready(self):
        register(say_that_nothing_is_scanned)
