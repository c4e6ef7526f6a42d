from django.core.management.base import BaseCommand, CommandError

from portal.site.backups import NotDone, back_up


class Command(BaseCommand):
    help = "Writes database and media into a new folder below FOLDER, and prints its name."

    def add_arguments(self, parser):
        parser.add_argument("folder")

    def handle(self, *, folder, **options):
        try:
            self.stdout.write(str(back_up(folder)))
        except NotDone as error:
            raise CommandError(str(error)) from None
