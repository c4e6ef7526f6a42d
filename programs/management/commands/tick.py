"""Does all that waits for its time: once (for cron), or again and again (--loop).

Once, it ends with an error when a job failed, so that cron or systemd notices; the loop logs it and goes on.
"""

import logging
import signal
import threading
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections

from portal.linkhealth.noting import keep_up, look
from portal.site.passwords import write_to_who_forgot
from portal.site.slowing import forget_allowances
from programs.access.found_by import note_missing_words
from programs.applying.beginning.inviting import forget_invitations
from programs.applying.drafts import forget_drafts
from programs.applying.status.leaving.deleting import forget_erased
from programs.calendar.cancelled import forget_cancelled_dates
from programs.floods.forgetting import erase_junk, forget_networks
from programs.floods.owed import remind_unproven, write_owed
from programs.letters.delivery import deliver_due
from programs.membership.asking import check_memberships
from programs.membership.lists import forget_member_lists
from programs.people.erasing import erase_leftovers
from programs.people.secret_links import forget_links
from programs.planning.addresses.letters import forget_address_notices
from programs.planning.organization.joining import forget_committee_notices
from programs.readings.letters import forget_reading_notices, remind_readers
from programs.references.asking import ask_referees, remind_referees
from programs.reminders.forgetting import forget_reminders
from programs.reminders.telling import tell_who_waits
from programs.uploads.removing import sweep_files

logger = logging.getLogger(__name__)


@dataclass
class Job:
    """Something to do every so many seconds. Its failure is logged and stops nothing else."""

    run: Callable
    every: int = 0
    last: float = field(default=float("-inf"), init=False)
    failed: bool = field(default=False, init=False)

    def is_due(self):
        return monotonic() - self.last >= self.every

    def do(self):
        """Whether there is more to do at once."""
        self.last = monotonic()
        close_old_connections()
        try:
            return bool(self.run())
        except Exception:
            logger.exception("The job %s failed.", self.run.__name__)
            self.failed = True
            return False


def deliver_letters():
    counts = deliver_due()
    if counts.sent:
        logger.info("Letters: %s.", counts)
    return counts.sent


def publish_scheduled_pages():
    call_command("publish_scheduled", verbosity=0)


def clear_expired_sessions():
    call_command("clearsessions", verbosity=0)


def write_citations():
    call_command("write_citations", verbosity=0)


def check_links():
    if settings.CHECK_LINKS:
        look()


def all_jobs():
    return [
        Job(tell_who_waits),
        Job(write_owed, every=30),
        Job(remind_unproven, every=900),
        Job(ask_referees, every=30),
        Job(remind_referees, every=900),
        Job(remind_readers, every=900),
        Job(deliver_letters),
        Job(write_to_who_forgot),
        Job(publish_scheduled_pages, every=60),
        Job(clear_expired_sessions, every=3600),
        Job(forget_drafts, every=3600),
        Job(forget_erased, every=3600),
        Job(forget_invitations, every=3600),
        Job(forget_reminders, every=3600),
        Job(forget_address_notices, every=3600),
        Job(forget_reading_notices, every=3600),
        Job(forget_committee_notices, every=3600),
        Job(erase_leftovers, every=3600),
        Job(sweep_files, every=3600),
        Job(check_memberships, every=60),
        Job(forget_member_lists, every=3600),
        Job(note_missing_words, every=60),
        Job(forget_cancelled_dates, every=3600),
        Job(forget_allowances, every=3600),
        Job(erase_junk, every=3600),
        Job(forget_networks, every=3600),
        Job(forget_links, every=3600),
        Job(keep_up, every=3600),
        Job(check_links, every=10),
        Job(write_citations, every=3600),
    ]


def tick(jobs):
    """Do every job that is due; whether one of them has more to do at once."""
    more = [job.do() for job in jobs if job.is_due()]
    return any(more)


@contextmanager
def asked_to_stop():
    """An event that SIGTERM and Ctrl-C set, so that no letter is interrupted. An ignored Ctrl-C stays ignored."""
    event = threading.Event()
    names = [name for name in (signal.SIGTERM, signal.SIGINT) if signal.getsignal(name) != signal.SIG_IGN]
    before = {name: signal.signal(name, lambda *_: event.set()) for name in names}
    try:
        yield event
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


class Command(BaseCommand):
    help = "Sends the letters that are due, publishes scheduled pages, clears expired sessions and done reminders."

    def add_arguments(self, parser):
        parser.add_argument("--loop", action="store_true", help="go on until told to stop (SIGTERM, Ctrl-C)")
        parser.add_argument("--every", type=float, default=5, metavar="SECONDS", help="rest between two rounds (5)")

    def handle(self, *, loop, every, **options):
        jobs = all_jobs()
        with asked_to_stop() as stop:
            more = tick(jobs)
            while (loop or more) and not stop.wait(0 if more else every):
                more = tick(jobs)
        close_old_connections()
        failed = [job.run.__name__ for job in jobs if job.failed]
        if failed and not loop:
            raise CommandError(f"Failed: {', '.join(failed)}. The log says why; everything else was done.")
