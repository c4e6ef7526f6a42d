"""Reads what mail servers report of letters that came back: one mail from standard input, or all new ones of a Maildir.

A mail server pipes each mail to the address that letters are sent from into it; see docs/operators.md.
"""

import mailbox
import sys

from django.core.management.base import BaseCommand, CommandError

from programs.letters.bounces import MOST_BYTES, note_bounce


class Command(BaseCommand):
    help = "Note letters that came back: from standard input, or from --maildir."

    def add_arguments(self, parser):
        parser.add_argument("--maildir", help="A folder of mail; what was read is marked as seen and stays.")

    def handle(self, *, maildir=None, **options):
        mails = _unseen(maildir) if maildir else [sys.stdin.buffer.read(MOST_BYTES)]
        read = noted = 0
        for raw in mails:
            read += 1
            noted += note_bounce(raw) is not None
        self.stdout.write(f"{read} read, {noted} about letters that came back")


def _unseen(path):
    try:
        folder = mailbox.Maildir(path, create=False)
    except mailbox.NoSuchMailboxError:
        raise CommandError(f"There is no Maildir at {path}.") from None
    for key, mail in folder.items():
        if "S" in mail.get_flags():
            continue
        yield folder.get_bytes(key)
        mail.set_subdir("cur")
        mail.add_flag("S")
        folder[key] = mail
