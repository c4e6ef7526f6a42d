"""Every public page in every language, for search engines."""

from collections import defaultdict
from itertools import chain

from django.conf import settings
from django.db.models import Q
from wagtail import hooks
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from portal.site.addresses import absolute


class Pages(Sitemap):
    """Under SITE_URL, whatever name the request came in by; no draft, no private page, no alias. What else is nobody's to
    find, other rooms say through the hook "hidden_trees": paths of pages."""

    def items(self):
        trees = Q()
        for path in self.get_wagtail_site().root_page.get_translations(inclusive=True).values_list("path", flat=True):
            trees |= Q(path__startswith=path)
        for path in chain.from_iterable(tree() for tree in hooks.get_hooks("hidden_trees")):
            trees &= ~Q(path__startswith=path)
        return Page.objects.live().public().filter(trees, alias_of=None).select_related("locale").order_by("path")

    def _urls(self, page, protocol, domain):
        """Django's hook that gives the entries; it has one in Wagtail that leaves out translations."""
        places = defaultdict(list)
        pages = list(self.paginator.page(page).object_list)
        for found in pages:
            places[found.translation_key].append((found.locale.language_code, absolute(found.get_url(self.request))))
        return [self._entry(found, places[found.translation_key]) for found in pages]

    def _entry(self, page, places):
        by_language = dict(places)
        alternates = places if len(places) > 1 else []
        if alternates and settings.LANGUAGE_CODE in by_language:
            alternates = [*places, ("x-default", by_language[settings.LANGUAGE_CODE])]
        return {
            "item": page,
            "location": by_language[page.locale.language_code],
            "lastmod": self.lastmod(page),
            "alternates": [{"lang_code": code, "location": address} for code, address in alternates],
        }
