import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from programs.letters.writing import STATUS_LINK, write
from programs.models import Call, Letter
from tests.factories import (
    make_application,
    make_call,
    make_member,
    make_program,
    make_program_page,
    make_user,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/mentoring/outbox/"


def address(action, letter):
    return reverse(f"mentoring_outbox_modeladmin_{action}", args=[letter.pk])


@pytest.fixture
def program():
    return make_program("OURS")


@pytest.fixture
def coordinator(client, program):
    user = make_member(program)
    client.force_login(user)
    return user


def make_letter(program, kind="received", **marks):
    call = Call.objects.filter(round__program=program).first() or make_call(program)
    letter = write(kind, make_application(call))
    Letter.objects.filter(pk=letter.pk).update(**marks)
    letter.refresh_from_db()
    return letter


def sent(program, **marks):
    return make_letter(program, **{"sent_at": timezone.now(), "attempts": 1} | marks)


def gave_up(program, **marks):
    return make_letter(program, **{"gave_up_at": timezone.now(), "attempts": 9, "error": "No such user"} | marks)


def page(client, path, **query):
    return client.get(path, query).content.decode()


def test_the_list_shows_each_letter_and_what_became_of_it(client, coordinator, program):
    words = {
        sent(program): "Sent",
        gave_up(program): "Could not be delivered",
        make_letter(program): "Waiting to be sent",
        make_letter(program, attempts=2): "To be tried again",
        make_letter(program, attempts=1, leased_until=timezone.now() + timedelta(minutes=5)): "Being sent",
    }
    text = page(client, LIST)
    for letter, state in words.items():
        row = text.partition(f'data-object-pk="{letter.pk}"')[2].partition("</tr>")[0]
        assert letter.reference in row
        assert letter.to in row
        assert state in row
    assert "1 letter could not be delivered" in " ".join(text.split())


def test_the_list_says_nothing_of_trouble_where_there_is_none(client, coordinator, program):
    sent(program)
    given_up = gave_up(program)
    assert "help-critical" in page(client, LIST)
    sent(program, again_of=given_up)
    assert "help-critical" not in page(client, LIST)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "sent"}, "sent"),
        ({"state": "gave_up"}, "gave up"),
        ({"kind": "accept"}, "accept"),
        ({"state": "sent", "kind": "accept"}, "accept"),
        ({"state": "nonsense"}, "all"),
    ],
)
def test_the_list_filters(client, coordinator, program, query, found):
    letters = {"sent": sent(program), "gave up": gave_up(program), "accept": sent(program, kind="accept")}
    expected = {"all": set(letters.values()), "sent": {letters["sent"], letters["accept"]}}.get(found) or {
        letters[found]
    }
    assert set(client.get(LIST, query).context["object_list"]) == expected


def test_the_list_searches_reference_address_and_name(client, coordinator, program):
    wanted, _other = sent(program), sent(program)
    type(wanted.correspondent).objects.filter(pk=wanted.correspondent_id).update(name="Sample Only")
    for term in (wanted.reference, wanted.to, "Sample Only"):
        assert list(client.get(LIST, {"q": term}).context["object_list"]) == [wanted]
    assert client.get(LIST, {"q": "a\0b"}).status_code == 200


def test_the_program_filter_offers_only_ones_own(client, coordinator, program):
    second, foreign = make_program("SECOND"), make_program("FOREIGN")
    make_member(second, user=coordinator)
    ours, theirs, hidden = sent(program), sent(second), sent(foreign)
    text = page(client, LIST)
    assert second.name in text
    assert foreign.name not in text
    assert list(client.get(LIST, {"program": second.pk}).context["object_list"]) == [theirs]
    assert set(client.get(LIST, {"program": foreign.pk}).context["object_list"]) == {ours, theirs}
    assert hidden.reference not in page(client, LIST, program=foreign.pk)


@pytest.mark.parametrize(
    "query",
    [
        {"correspondent__links__token_hash__startswith": "0"},
        {"correspondent__applications__decisions__by__password__startswith": "md5"},
        {"body__contains": "nothing of the sort"},
        {"no_such_field": "1"},
    ],
)
def test_the_address_cannot_ask_about_other_fields(client, coordinator, program, query):
    """modeladmin filters by any lookup in the address: an oracle for everything that is related to a letter."""
    letter = sent(program)
    for export in ({}, {"export": "csv"}):
        response = client.get(LIST, query | export)
        assert response.status_code == 200
    assert list(client.get(LIST, query).context["object_list"]) == [letter]


@pytest.mark.parametrize(
    "query", [{"p": "-3"}, {"p": "99"}, {"p": "x"}, {"o": "99.-x.1"}, {"o": "4.-5"}, {"export": "nonsense"}]
)
def test_the_list_bears_any_address(client, coordinator, program, query):
    sent(program)
    assert client.get(LIST, query).status_code == 200


def test_the_list_asks_as_often_for_many_letters_as_for_few(client, coordinator, program):
    for _ in range(3):
        sent(program)
    client.get(LIST)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    call = program.rounds.first().calls.first()
    for _ in range(45):
        write("received", make_application(call))
    with CaptureQueriesContext(connection) as many:
        assert len(client.get(LIST).context["object_list"]) == 48
    assert len(many) == len(few)


def test_one_letter_shows_its_text_without_the_private_link(client, coordinator, program):
    letter = gave_up(program)
    text = page(client, address("inspect", letter))
    assert letter.subject in text
    assert "[private link]" in text
    assert STATUS_LINK not in text
    assert "/status/open/" not in text
    assert "No such user" in text
    assert "Could not be delivered" in text


def test_a_letter_is_shown_as_text_and_not_as_html(client, coordinator, program):
    letter = sent(program, subject="<script>1</script>", body="<img src=x>", error="<b>", to="<i>@example.org")
    for path in (LIST, address("inspect", letter), address("send_again", letter)):
        text = page(client, path)
        for markup in ("<script>1", "<img src=x>", "<b>", "<i>@"):
            assert markup not in text


def test_send_again_asks_first_and_then_writes_the_letter_anew(client, coordinator, program, mail_server):
    letter = gave_up(program, body=f"Hello\n{STATUS_LINK}\n")
    assert letter.to in page(client, address("send_again", letter))
    assert Letter.objects.count() == 1
    response = client.post(address("send_again", letter))
    again = Letter.objects.exclude(pk=letter.pk).get()
    assert response.url == address("inspect", again)
    assert (again.again_of, again.subject, again.body) == (letter, letter.subject, letter.body)
    assert (again.sent_at, again.attempts, hasattr(again, "decision")) == (None, 0, False)
    letter.refresh_from_db()
    assert letter.gave_up_at
    entry = ModelLogEntry.objects.get(action="programs.send_again")
    assert entry.user == coordinator
    assert str(again.row.pk) == entry.object_id


def test_a_letter_sent_again_goes_to_the_address_the_application_has_now(client, coordinator, program):
    letter = gave_up(program, to="typo@example.org")
    client.post(address("send_again", letter))
    assert Letter.objects.exclude(pk=letter.pk).get().to == letter.correspondent.email


@pytest.mark.parametrize("marks", [{}, {"attempts": 3}, {"leased_until": timezone.now() + timedelta(hours=1)}])
def test_a_letter_that_still_waits_is_not_sent_twice(client, coordinator, program, marks):
    letter = make_letter(program, **marks)
    assert "still waiting" in page(client, address("inspect", letter))
    assert "<form method" not in page(client, address("send_again", letter))
    response = client.post(address("send_again", letter), follow=True)
    assert "still waiting" in response.content.decode()
    assert Letter.objects.count() == 1


def test_pressing_send_again_twice_writes_one_letter(client, coordinator, program):
    letter = sent(program)
    client.post(address("send_again", letter))
    client.post(address("send_again", letter))
    assert Letter.objects.count() == 2


def test_a_decision_that_no_longer_stands_is_not_sent_again(client, coordinator, program):
    letter = sent(program, kind="accept")
    letter.row.decisions.create(
        verb="accept", by=coordinator, at=timezone.now(), announced_at=timezone.now(), letter=letter
    )
    client.post(address("send_again", letter))
    copy = Letter.objects.get(again_of=letter)
    Letter.objects.filter(pk=copy.pk).update(sent_at=timezone.now())
    letter.row.decisions.create(
        verb="reopen", by=coordinator, at=timezone.now(), announced_at=timezone.now() + timedelta(seconds=1)
    )
    for each in (letter, copy):
        assert "no longer says" in page(client, address("inspect", each))
        client.post(address("send_again", each))
    assert Letter.objects.count() == 2


def test_a_letter_cannot_be_added_changed_or_deleted(client, program):
    client.force_login(make_user(superuser=True))
    letter = sent(program)
    for path in (
        f"{LIST}create/",
        f"{LIST}edit/{letter.pk}/",
        f"{LIST}delete/{letter.pk}/",
        f"{LIST}history/{letter.pk}/",
    ):
        assert client.get(path).status_code == 404
        assert client.post(path).status_code == 404
    assert names_of_ours() == {f"mentoring_outbox_modeladmin_{action}" for action in ("index", "inspect", "send_again")}
    for path in (LIST, address("inspect", letter)):
        client.post(path, {"subject": "Changed"})
    before = letter.subject
    letter.refresh_from_db()
    assert letter.subject == before


def names_of_ours():
    names = get_resolver().reverse_dict.keys() | {
        name for pattern in get_resolver().url_patterns for name in getattr(pattern, "reverse_dict", {})
    }
    return {name for name in names if isinstance(name, str) and "modeladmin" in name}


def test_an_address_without_a_letter_is_not_found(client, coordinator):
    for action in ("inspect", "send_again"):
        for pk in ("999999", "x", "99999999999999999999999"):
            assert client.get(f"{LIST}{action}/{pk}/").status_code == 404


@pytest.fixture(params=["nobody", "stranger", "editor", "reader", "observer", "former", "elsewhere"])
def outsider(request, program):
    """Whoever has no business with our letters."""
    today = timezone.localdate()
    makers = {
        "nobody": lambda: None,
        "stranger": make_user,
        "editor": lambda: make_program_page(program) and make_user(groups=["Editors", "Moderators"]),
        "reader": lambda: make_member(program, "reader"),
        "observer": lambda: make_member(program, "observer"),
        "former": lambda: make_member(program, until=today - timedelta(days=1)),
        "elsewhere": lambda: make_member(make_program("ELSE")),
    }
    return makers[request.param]()


def test_outsiders_reach_no_letter_at_any_address(client, outsider, program):
    letter = gave_up(program, body="The text of the letter")
    if outsider:
        client.force_login(outsider)
    paths = [LIST, f"{LIST}?export=csv", f"{LIST}?export=xlsx", f"{LIST}?q={letter.row.name}"]
    paths += [f"{LIST}?program={program.pk}", address("inspect", letter), address("send_again", letter)]
    for path in paths:
        for method in (client.get, client.post, client.head, client.put, client.delete):
            response = method(path)
            told = b"".join(response) if response.streaming else response.content
            assert response.status_code < 500
            for secret in (letter.to, letter.reference, letter.subject, "The text of the letter"):
                assert secret.encode() not in told, (path, method)
    assert Letter.objects.count() == 1
    assert client.get("/admin/", follow=True).content.decode().count("mentoring/outbox") == expected_menu(outsider)


def expected_menu(user):
    """Only somebody who coordinates a program has the entry at all."""
    return int(bool(user and user.committees.active().filter(duty="coordinator").exists()))


def rows_of(response, export):
    content = b"".join(response)
    if export == "csv":
        return list(csv.reader(io.StringIO(content.decode())))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("export", ["csv", "xlsx"])
def test_an_export_holds_ones_own_letters_as_filtered(client, coordinator, program, export):
    wanted, _waiting, foreign = sent(program), make_letter(program), sent(make_program("FOREIGN"))
    heading, *rows = rows_of(client.get(LIST, {"export": export, "state": "sent"}), export)
    assert heading[0] == "Reference"
    assert [row[0] for row in rows] == [wanted.reference]
    assert rows[0][3:5] == ["Application received", "Sent"]
    assert foreign.reference not in str(rows)


@pytest.mark.parametrize("export", ["csv", "xlsx"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " ="])
def test_an_export_holds_no_formula(client, coordinator, program, export, start):
    sent(program, to=f"{start}HYPERLINK(1)@example.org")
    program.name = f"{start}1+1"
    program.save()
    answer = client.get(LIST, {"export": export})
    if export == "csv":
        (_heading, row) = rows_of(answer, export)
        assert (row[1][0], row[2][0]) == ("'", "'")
    else:
        (_heading, row) = openpyxl.load_workbook(io.BytesIO(b"".join(answer))).active.iter_rows()
        assert {cell.data_type for cell in row[1:3]} == {"s"}
        assert row[1].quotePrefix


def test_an_export_keeps_what_looks_like_an_escaped_sign(client, coordinator, program):
    """Excel reads _x0041_ as an A."""
    sent(program)
    program.name = "_x0041_"
    program.save()
    (_heading, row) = rows_of(client.get(LIST, {"export": "xlsx"}), "xlsx")
    assert row[2] == "_x005F_x0041_"
