"""Where the reader finds the same page in another language."""

from django.conf import settings
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language_info

from portal.caching.keeping import keep
from portal.checks.showing.panel import CheckedPage
from portal.pages.following import Following
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

    def serve(self, request, *args, **kwargs):
        """Asked for only where nothing keeps the page private from this reader."""
        keep(request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        pages = (
            self.get_translations(inclusive=True)
            .live()
            .filter(alias_of=None)
            .select_related("locale")
            .order_by("locale__language_code")
        )
        found = [
            (page.locale.language_code, own_name(page.locale.language_code), page.get_url(request)) for page in pages
        ]
        for page in pages:
            if page.pk == self.pk:
                self.locale = page.locale  # so that nobody asks for it again
        context["translations"] = found if len(found) > 1 else []
        context["trail"] = SimpleLazyObject(lambda: self.trail(request))
        return context

    def trail(self, request):
        """(title, address) of every page above this one, from the top."""
        return [(page.title, page.get_url(request)) for page in self.get_ancestors().filter(depth__gt=1)]
