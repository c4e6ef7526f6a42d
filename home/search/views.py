from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from home.search.findable.entries import all_entries, all_hosts
from home.search.matching import find
from home.search.results import results
from home.search.words.terms import MOST_CHARACTERS, terms
from portal.caching.keeping import keep
from portal.pages.languages import addresses
from portal.pages.mapped.map import the_map
from portal.pages.mapped.routing import site_of
from portal.texts.lines import one_line

RESULTS_ON_A_PAGE = 20


@require_safe
def search(request):
    """Programs and pages that have the words of `q`; without words, the question alone."""
    typed = one_line(request.GET.get("q", ""))[:MOST_CHARACTERS]
    language = get_language()
    context = {"typed": typed, "most_characters": MOST_CHARACTERS}
    if typed:
        context |= _answer(request, typed, language)
        context["translations"] = addresses(request.path, f"?{urlencode({'q': typed})}")
    else:
        keep(request)
    return render(request, "home/search.html", context)


def _answer(request, typed, language):
    hosts = all_hosts()
    asked = terms(typed, hosts)
    if not asked:
        return {"asked": True, "count": 0}
    root = the_map().spots[site_of(request).root_page_id]
    found = find(asked, all_entries(root, hosts, timezone.now()))
    page = Paginator(found.entries, RESULTS_ON_A_PAGE).get_page(request.GET.get("page"))
    programs = sum(1 for entry in found.entries if entry.program)
    return {
        "asked": True,
        "found": found,
        "count": len(found.entries),
        "programs": programs,
        "pages": len(found.entries) - programs,
        "results": list(results(page.object_list, found.terms, hosts, language, request)),
        "sheet": page,
    }
