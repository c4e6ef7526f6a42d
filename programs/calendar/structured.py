"""A program as schema.org's EducationalOccupationalProgram. Dates are those of its rounds and calls; none is invented."""

from operator import attrgetter
from zoneinfo import ZoneInfo

from django.utils.translation import get_language

from portal.site.addresses import absolute
from programs.offer.call_state import CallState, call_state


def program_thing(program, page, now):
    """Reads what Program.objects.with_rounds() brings, and the host's parent."""
    address = absolute(page.url)
    return {
        "@type": "EducationalOccupationalProgram",
        "@id": f"{address}#program",
        "name": program.said("name"),
        "description": program.said("summary") or page.search_description,
        "url": address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address, "inLanguage": get_language()},
        "provider": organization(program.host) | {"parentOrganization": above(program.host)},
        "timeToComplete": program.length_months and f"P{program.length_months}M",
    } | dates_of(program, now)


def organization(host):
    return {
        "@type": "Organization",
        "name": host.name,
        "alternateName": host.acronym,
        "url": host.url,
    }


def above(host):
    return organization(host.parent) if host.parent_id else None


def dates_of(program, now):
    """Of the round that can be applied to, else of the one that goes on or comes; nothing while the program is paused."""
    rounds = (
        [] if program.paused else [round for round in program.rounds.all() if not (round.called_off or round.draft)]
    )
    calls = [call for round in rounds for call in round.calls.all()]
    for state in (CallState.OPEN, CallState.UPCOMING):
        found = [call for call in calls if call_state(call, now) == state]
        if found:
            known = [call for call in found if call.opens_first]
            first = min(known, key=attrgetter("opens_first"), default=found[0])
            return window(first.round, now) | period(first.round)
    today = now.astimezone(ZoneInfo(program.time_zone)).date()
    coming = [round for round in rounds if round.starts and (round.ends or round.starts) >= today]
    return period(min(coming, key=attrgetter("starts"))) if coming else {}


def window(round, now):
    """From the first opening to the last closing of the calls that are not over, as far as days are known of all of them."""
    open_or_coming = {CallState.OPEN, CallState.UPCOMING}
    calls = [call for call in round.calls.all() if call_state(call, now) in open_or_coming]
    closing = [call for call in calls if call.closes]
    last = max(closing, key=attrgetter("closes")) if len(closing) == len(calls) else None
    opening = [call for call in calls if call.opens]
    first = min(opening, key=attrgetter("opens")) if len(opening) == len(calls) else None
    starts = first and first.opens.astimezone(ZoneInfo(first.zone)).date()
    return {"applicationStartDate": starts, "applicationDeadline": last and last.last_day}


def period(round):
    return {"startDate": round.starts, "endDate": round.ends}
