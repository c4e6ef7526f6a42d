"""Openings and deadlines as an Atom feed (RFC 4287): an entry appears at the second at which it becomes true."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count, islice
from operator import attrgetter

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language, gettext

from portal.site.addresses import absolute, domain
from portal.texts.pasted import tidy
from programs.listing.pages import readers_pages
from programs.models import Call, Program, ProgramPage, Round
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
    page: ProgramPage

    @property
    def key(self):
        row, noun = (self.call, "call") if self.call else (self.round, "round")
        return f"{noun}-{row.pk}-{self.what}"

    @property
    def changed(self):
        """A deadline that is moved changes what the entry says."""
        moved = self.call and self.call.moved_at
        return max(self.at, moved) if moved else self.at

    @property
    def url(self):
        if self.call and self.what != "closes":
            return absolute(reverse("apply", args=[self.call.slug]))
        return absolute(self.page.url)

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


def news(now):
    """The newest of what happened to calls and rounds by now: at most MOST of each kind. Of a paused program, or one without a
    published page, there is none."""
    pages = readers_pages()
    told = Program.objects.public().filter(kind=Program.Kind.MENTORING, paused=False, pk__in=pages).order_by()
    rounds = Round.objects.filter(draft=False, program__in=told).select_related("program")
    off = rounds.filter(called_off=True, called_off_at__gte=now - KEPT).order_by("-called_off_at")[:MOST]
    rows = [News("called-off", round.called_off_at, round, None, pages[round.program_id]) for round in off]
    calls = Call.objects.filter(round__in=rounds.filter(called_off=False).order_by())
    calls = calls.select_related("round__program", "role", "form").defer("form__sections").with_taken()
    for what, found in kinds(calls, now):
        rows += islice(newest(what, found, pages, now), MOST)
    return rows


def kinds(calls, now):
    """Of each kind of news the calls of which it may be told, the newest first."""
    yield "opens", calls.filter(opens__range=(now - KEPT, now)).order_by("-opens", "-pk")
    yield "closes-soon", calls.filter(closes__gt=now, closes__lte=now + SOON).order_by("-closes", "-pk")
    yield "closes", calls.filter(closes__range=(now - KEPT, now)).order_by("-closes", "-pk")


def newest(what, calls, pages, now):
    """Asks again only where so many are not told of, being withdrawn, that too few are left."""
    for start in count(0, 2 * MOST):
        found = calls[start : start + 2 * MOST]
        for call in found:
            at = dict(call_news(call, call_state(call, now), now)).get(what)
            if at:
                yield News(what, at, call.round, call, pages[call.round.program_id])
        if len(found) < 2 * MOST:
            return


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
