"""What other programs ask of the portal: calendars, a list. Public, the same for everybody, quick to say “nothing new”.
The calendar and the feed of all are the front door's (home/)."""

import json
from hashlib import blake2b

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from portal.caching.keeping import kept
from portal.site.addresses import absolute
from programs.models.offer.cancelled_date import KEPT

from . import ics
from .cancelled import cancelled_entries
from .entries import event_entries, program_entries
from .program_list import program_list
from .public import dated_programs


@kept
@require_safe
def program_calendar(request, code):
    found = dated_programs(code=code)
    if not found:
        raise Http404
    [(program, page)] = found
    today = timezone.localdate()
    told = entries(found) + event_entries(page.events(since=today - KEPT), today)
    return fresh(request, ics.write(program.said("name"), told, zone=program.time_zone), ics.CONTENT_TYPE)


@kept
@require_safe
def programs(request):
    """Any site may ask for it; it holds nothing that the directory does not say."""
    content = json.dumps(program_list(timezone.now()), cls=DjangoJSONEncoder, ensure_ascii=False, indent=1).encode()
    response = fresh(request, content, "application/json", seconds=60)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def entries(programs):
    """All entries of these [(program, page)] that a calendar still tells of."""
    today = timezone.localdate()
    found = [entry for program, page in programs for entry in program_entries(program, absolute(page.url))]
    found += cancelled_entries([program for program, _page in programs])
    return [entry for entry in found if entry.is_kept(today)]


def fresh(request, content, content_type, *, seconds=300):
    """The content, or “not modified” to who has it. Its digest tells, because no date would tell of an entry that went."""
    etag = quote_etag(blake2b(content, digest_size=16).hexdigest())
    response = HttpResponse(content, content_type=content_type, headers={"ETag": etag})
    patch_cache_control(response, public=True, max_age=seconds)
    return get_conditional_response(request, etag=etag, response=response)
