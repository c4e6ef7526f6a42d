"""A letter kind takes ten lines and no migration: this declares one, and it is written, sent, opened and shown."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail import hooks

from programs.letters.applicants import to_applicants
from programs.letters.delivery import deliver_due
from programs.letters.writing import write
from programs.models import Letter, letter_kinds
from tests.factories import make_application, make_member, make_user

pytestmark = pytest.mark.django_db

WORDS = "A word about {{ reference }}\n\nDear {{ name }}, the library is closed on Monday. Yours:\n{{ status_link }}\n"


@pytest.fixture
def templates(tmp_path, settings):
    (tmp_path / "closed.txt").write_text(WORDS)
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}]


def declare(**options):
    kind = to_applicants("closed", "Library closed", template="closed.txt", **options)
    return hooks.register_temporarily("letter_kinds", lambda: [kind])


def test_a_kind_declared_by_a_stage_is_written_sent_opened_and_shown(client, templates):
    with declare():
        application = make_application(name="Sample Person")
        letter = write("closed", application)
        assert deliver_due().sent == 1
        assert mail.outbox[0].subject == f"A word about {application.reference}"
        assert "Dear Sample Person, the library is closed" in mail.outbox[0].body
        [link] = [word for word in mail.outbox[0].body.split() if "/status/open/" in word]
        assert client.post("/status/open/" + link.rpartition("/open/")[2]).url == reverse(
            "status", args=[application.reference]
        )
        client.force_login(make_member(application.program))
        row = client.get(reverse("mentoring_outbox_modeladmin_index")).content.decode()
        assert "Library closed" in row
        assert application.reference in row
        shown = client.get(reverse("mentoring_outbox_modeladmin_inspect", args=[letter.pk])).content.decode()
        assert "the library is closed on Monday" in shown
        assert reverse("application:inspect", args=[application.pk]) in shown


def test_a_kind_that_is_no_committees_to_see_is_in_nobodys_outbox(client, templates):
    with declare(in_outbox=False):
        write("closed", application := make_application())
        client.force_login(make_user(superuser=True))
        assert application.reference not in client.get(reverse("mentoring_outbox_modeladmin_index")).content.decode()


def test_a_kind_says_whether_it_is_sent_once_and_until_when(client, templates):
    client.force_login(make_user(superuser=True))
    address = "mentoring_outbox_modeladmin_send_again"
    with declare(again=False):
        letter = write("closed", make_application())
        deliver_due()
        assert "sent once" in client.get(reverse(address, args=[letter.pk])).content.decode()
        client.post(reverse(address, args=[letter.pk]))
    with declare(still_true=lambda letter: False, untrue="Monday is over."):
        assert "Monday is over." in client.get(reverse(address, args=[letter.pk])).content.decode()
        client.post(reverse(address, args=[letter.pk]))
    assert Letter.objects.count() == 1


def test_a_letter_whose_kind_nobody_declares_any_more_is_in_nobodys_outbox(client, templates):
    with declare():
        write("closed", make_application())
    client.force_login(make_user(superuser=True))
    assert client.get(reverse("mentoring_outbox_modeladmin_index")).context["object_list"].count() == 0


def test_no_two_stages_declare_one_name():
    declared = [kind.name for stage in hooks.get_hooks("letter_kinds") for kind in stage()]
    assert len(declared) == len(letter_kinds())
