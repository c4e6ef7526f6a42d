"""Where every page stands: what menus, trails, links and addresses need of it, in one query for all of them, which the
process remembers until the content changes."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import translation
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Locale, Page, PageViewRestriction, Site

from portal.caching.remembering import remembered

COLUMNS = (
    "pk",
    "path",
    "depth",
    "url_path",
    "title",
    "translation_key",
    "locale_id",
    "live",
    "show_in_menus",
    "alias_of_id",
    "content_type_id",
)
UNQUOTED = "!$&'()*+,;=/~:@"
"""In addresses, as Django writes them."""


@dataclass(slots=True, eq=False)
class Spot:
    """A page as the map knows it: published or not, of whatever kind."""

    map: "Map"
    pk: int
    path: str
    depth: int
    url_path: str
    title: str
    translation_key: str
    locale_id: int
    live: bool
    show_in_menus: bool
    alias_of_id: int | None
    content_type_id: int
    is_private: bool
    """Whether something on it or above it keeps it from those who are nobody in particular."""
    is_repeated: bool
    """Whether it or a page above it is an alias, which is as private as its original."""

    @property
    def is_public(self):
        """Whether anybody may read it."""
        return self.live and not self.is_private

    @property
    def locale(self):
        return self.map.locales[self.locale_id]

    @property
    def specific_class(self):
        return ContentType.objects.get_for_id(self.content_type_id).model_class()

    def get_url(self, request=None):
        return self.map.address(self.url_path, request)

    url = property(get_url)


class Map:
    def __init__(self):
        self.locales = {locale.pk: locale for locale in Locale.all_objects.all()}
        self.spots, self.below, self.by_address, self.by_key = {}, defaultdict(list), {}, defaultdict(dict)
        by_path, kept_private = {}, Exists(PageViewRestriction.objects.filter(page=OuterRef("pk")))
        for *row, is_private in Page.objects.order_by("path").values_list(*COLUMNS, kept_private):
            spot = Spot(self, *row, is_private, bool(row[COLUMNS.index("alias_of_id")]))
            if above := by_path.get(spot.path[: -Page.steplen]):
                spot.is_private |= above.is_private
                spot.is_repeated |= above.is_repeated
                self.below[above.path].append(spot)
            by_path[spot.path] = self.spots[spot.pk] = self.by_address[spot.url_path] = spot
            self.by_key[spot.translation_key][spot.locale_id] = spot
        self.by_path = by_path

    @cached_property
    def roots(self):
        """(key of a site, path of its first page, its host, how its addresses begin), the deepest first."""
        found = []
        for root in Site.get_site_root_paths():
            with translation.override(root.language_code):
                found.append((root.site_id, root.root_path, root.root_url, reverse("wagtail_serve", args=[""])))
        return found

    def starts(self, request=None):
        """[(path of a site's first page, how its addresses begin)], those of the reader's own site first: with a host where
        there are several sites and it is not the reader's own."""
        several = len({site for site, *_rest in self.roots}) > 1
        here = Site.find_for_request(request) if several else None
        own = [not several or bool(here and here.pk == site) for site, *_rest in self.roots]
        roots = sorted(zip(own, self.roots, strict=True), key=lambda pair: not pair[0])
        return [(path, start if is_own else host + start) for is_own, (_site, path, host, start) in roots]

    def address(self, url_path, request=None):
        """As Wagtail's Page.get_url gives it; None where no site has it."""
        return address(url_path, self.starts(request))

    def active_locale(self):
        """That of the active language; where there is none, the site's own."""
        codes = {locale.language_code: locale for locale in self.locales.values()}
        try:
            return codes[get_supported_content_language_variant(translation.get_language())]
        except (KeyError, LookupError):
            return Locale.get_default()

    def localized(self, spot, locale_id):
        """Its published translation, else itself."""
        found = self.by_key[spot.translation_key].get(locale_id)
        return found if found and found.live else spot

    def translations(self, key):
        """The published pages with this translation key, aliases aside, in the order of their languages."""
        found = [spot for spot in self.by_key.get(key, {}).values() if spot.live and not spot.alias_of_id]
        return sorted(found, key=lambda spot: spot.locale.language_code)

    def trail(self, path):
        """The pages above one, from the top of the site."""
        ends = range(2 * Page.steplen, len(path), Page.steplen)
        return [self.by_path[path[:end]] for end in ends if path[:end] in self.by_path]

    def under(self, path):
        """All pages below one, at any depth."""
        for spot in self.below.get(path, []):
            yield spot
            yield from self.under(spot.path)

    def menu(self, path):
        """The pages below one that anybody may read and that its editors show in menus."""
        return [spot for spot in self.below.get(path, []) if spot.is_public and spot.show_in_menus]


def address(url_path, starts):
    """Of a page, with what Map.starts() gives: two hundred times page.url would cost more than the rest of a page."""
    found = ((start, url_path[len(path) :]) for path, start in starts if url_path.startswith(path))
    return next((start + quote(rest, safe=UNQUOTED) for start, rest in found), None)


def the_map():
    return remembered("map", Map)
