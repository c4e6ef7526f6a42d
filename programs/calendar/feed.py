"""Openings and deadlines as an Atom feed (RFC 4287): an entry appears at the second at which it becomes true."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language, gettext

from portal.addresses import domain
from portal.templatetags.frame import absolute
from programs import dates
from programs.models.cancelled_date import KEPT
from programs.state import CallState, call_state

CONTENT_TYPE = Atom1Feed.content_type
SOON = timedelta(days=7)
MOST = 50
TAKES_OR_TOOK = {CallState.OPEN, CallState.FULL, CallState.CLOSED}


@dataclass(frozen=True)
class News:
    key: str
    at: datetime
    """When it became true."""
    title: str
    text: str
    url: str


def news(programs, now):
    """What happened to the calls of these [(program, url)] by now, the newest first."""
    found = [
        row
        for program, url in programs
        for round in program.rounds.all()
        for row in round_news(round, url, now)
        if row.at >= now - KEPT
    ]
    return sorted(found, key=attrgetter("at", "key"), reverse=True)[:MOST]


def round_news(round, url, now):
    """A paused program has no news."""
    if round.called_off and not round.program.paused:
        line = gettext("The round “%(round)s” is called off – %(program)s")
        title = line % {"round": round.said("name"), "program": round.program.name}
        yield News(f"round-{round.pk}-called-off", round.changed_at, title, "", url)
    for call in round.calls.all():
        yield from call_news(call, call_state(call, now), url, now)


def call_news(call, state, url, now):
    form = absolute(reverse("apply", args=[call.slug]))
    if state in TAKES_OR_TOOK and call.opens and call.opens <= now:
        yield call_line(call, "opens", call.opens, gettext("Applications are open: %(roles)s – %(program)s"), form)
    if state == CallState.OPEN and call.closes and call.opens < call.closes - SOON <= now:
        line = gettext("Applications close in a week: %(roles)s – %(program)s")
        yield call_line(call, "closes-soon", call.closes - SOON, line, form)
    if state == CallState.CLOSED:
        yield call_line(call, "closes", call.closes, gettext("Applications are closed: %(roles)s – %(program)s"), url)


def call_line(call, what, at, title, url):
    names = {"roles": call.role.said("plural"), "program": call.round.program.name}
    closes = call.closes and dates.moment(call.closes, call.zone)
    if not closes:
        text = gettext("Open, with no closing date.")
    else:
        text = (gettext("Closed on %(when)s.") if what == "closes" else gettext("Closes %(when)s.")) % {"when": closes}
    return News(f"call-{call.pk}-{what}", at, title % names, text, url)


def write(rows, now):
    """The feed as bytes. Without any news it was updated when its year began, not whenever it is asked for."""
    feed = Quiet(
        title=gettext("%(site)s: openings and deadlines") % {"site": settings.WAGTAIL_SITE_NAME},
        link=absolute(reverse("wagtail_serve", args=[""])),
        description=gettext("When mentoring programs start and stop taking applications."),
        language=get_language(),
        author_name=settings.WAGTAIL_SITE_NAME,
        feed_url=absolute(reverse("feed")),
        feed_guid=absolute(reverse("feed")),
        quiet_since=now.replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0),
    )
    for row in rows:
        feed.add_item(
            row.title,
            row.url,
            escape(row.text),
            unique_id=f"tag:{domain()},2026:{row.key}",
            pubdate=row.at,
            updateddate=row.at,
        )
    return feed.writeString("utf-8").encode()


class Quiet(Atom1Feed):
    """Django's feed says “now” where it has no entry: it would never be the same."""

    def latest_post_date(self):
        return super().latest_post_date() if self.items else self.feed["quiet_since"]
