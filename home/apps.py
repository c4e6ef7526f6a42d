from django.apps import AppConfig
from django.core.checks import Tags, register

from home.first_day.address import check_address


class HomeConfig(AppConfig):
    name = "home"

    def ready(self):
        register(check_address, Tags.database)
