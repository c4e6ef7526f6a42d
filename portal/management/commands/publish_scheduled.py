"""Wagtail's command, which then withholds the pages whose original has ended: nothing else of Wagtail's does.

It publishes in whatever order the database gives. A translation that comes before its original waits for it, and is
published in a second round.
"""

from wagtail.management.commands import publish_scheduled

from portal.pages.following import withhold


class Command(publish_scheduled.Command):
    def handle(self, *args, **options):
        super().handle(*args, **options)
        if not options["dryrun"]:
            super().handle(*args, **options)
            withhold()
