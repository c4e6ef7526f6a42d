"""Wagtail's command, which then withholds the pages whose original has ended: nothing else of Wagtail's does."""

from wagtail.management.commands import publish_scheduled

from portal.pages.following import withhold


class Command(publish_scheduled.Command):
    def handle(self, *args, **options):
        super().handle(*args, **options)
        if not options["dryrun"]:
            withhold()
