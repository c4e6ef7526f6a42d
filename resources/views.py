"""The citations of a published reading list as files: all of them, those that a reader chose, or one."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from portal.caching.keeping import kept

from .citations.exporting import FORMATS, as_file
from .models import ReadingListPage
from .narrowing import NarrowedGroups


@kept
@require_safe
def reading_list_file(request, page, ending):
    found = _page(page, ending)
    narrowed = NarrowedGroups(found.groups(), typed=request.GET)
    return as_file(_citations(narrowed.groups), ending, found.slug)


@kept
@require_safe
def citation_file(request, page, citation, ending):
    found = _page(page, ending)
    chosen = [each for each in _citations(found.groups()) if each.pk == citation]
    if not chosen:
        raise Http404
    return as_file(chosen[:1], ending, f"{found.slug}-{citation}")


def _page(pk, ending):
    """Published, and open to everybody."""
    if ending not in FORMATS:
        raise Http404
    return get_object_or_404(ReadingListPage.objects.live().public(), id=pk)


def _citations(groups):
    """Each once, in the order of the page."""
    found = (entry.row for group in groups for entry in group.entries)
    return list({citation.pk: citation for citation in found}.values())
