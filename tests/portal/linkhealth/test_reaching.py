"""One polite question, and what it may not reach. The sites asked here are on this machine."""

import socket

import pytest

from portal.linkhealth.reaching import Answer, Trouble, ask
from tests.portal.linkhealth.conftest import Site


@pytest.mark.parametrize("status", [200, 204, 404, 410])
def test_a_head_is_enough_where_it_says_what_is_there(site, ask_here, status):
    assert ask_here(f"{site}/{status}") == Answer(status)
    assert [method for method, _path, _host in Site.asked] == ["HEAD"]


@pytest.mark.parametrize("status", [403, 405, 429, 500, 503])
def test_what_a_site_may_refuse_to_a_head_is_asked_again(site, ask_here, status):
    assert ask_here(f"{site}/{status}") == Answer(status)
    assert [method for method, _path, _host in Site.asked] == ["HEAD", "GET"]


def test_a_page_that_knows_no_head_is_there(site, ask_here):
    assert ask_here(f"{site}/only-get") == Answer(200)


def test_a_page_that_moved_for_good_names_its_new_address(site, ask_here):
    assert ask_here(f"{site}/moved") == Answer(200, moved_to=f"{site}/200")
    assert ask_here(f"{site}/lent") == Answer(200)


def test_a_circle_ends(site, ask_here):
    assert ask_here(f"{site}/circle").trouble == Trouble.LOOP
    assert len(Site.asked) == 6


def test_a_dawdling_site_is_hung_up_on(site, ask_here):
    assert ask_here(f"{site}/slow", patience=0.3).trouble == Trouble.SILENT


def test_a_site_that_is_down_refuses(ask_here):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert ask_here(f"http://127.0.0.1:{port}/").trouble == Trouble.REFUSED


def test_a_name_that_does_not_exist(ask_here, monkeypatch):
    def unknown(*_args, **_kwargs):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert ask_here("http://nowhere.example/").trouble == Trouble.NAME


def test_a_certificate_that_is_not_valid_is_told_apart(ask_here, site):
    assert ask_here(site.replace("http:", "https:")).trouble == Trouble.REFUSED


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://localhost/",
        "http://2130706433/",
        "http://user:secret@example.org/",
        "http://example.org:22/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://",
        "http://[/",
        "javascript:alert(1)",
    ],
)
def test_nothing_inside_our_own_network_is_asked(url):
    assert ask(url).trouble in {Trouble.FORBIDDEN, Trouble.NAME}


def test_a_redirect_does_not_lead_inside(site, ask_here):
    assert ask_here(f"{site}/inside").trouble == Trouble.FORBIDDEN


def test_a_name_with_one_address_inside_is_not_asked(monkeypatch):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: found)
    assert ask("http://example.org/").trouble == Trouble.FORBIDDEN


@pytest.mark.parametrize("path", ["/ü", "/a b", "/a\r\nX-Evil: 1", "/?q=ñ&r=“x”", "/\x00"])
def test_odd_addresses_are_asked_or_refused_but_break_nothing(site, ask_here, path):
    answer = ask_here(f"{site}/only-get{path.replace('/', '?', 1)}")
    assert answer.status or answer.trouble
    assert not any("\r" in asked for _method, asked, _host in Site.asked)
