"""After an update of tzdata: lists calls whose stored moment is no longer the clock time that was promised, and mends them.

Ends with an error while there is such a call, so that a deployment notices.
"""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from programs.offer.dates import moment
from programs.planning.rounds import promised


class Command(BaseCommand):
    help = (
        "List calls whose dates a change of law has moved off the clock times that were typed; --mend moves them back."
    )

    def add_arguments(self, parser):
        parser.add_argument("--mend", action="store_true", help="keep the clock times: store the moments anew")

    def handle(self, *, mend=False, **options):
        found = promised.moved_calls(timezone.now())
        left = [call for call, moments in found if not self.told(call, moments, mend)]
        if left:
            raise CommandError(f"{len(left)} to mend: with --mend, or by typing the dates again.")
        self.stdout.write("Every date stands at the clock time that was promised.")

    def told(self, call, moments, mends):
        """Whether it was mended."""
        for name, at in moments.items():
            words = (moment(each, call.zone) for each in (at, getattr(call, name)))
            self.stdout.write("{}, {}: promised was {}; it stands at {}".format(call, name, *words))
        try:
            return bool(mends and not promised.mend(call, moments))
        except ValidationError as refusal:
            self.stdout.write(f"{call}: not mended. {' '.join(refusal.messages)}")
            return False
