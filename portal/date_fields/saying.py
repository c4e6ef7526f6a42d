"""What the server understands of a date while it is typed: one reading for the words and for what is stored."""

from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from portal.texts.zones import time_zones

from .asked import Asked, Kind
from .reading import LONGEST, in_words, read


def asked_by(query):
    kind = query.get("kind", "")
    zone = query.get("zone", "")
    return Asked(
        Kind(kind) if kind in set(Kind) else Kind.DAY,
        ends=bool(query.get("ends")),
        zone=zone if zone in time_zones() else "",
    )


@never_cache
@require_GET
def say(request):
    """{"said": what it means, "iso": for the script's calendar}, or {"wrong": why it means nothing}."""
    asked, text = asked_by(request.GET), request.GET.get("text", "")[: LONGEST + 1].strip()
    if not text:
        return JsonResponse({"said": ""})
    try:
        found = read(text, asked)
    except ValidationError as wrong:
        return JsonResponse({"wrong": " ".join(wrong.messages)})
    plain = asked.local(found).replace(tzinfo=None) if asked.kind == Kind.MOMENT else found
    return JsonResponse({"said": in_words(found, asked), "iso": plain.isoformat()})


urlpatterns = [path("", say, name="said")]
