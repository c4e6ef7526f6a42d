"""Letters in Spanish, of applications and of reminders."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core import mail
from django.utils import timezone, translation
from wagtail.log_actions import log
from wagtail.users.models import UserProfile

from programs.letters.delivery import deliver_due
from programs.letters.writing import render
from programs.models import (
    Call,
    Erased,
    Invitation,
    Letter,
    Reading,
    ReadingNotice,
    Referee,
    Reminder,
    Round,
    letter_kinds,
)
from programs.planning.addresses.changes import CHANGED
from programs.planning.addresses.letters import write_about
from programs.planning.organization.joining import tell_member
from programs.reminders import asking
from programs.reminders.telling import tell_who_waits
from tests.factories import make_application, make_member

from .reading import english_in, read

pytestmark = pytest.mark.django_db

TO_READERS = ("to_read", "to_read_reminder")
TO_MEMBERS = ("on_committee", "invited_to_committee")
OF_OTHERS = {
    "confirm",
    "opened",
    "address",
    "erased",
    "invited",
    "referee",
    "referee_reminder",
    *TO_READERS,
    *TO_MEMBERS,
}
"""Letters about reminders, to the committee, its readers and new members, to referees, and about what is no application."""
OPENS = datetime(2027, 1, 4, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize("kind", sorted(set(letter_kinds()) - OF_OTHERS))
def test_letter_of_each_kind(application, kind):
    subject, body = render(
        kind, application, answered=[("¿Dónde trabaja?", ["https://example.net"])], question="¿Cuándo?"
    )
    text = f"{subject}\n{body}".replace("{status_link}", "")
    assert english_in(text) == []
    assert ("Hola, Inés de Muestra:" if kind != "draft" else "Hola:") in text
    assert "persona mentorizada" in text


@pytest.mark.parametrize("field", ["reply_to", "url"])
def test_letters_about_a_changed_address(call, field):
    program = call.round.program
    coordinator = make_member(program)
    UserProfile.objects.create(user=coordinator, preferred_language="es")
    entry = log(program, CHANGED, user=coordinator, data={"row": "–", "field": field, "old": "", "new": "–"})
    write_about(entry, program)
    letter = Letter.objects.get(to=coordinator.email)
    words = f"{letter.subject}\n{letter.body}".replace(coordinator.username, "")
    assert english_in(" ".join(word for word in words.split() if "/" not in word)) == []


def test_the_letters_of_what_is_deleted_of_a_late_entry_and_to_a_referee(application):
    given = {"correspondent": application.correspondent, "language": "es"}
    erased = Erased(reference=application.reference, at=timezone.now(), **given)
    invited = Invitation(call=application.call, until=date(2099, 5, 1), **given)
    referee = Referee(application=application, correspondent=application.correspondent, name="Ana de Muestra")
    kinds = (("erased", erased), ("invited", invited), ("referee", referee), ("referee_reminder", referee))
    for kind, row in kinds:
        subject, body = render(kind, row)
        assert english_in(f"{subject}\n{body}".replace("{status_link}", "")) == []


@pytest.mark.parametrize("kind", TO_MEMBERS)
def test_letters_to_who_is_put_on_a_committee(call, kind):
    member = make_member(call.round.program, since=date(2027, 1, 4), until=date(2027, 5, 1))
    if kind == "invited_to_committee":
        member.set_unusable_password()
        member.save()
    UserProfile.objects.create(user=member, preferred_language="es")
    with translation.override("es"):
        letter = tell_member(member.committees.get(), by=make_member(call.round.program, "observer"))
    words = f"{letter.subject}\n{letter.body}".replace("{status_link}", "")
    assert letter.kind == kind
    assert english_in(" ".join(word for word in words.split() if "/" not in word)) == []


@pytest.mark.parametrize("kind", TO_READERS)
@pytest.mark.parametrize("many", [1, 2])
def test_letters_to_who_reads(application, kind, many):
    reader = make_member(application.program, "reader")
    for one in [application, make_application(application.call)][:many]:
        Reading.objects.create(application=one, reader=reader, assigned_at=timezone.now())
    Round.objects.update(decisions_by=date(2099, 5, 1))
    subject, body = render(kind, ReadingNotice(user=reader, correspondent=application.correspondent, language="es"))
    assert english_in(f"{subject}\n{body}") == []
    assert "1 de mayo de 2099" in body
    assert str(many) in subject


@pytest.fixture
def to_come(call):
    """A call that opens in January and is read first until a day of that month, on the clock of anywhere on Earth."""
    closes = datetime(2027, 2, 1, 11, 59, tzinfo=UTC)
    soft = datetime(2027, 1, 16, 11, 59, tzinfo=UTC)
    Call.objects.update(opens=OPENS, closes=closes, preferred_by=soft, anywhere_on_earth=True)
    return call


def sent():
    """The last letter that was due, without its web addresses."""
    deliver_due()
    text = f"{mail.outbox[-1].subject}\n{mail.outbox[-1].body}"
    (link,) = [word for word in text.split() if "/es/remind/" in word]
    return " ".join(word for word in text.split() if not word.startswith("http")), link[link.index("/es/") :]


def test_a_reminder_is_asked_confirmed_and_told_in_spanish(client, to_come):
    with time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=UTC), tick=False) as clock:
        read(client, "/es/remind/REF/")
        assert "Hay un problema" in read(client, "/es/remind/REF/", email="nobody")
        assert "Revise su correo" in read(client, "/es/remind/REF/", email="muestra@example.org")
        text, confirm = sent()
        assert english_in(text) == []
        assert "lo que no se confirma en 7 días se elimina" in text
        assert "¿Le avisamos cuando abra?" in read(client, confirm)
        assert "Usted está en la lista" in read(client, confirm, confirm="yes")
        clock.move_to(OPENS)
        assert tell_who_waits() == 1
        text, leave = sent()
        assert english_in(text) == []
        assert "Personas mentorizadas: hasta el domingo 31 de enero de 2027, 11:59 p. m., en" in text
        assert "en cualquier lugar de la Tierra" in text
        read(client, leave)
        assert "Usted no está en la lista" in read(client, leave, leave="yes")


def test_links_of_reminders_that_lead_nowhere(client, to_come):
    read(client, "/es/remind/confirm/made-up/")
    read(client, "/es/remind/leave/made-up/")
    Call.objects.update(opens=timezone.now(), preferred_by=None, closes=None)
    assert "Se admiten solicitudes" in read(client, "/es/remind/REF/")


@pytest.mark.parametrize("soft", [False, True])
def test_the_letter_of_an_opening_without_an_end(call, soft):
    preferred = datetime(2099, 1, 5, 4, 59, tzinfo=UTC) if soft else None
    Call.objects.update(closes=None, preferred_by=preferred)
    asking.ask(call.round.program, "muestra@example.org", "es")
    reminder = Reminder.objects.get()
    sent()
    asking.confirm(reminder)
    tell_who_waits()
    text, _leave = sent()
    assert english_in(text) == []
    assert "Personas mentorizadas: sin fecha de cierre." in text
    assert ("para que su solicitud se lea primero" in text) == soft
