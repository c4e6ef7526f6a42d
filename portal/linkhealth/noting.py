"""What is kept of an answer, and when a silence is believed."""

from datetime import timedelta
from itertools import zip_longest
from time import sleep
from urllib.parse import urlsplit

from django.utils import timezone

from portal.models import ExternalLink

from .collecting import external_links
from .reaching import ask

BATCH = 3
"""Links that one run asks for: tick has letters to send."""
PAUSE = 2
"""Seconds between two questions to one host."""
GONE = {404, 410}
BELIEVED_FOR = timedelta(hours=1)


def keep_up():
    """Have a row for every link that published texts hold, and none for others."""
    used = set(external_links())
    known = set(ExternalLink.objects.values_list("url", flat=True))
    ExternalLink.objects.filter(url__in=known - used).delete()
    ExternalLink.objects.bulk_create([ExternalLink(url=url) for url in sorted(used - known)], ignore_conflicts=True)


def look(*, asked=ask, pause=PAUSE):
    """Ask for those that are due, one at a time and no host twice in a row without a pause; how many were noted.

    A machine without internet hears nothing from anybody: silence is believed only while somebody else answers.
    """
    answers = []
    last_host = None
    for link in taken(spread(ExternalLink.objects.due(timezone.now()).order_by("asked_at", "pk")[:BATCH])):
        host = urlsplit(link.url).hostname
        if host == last_host:
            sleep(pause)
        last_host = host
        answers.append((link, asked(link.url)))
    return note(answers, timezone.now())


def spread(links):
    """The links in such an order that those of one host stand apart."""
    by_host = {}
    for link in links:
        by_host.setdefault(urlsplit(link.url).hostname, []).append(link)
    return [link for row in zip_longest(*by_host.values()) for link in row if link]


def taken(links):
    """Each link that nobody else is asking for: two runs at once share the work."""
    for link in links:
        if ExternalLink.objects.filter(pk=link.pk, asked_at=link.asked_at).update(asked_at=timezone.now()):
            yield link


def note(answers, now):
    heard = any(answer.status for _link, answer in answers)
    online = heard or ExternalLink.objects.filter(answered_at__gt=now - BELIEVED_FOR).exists()
    believed = [(link, answer) for link, answer in answers if answer.status or online]
    for link, answer in believed:
        ExternalLink.objects.filter(pk=link.pk).update(**noted(link, answer, now))
    return len(believed)


def noted(link, answer, now):
    """An answer that forbids or delays is one: the page is there for people."""
    fails = bool(answer.trouble) or answer.status in GONE or answer.status >= 500
    return {
        "checked_at": now,
        "status": answer.status,
        "trouble": answer.trouble,
        "moved_to": answer.moved_to[:2000],
        "answered_at": link.answered_at if fails else now,
        "failing_since": (link.failing_since or now) if fails else None,
    }


def checked_on(urls):
    """{address: when it last answered} for links that work, in one query."""
    working = ExternalLink.objects.filter(url__in=urls, failing_since=None, answered_at__isnull=False)
    return dict(working.values_list("url", "answered_at"))
