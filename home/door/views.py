"""What helps a pair along, at an address of its own that every page's header leads to."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.caching.keeping import kept

from .shelves import Door


@kept
@require_safe
def resources(request):
    return render(request, "home/resources.html", {"door": Door(request, timezone.now())})
