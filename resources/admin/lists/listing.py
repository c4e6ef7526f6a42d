"""What the lists of entries and of pages have in common. A list is declared: its columns, its filters, what leaves as a
spreadsheet. Every row comes with `listed`, found for all rows of a screen in as many queries however many there are."""

from dataclasses import dataclass

from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html

from portal.lists.spreadsheets import SafeSpreadsheets
from portal.models import ExternalLink
from resources.admin.usage.where import Places, places
from resources.shown import topics_of

from .bodies import addresses_of

RESOURCES_MENU = "register_resources_menu_item"
"""The hook that puts an entry into the admin's menu "Resources"."""


@dataclass
class Listed:
    topics: list
    missing: list
    dead: list
    """Rows of ExternalLink."""
    places: Places


class Listing(SafeSpreadsheets):
    """A list view whose rows know their topics, what they lack, their dead links and where they stand."""

    def get_table(self, object_list):
        rows = list(object_list)
        stand, dead, topics, sources = self.places(rows), dead_links(), self.topics(rows), self.sources(rows)
        for row in rows:
            source = sources.get(row.pk, row)
            urls = sorted(self.addresses(source) & dead.keys()) if dead else []
            row.listed = Listed(topics.get(row.pk, []), source.missing, [dead[url] for url in urls], stand[row.pk])
        table = super().get_table(object_list)
        table.template_name, table.label = "resources/admin/table.html", self.get_page_title()
        return table

    def places(self, rows):
        return places(rows, self.request.user)

    def topics(self, rows):
        return topics_of(rows)

    def sources(self, rows):
        """{key: the row with all that it says}, where the list's own rows know less."""
        return {}

    def addresses(self, row):
        return addresses_of(row)


def lists_css():
    """insert_global_admin_css"""
    return format_html('<link rel="stylesheet" href="{}">', static("resources/lists.css"))


def dead_links():
    return {link.url: link for link in ExternalLink.objects.dead(timezone.now())}
