"""For an administrator who lost theirs, when nobody is left who could reset it in the admin."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from wagtail.log_actions import log

from portal.site.signing_in import factors
from portal.site.signing_in.screens import RESET


class Command(BaseCommand):
    help = "Resets somebody's second factor: at the next sign-in they set up a new one."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        person = get_user_model().objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"Nobody has the name {username}.")
        factors.reset(person)
        log(person, RESET, data={"by": "manage.py"})
        self.stdout.write(f"{username} sets up a second factor at the next sign-in.")
