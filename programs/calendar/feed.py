"""Openings and deadlines as an Atom feed (RFC 4287): an entry appears at the second at which it becomes true."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language, gettext

from portal.site.addresses import absolute, domain
from portal.texts.pasted import tidy
from programs.models import Call, Round
from programs.models.offer.cancelled_date import KEPT
from programs.offer.call_state import CallState, call_state, closing_sentence
from programs.offer.windows import until

CONTENT_TYPE = Atom1Feed.content_type
SOON = timedelta(days=7)
MOST = 50
TAKES_OR_TOOK = {CallState.OPEN, CallState.FULL, CallState.CLOSED}


@dataclass(frozen=True)
class News:
    """Something that is true since `at`; of a call, or of a whole round that is called off."""

    what: str
    at: datetime
    round: Round
    call: Call | None
    url: str

    @property
    def key(self):
        row, noun = (self.call, "call") if self.call else (self.round, "round")
        return f"{noun}-{row.pk}-{self.what}"

    @property
    def changed(self):
        return self.at

    @property
    def title(self):
        titles = {
            "opens": gettext("Applications are open: %(what)s – %(program)s"),
            "closes-soon": gettext("Applications close in a week: %(what)s – %(program)s"),
            "closes": gettext("Applications are closed: %(what)s – %(program)s"),
            "called-off": gettext("The round “%(what)s” is called off – %(program)s"),
        }
        what = self.call.role.said("plural") if self.call else self.round.said("name")
        return titles[self.what] % {"what": what, "program": self.round.program.said("name")}

    @property
    def text(self):
        if not self.call:
            return ""
        if not self.call.closes:
            return closing_sentence(self.call, self.call.zone, self.at)
        told = gettext("Closed on %(when)s.") if self.what == "closes" else gettext("Closes %(when)s.")
        return told % {"when": until(self.call.closes, self.call.zone)}


def news(programs, now):
    """What happened to the calls of these [(program, page)] by now. A paused program has no news."""
    return [
        row
        for program, page in programs
        if not program.paused
        for round in program.rounds.all()
        for row in round_news(round, absolute(page.url), now)
        if row.at >= now - KEPT
    ]


def round_news(round, url, now):
    if round.called_off:
        yield News("called-off", round.changed_at, round, None, url)
    for call in round.calls.all():
        for what, at in call_news(call, call_state(call, now), now):
            form = absolute(reverse("apply", args=[call.slug]))
            yield News(what, at, round, call, url if what == "closes" else form)


def call_news(call, state, now):
    if state in TAKES_OR_TOOK and call.opens and call.opens <= now:
        yield "opens", call.opens
    soon = call.closes and call.closes - SOON
    if state == CallState.OPEN and soon and soon <= now and not (call.opens and call.opens >= soon):
        yield "closes-soon", soon
    if state == CallState.CLOSED and call.closes:
        yield "closes", call.closes


def write(title, subtitle, rows, now):
    """The newest of this news as bytes. Without any it was updated when its year began, not whenever it is asked for."""
    feed = Quiet(
        title=title,
        link=absolute(reverse("wagtail_serve", args=[""])),
        description="",  # no part of Atom, which says subtitle
        subtitle=subtitle,
        language=get_language(),
        author_name=settings.WAGTAIL_SITE_NAME,
        feed_url=absolute(reverse("feed")),
        feed_guid=absolute(reverse("feed")),
        quiet_since=now.replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0),
    )
    for row in sorted(rows, key=attrgetter("at", "key"), reverse=True)[:MOST]:
        feed.add_item(
            tidy(row.title),
            row.url,
            escape(row.text),
            unique_id=f"tag:{domain()},2026:{row.key}",
            pubdate=row.at,
            updateddate=row.changed,
        )
    return feed.writeString("utf-8").encode()


class Quiet(Atom1Feed):
    """Django's feed says “now” where it has no entry: it would never be the same."""

    def latest_post_date(self):
        return super().latest_post_date() if self.items else self.feed["quiet_since"]
