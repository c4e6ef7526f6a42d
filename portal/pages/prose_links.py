"""Links to pages in editors' text: to the page in the reader's language, as the map knows it."""

from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from portal.pages.mapped.map import the_map


class LinkToPage(PageLinkHandler):
    """Wagtail's own asks for the active language at every link, and leads to pages that are not published."""

    @classmethod
    def get_many(cls, attrs_list):
        wanted = [attrs.get("id") for attrs in attrs_list]
        pages = {str(page.pk): page for page in Page.objects.filter(pk__in=wanted)}
        return [pages.get(str(pk)) for pk in wanted]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        known = the_map()
        active = known.active_locale().pk
        found = [known.spots.get(key(attrs.get("id"))) for attrs in attrs_list]
        found = [spot and known.localized(spot, active) for spot in found]
        return [f'<a href="{escape(spot.url)}">' if spot and spot.live else "<a>" for spot in found]


def key(text):
    """Of a page, as a link in a text names it; None for what names none."""
    return int(text) if text and text.isdecimal() else None


def use_our_links(features):
    features.register_link_type(LinkToPage)
