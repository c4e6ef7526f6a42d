import pytest
from django.urls import reverse

from programs.letters.writing import STATUS_LINK, render
from programs.models import LetterText
from tests.factories import make_application, make_call, make_member, make_page_editor, make_program, make_program_page

pytestmark = pytest.mark.django_db

GOOD = "{greeting}\n\nYou are in.\n\n{sentence}\n\n{link}\n\n{signoff}"


@pytest.fixture
def application():
    return make_application(make_call(make_program("OURS")), name="Sample Person")


@pytest.fixture
def coordinator(client, application):
    user = make_member(application.program)
    client.force_login(user)
    return user


def add(application, kind="accept", language="en", **more):
    query = {"program": application.program.pk, "kind": kind, "language": language} | more
    return reverse("lettertext:add", query=query)


def save(client, address, body=GOOD, subject="Welcome", **more):
    return client.post(address, {"subject": subject, "body": body, **more})


def test_the_list_says_whose_words_each_letter_says(client, coordinator, application):
    page = client.get(reverse("lettertext:index")).content.decode()
    assert "own words" not in page
    save(client, add(application))
    page = client.get(reverse("lettertext:index")).content.decode()
    assert "own words" in page
    assert application.call.round.name in page


def test_it_begins_with_the_portals_words_and_a_preview(client, coordinator, application):
    page = client.get(add(application)).content.decode()
    assert "You have a place in {program} ({reference})" in page
    assert "{greeting}" in page
    assert "Dear Sam Sample," in page
    assert application.program.name in page


def test_what_was_saved_is_what_letters_say_and_back_is_one_press(client, coordinator, application):
    save(client, add(application))
    text = LetterText.objects.get()
    assert render("accept", application)[1].startswith(f"Dear Sample Person,\n\nYou are in.\n\n{STATUS_LINK}\n")
    edit = reverse("lettertext:edit", args=[text.pk])
    page = client.get(edit)
    sent = {"as_opened": page.context["as_opened"], "subject": "x", "body": "{nonsense", "back": "1"}
    assert client.post(edit, sent).status_code == 302
    text.refresh_from_db()
    assert (text.subject, text.body) == ("", "")
    assert "Good news" in render("accept", application)[1]
    history = client.get(reverse("lettertext:history", args=[text.pk])).content.decode()
    assert "You are in." in history


def test_a_preview_saves_nothing(client, coordinator, application):
    response = save(client, add(application), body=GOOD.replace("are in", "are most welcome"), preview="1")
    assert response.status_code == 200
    assert "You are most welcome.</p>" in response.content.decode()
    assert not LetterText.objects.exists()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"body": GOOD + "\n{nmae}"}, "{nmae}"),
        ({"body": GOOD + "\n{{ name }}"}, "Braces are for"),
        ({"body": GOOD + "\n{% load x %}"}, "Braces are for"),
        ({"body": GOOD + "\n{question}"}, "{question}"),
        ({"subject": "Hello {"}, "Braces are for"),
        ({"subject": "Open {link}"}, "no place in a subject"),
        ({"body": "{greeting}\n\n{sentence}"}, "cannot do without {link}"),
        ({"subject": ""}, "A letter has a subject and a text."),
    ],
)
def test_anything_else_is_refused_and_stays_in_the_form(client, coordinator, application, fields, told):
    response = save(client, add(application), **fields)
    assert response.status_code == 200
    page = response.content.decode()
    assert told in page
    assert not LetterText.objects.exists()
    assert response.context["form"]["body"].value() == fields.get("body", GOOD)


def test_a_stale_save_is_refused(client, coordinator, application):
    save(client, add(application))
    edit = reverse("lettertext:edit", args=[LetterText.objects.get().pk])
    opened = client.get(edit).context["as_opened"]
    save(client, edit, subject="First", as_opened=opened)
    response = save(client, edit, subject="Second", as_opened=opened)
    assert response.status_code == 200
    assert LetterText.objects.get().subject == "First"
    assert "Second" in response.content.decode()


def test_two_who_begin_the_same_text_write_it_once(client, coordinator, application):
    save(client, add(application))
    response = save(client, add(application), subject="Second")
    assert "Somebody else has written this text meanwhile" in response.content.decode()
    assert LetterText.objects.get().subject == "Welcome"
    assert client.get(add(application)).status_code == 302


def test_a_rounds_sentence_and_the_sign_off(client, coordinator, application):
    save(client, add(application, round=application.call.round.pk), body="The {round} begins soon.")
    save(client, add(application, kind="signoff"), body="Warmly,\n{program}")
    body = render("accept", application)[1]
    assert f"The {application.call.round.name} begins soon." in body
    assert body.endswith(f"Warmly,\n{application.program.name}\n")


@pytest.mark.parametrize(
    "query",
    [
        {"kind": "again"},
        {"kind": "x"},
        {"language": "xx"},
        {"round": "9999"},
        {"round": "x\0"},
        {"kind": "ask", "round": "1"},
    ],
)
def test_nonsense_is_not_found(client, coordinator, application, query):
    address = add(application, **query)
    assert client.get(address).status_code == client.post(address, {"body": "x"}).status_code == 404


@pytest.mark.parametrize("who", ["reader", "observer", "editor", "foreign"])
def test_only_coordinators_open_it(client, application, who):
    text = LetterText.objects.create(program=application.program, kind="accept", language="en", subject="x", body="Own")
    editor = who == "editor" and make_page_editor(make_program_page(application.program))
    foreign = who == "foreign" and make_member(make_program("OTHER"))
    client.force_login(editor or foreign or make_member(application.program, who))
    for address in (
        add(application),
        reverse("lettertext:edit", args=[text.pk]),
        reverse("lettertext:history", args=[text.pk]),
    ):
        assert client.get(address).status_code in {302, 403, 404}
        assert client.post(address, {"subject": "y", "body": GOOD}).status_code in {302, 403, 404, 405}
    text.refresh_from_db()
    assert text.body == "Own"
    assert LetterText.objects.count() == 1
