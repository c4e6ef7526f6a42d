"""Applications that are ready to be sent, by browsers that keep no cookies."""

from django.test import Client

from tests.applying import CONTACT

from .pages import Page

ANSWERS = {"q-work": "A library", "q-topics": ["storytime"]}


def browser(n):
    """In a network of its own."""
    return Client(REMOTE_ADDR=f"10.{n >> 8 & 255}.{n & 255}.7", headers={"host": "127.0.0.1"})


def post(client, path, **fields):
    client.cookies.clear()
    return client.post(path, fields)


def begun(call, n):
    """What a browser carries after the first step, or nothing where it was not taken."""
    client = browser(n)
    opened = Page(client.get(f"/apply/{call.slug}/form/").content.decode()).form_to("/form/")
    key = opened.fields["opened"][0] if opened else "closed"
    contact = CONTACT | {"email": f"{call.slug}-{n}@example.org"}
    answer = post(client, f"/apply/{call.slug}/form/", opened=key, **contact)
    form = Page(answer.content.decode()).form_to("/form/2/")
    return form and form.fields["draft"][0]


def filled(call, n):
    """The key of a draft to which every question is answered."""
    key = begun(call, n)
    post(browser(n), f"/apply/{call.slug}/form/2/", draft=key, **ANSWERS)
    return key


def send(call, n, key):
    return post(browser(n), f"/apply/{call.slug}/send/", draft=key)
