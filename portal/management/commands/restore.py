from django.core.management.base import BaseCommand, CommandError

from portal.site.backups import NotDone, restore


class Command(BaseCommand):
    help = "Brings what `backup` wrote into an empty database and an empty media folder."

    def add_arguments(self, parser):
        parser.add_argument("folder")

    def handle(self, *, folder, **options):
        try:
            restore(folder)
        except NotDone as error:
            raise CommandError(str(error)) from None
