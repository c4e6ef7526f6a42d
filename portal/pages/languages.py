"""Where the reader finds the same page in another language."""

from django.conf import settings
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language_info
from wagtail.models import PageViewRestriction

from portal.caching.keeping import keep
from portal.checks.showing.panel import CheckedPage
from portal.pages.following import Following
from portal.pages.mapped.map import the_map
from portal.pages.page_form import PageForm
from portal.pages.unfilled import Filled
from portal.texts.pasted import Tidied
from portal.texts.searchable import SearchablePage


def own_name(code):
    return get_language_info(code)["name_local"].capitalize()


def plain_addresses(request):
    """Context processor: addresses outside the page tree stand in every language."""
    match = request.resolver_match
    if match is None or match.url_name == "wagtail_serve" or request.path.startswith("/admin/"):
        return {}
    return {"translations": addresses(request.path)}


def addresses(path, query=""):
    """An address outside the page tree, in each language: (code, own name, address)."""
    return [(code, own_name(code), translate_url(path, code) + query) for code, _ in settings.LANGUAGES]


class TranslatedPage(Filled, Following, CheckedPage, Tidied, SearchablePage):
    """A page that tells its template which languages it is published in, and what stands above it."""

    base_form_class = PageForm
    is_known_public = False
    """Whether it was found on the map as one that anybody may read."""

    def get_view_restrictions(self):
        return PageViewRestriction.objects.none() if self.is_known_public else super().get_view_restrictions()

    def serve(self, request, *args, **kwargs):
        """Asked for only where nothing keeps the page private from this reader."""
        keep(request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        known = the_map()
        self.locale = known.locales[self.locale_id]  # so that nobody asks for it again
        pages = [(spot.locale.language_code, spot) for spot in known.translations(self.translation_key)]
        found = [(code, own_name(code), spot.get_url(request)) for code, spot in pages]
        context["translations"] = found if len(found) > 1 else []
        context["trail"] = SimpleLazyObject(
            lambda: [(spot.title, spot.get_url(request)) for spot in known.trail(self.path)]
        )
        return context
