"""What the public sees after a round or a program was saved, for the message that says so."""

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext
from wagtail.admin import messages

from programs.listing.pages import page_of
from programs.models import Program
from programs.offer.call_state import call_sentence
from programs.offer.standing import standing


def state_now(program):
    """“Applications open: closes Friday, January 29, 2027, 11:59 pm Eastern, 69 days left.”"""
    now = standing(program, timezone.now())
    return f"{now.label}. {now.sentence}" if now.sentence else now.label


def readers_now_see(program):
    """The program as it is stored now, in one sentence."""
    stored = Program.objects.with_rounds().get(pk=program.pk)
    return gettext("Readers now see: %(state)s") % {"state": state_now(stored)}


def readers_will_see(row):
    """Sentences: what they see once this draft, a program or a round of one, is published."""
    program = Program.objects.with_rounds().get(pk=row.pk if isinstance(row, Program) else row.program_id)
    if isinstance(row, Program):
        program.draft = False
    rounds = [round for round in program.rounds.all() if round == row]
    for round in rounds:
        round.draft = False
    calls = [call for round in rounds for call in round.calls.all()]
    return [state_now(program), *(f"{capfirst(call.role.said('plural'))}: {call_sentence(call)}" for call in calls)]


def page_button(program):
    """[a way to the program's published page], or nothing where it has none."""
    page = page_of(program)
    return [messages.button(page.url, gettext("See the page"), new_window=True)] if page and page.url else []


class SayingWhatReadersSee:
    """A view that saves a program, or a row of one: its message says what that means for the public."""

    def get_success_message(self, *saved):
        if self.object.draft:
            return f"{super().get_success_message(*saved)} {gettext('It is a draft: readers see nothing of it.')}"
        return f"{super().get_success_message(*saved)} {readers_now_see(self._program())}"

    def get_success_buttons(self):
        return [*super().get_success_buttons(), *page_button(self._program())]

    def _program(self):
        return self.object if isinstance(self.object, Program) else self.object.program
