from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo.load import load


class Command(BaseCommand):
    help = (
        "Fills an empty portal with the demo: real programs, invented open calls, sample applications. Again: nothing."
    )

    def handle(self, *args, verbosity, **options):
        if settings.PRODUCTION:
            raise CommandError("The demo has public passwords and is not loaded where PORTAL_ENV is production.")
        loaded = load()
        if verbosity:
            self.stdout.write(
                "The demo is loaded." if loaded else "There are programs here already; nothing is changed."
            )
