"""Answers and addresses that nobody sends by mistake."""

import socket
import threading

import pytest

from portal.linkhealth.noting import keep_up, look
from portal.linkhealth.reaching import Trouble, ask, is_public
from portal.models import ExternalLink
from tests.factories import make_program, make_program_page


@pytest.fixture
def redirecting():
    """redirecting(location): an address that leads there, in raw bytes; whatever else is asked for is there."""
    listening = []

    def site(location):
        server = socket.create_server(("127.0.0.1", 0))
        listening.append(server)
        threading.Thread(target=answer_all, args=[server, location], daemon=True).start()
        return f"http://127.0.0.1:{server.getsockname()[1]}/start"

    yield site
    for server in listening:
        server.close()


def answer_all(server, location):
    while True:
        try:
            connection, _address = server.accept()
        except OSError:
            return
        with connection:
            start = b" /start " in connection.recv(9000)
            told = b"301 Moved\r\nLocation: " + location if start else b"200 Here"
            connection.sendall(b"HTTP/1.1 " + told + b"\r\nContent-Length: 0\r\n\r\n")


@pytest.mark.parametrize("location", [b"http://[", b"http://[::1", b"//[x]/"])
def test_a_redirect_to_no_address_is_an_answer(redirecting, ask_here, location):
    assert ask_here(redirecting(location)).trouble == Trouble.FORBIDDEN


@pytest.mark.django_db
def test_a_null_byte_in_a_redirect_can_be_kept(redirecting, ask_here):
    link = ExternalLink.objects.create(url=redirecting(b"/a\0b"))
    assert look(asked=ask_here, pause=0) == 1
    link.refresh_from_db()
    assert link.moved_to.endswith("/ab")


@pytest.mark.django_db
def test_a_link_that_is_no_address_stops_no_check(ask_here):
    text = '<a href="http://[broken">a</a> <a href="https://example.org/">b</a>'
    make_program_page(make_program(), body=[{"type": "text", "value": text}])
    keep_up()
    assert "https://example.org/" in ExternalLink.objects.values_list("url", flat=True)
    look(asked=lambda url: ask(url, may_reach=lambda address: False), pause=0)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("64:ff9b::808:808", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b:1::1", False),
        ("2002:7f00:1::", False),
        ("::ffff:127.0.0.1", False),
        ("::127.0.0.1", False),
        ("fec0::1", False),
        ("224.0.0.1", False),
        ("ff02::1", False),
    ],
)
def test_no_spelling_of_an_inner_address_is_public(address, public):
    assert is_public(address) is public
