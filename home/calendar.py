"""The calendar of all: every program's dates, and the events that the resources tell of. Neither knows of the other."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from portal.templatetags.frame import absolute
from programs.calendar import ics
from programs.calendar.entries import Entry
from programs.calendar.public import dated_programs
from programs.calendar.views import entries, fresh
from resources.models import EventPage

AHEAD = timedelta(days=366)
"""Events further away are not told of yet."""
ALWAYS = datetime.min.replace(tzinfo=UTC)


@require_safe
def calendar(request):
    found = entries(dated_programs()) + events(timezone.localdate())
    name = gettext("%(site)s: all dates") % {"site": settings.WAGTAIL_SITE_NAME}
    return fresh(request, ics.write(name, found), ics.CONTENT_TYPE)


def events(today):
    """Each event once, its page in the reader's language before that in the site's own."""
    languages = Q(locale__language_code=get_language()) | Q(locale__language_code=settings.LANGUAGE_CODE)
    rows = EventPage.objects.live().public().filter(languages, starts__lte=today + AHEAD).select_related("locale")
    in_order = sorted(rows, key=lambda row: row.locale.language_code == get_language())
    found = [event(row) for row in {row.translation_key: row for row in in_order}.values()]
    return [entry for entry in found if entry.is_kept(today)]


def event(page):
    return Entry(
        key=f"event-{page.translation_key}",
        summary=page.title,
        starts=page.starts,
        ends=page.ends,
        changed=page.last_published_at or ALWAYS,
        url=absolute(page.url),
        place=page.place,
    )
