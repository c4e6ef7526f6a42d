"""All programs and their states now as plain values, for other sites to show. docs/embedding.md is its documentation."""

from zoneinfo import ZoneInfo

from django.urls import reverse

from portal.site.addresses import absolute
from programs.listing.brief import IN_WORDS, add_roles, brief_programs
from programs.listing.pages import readers_pages
from programs.models import Host, Program
from programs.offer.call_state import CallState
from programs.offer.catalog import OfferedProgram
from programs.offer.standing import tells_state

TELLING = (CallState.OPEN, "ends_at"), (CallState.WITHDRAWN, "ends_at"), (CallState.UPCOMING, "opens_first")
"""What the state's sentence tells of: the open call that closes first, else the one that opens first."""

COLUMNS = ("code", "kind", "url", "host", "relationships", *IN_WORDS)


def program_list(now):
    """Asks for programs as briefly as the directory does: sites ask for it again and again."""
    pages, hosts = readers_pages(), Host.objects.in_bulk()
    programs = brief_programs(Program.objects.public(), now, *COLUMNS)
    add_roles(programs)
    return {"programs": [program_values(row, hosts[row.host], pages.get(row.pk), now) for row in programs]}


def program_values(program, host, page, now):
    offered = OfferedProgram(program)
    calls = offered.offered_calls(now)
    told = telling(calls)
    return {
        "code": program.code,
        "name": program.said("name"),
        "kind": program.kind,
        "host": {"name": host.name, "acronym": host.acronym},
        "url": absolute(page.url) if page else program.url,
        "summary": program.said("summary"),
        "relationships": program.relationships,
        "state": state_values(program, offered, page, now),
        "opens": told and iso(told.row.opens, told.row),
        "closes": told and iso(told.row.closes, told.row),
        "roles": [call_values(call) for call in calls],
    }


def state_values(program, offered, page, now):
    """None for what is only told about here: its state is not known."""
    if not tells_state(program, page):
        return None
    found = offered.standing(now)
    return {"key": found.state.value, "words": found.label, "sentence": found.sentence}


def call_values(call):
    return {
        "key": call.role.key,
        "name": call.role.said("name"),
        "plural": call.role.said("plural"),
        "state": {"key": call.state.value, "words": call.state.label, "sentence": call.sentence},
        "opens": iso(call.row.opens, call.row),
        "closes": iso(call.row.closes, call.row),
        "apply": absolute(reverse("apply", args=[call.row.slug])) if call.is_open else None,
    }


def telling(calls):
    for state, field in TELLING:
        found = [call for call in calls if call.state == state]
        if found:
            known = [call for call in found if getattr(call.row, field)]
            return min(known, key=lambda call: getattr(call.row, field), default=found[0])
    return None


def iso(instant, call):
    """On the call's own clock, such as 2027-01-29T23:59:00-05:00."""
    return instant and instant.astimezone(ZoneInfo(call.zone)).isoformat()
