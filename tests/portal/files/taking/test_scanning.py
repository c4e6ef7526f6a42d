"""The virus scanner, played by a small server that speaks as clamd does."""

import socketserver
import struct
import threading

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.files.forms import DocumentForm
from portal.files.taking import scanning
from portal.files.taking.scanning import refuse_infected, say_that_nothing_is_scanned
from tests.portal.files.making import PDF


class Clamd(socketserver.StreamRequestHandler):
    """Finds a virus in what holds the word EICAR."""

    def handle(self):
        assert self.rfile.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack("!L", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        self.server.heard.append(content)
        self.wfile.write(self.server.says or (b"stream: Eicar FOUND\0" if b"EICAR" in content else b"stream: OK\0"))


@pytest.fixture(params=["port", "socket"])
def clamd(request, settings, tmp_path):
    kind = socketserver.TCPServer if request.param == "port" else socketserver.UnixStreamServer
    place = ("127.0.0.1", 0) if request.param == "port" else str(tmp_path / "clamd.ctl")
    with kind(place, Clamd) as server:
        server.heard, server.says = [], b""
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        at = server.server_address
        settings.CLAMD = at if isinstance(at, str) else f"{at[0]}:{at[1]}"
        yield server
        server.shutdown()


def file(content):
    return SimpleUploadedFile("cv.txt", content)


def test_a_clean_file_is_read_whole_and_left_at_its_start(clamd):
    clean = file(b"x" * 200_000)
    refuse_infected(clean)
    assert clamd.heard == [b"x" * 200_000]
    assert len(clean.read()) == 200_000


def test_what_the_scanner_finds_is_refused(clamd):
    with pytest.raises(ValidationError, match="something harmful"):
        refuse_infected(file(b"EICAR"))


@pytest.mark.parametrize("says", [b"INSTREAM size limit exceeded. ERROR\0", b"\0", b"what?\0"])
def test_an_answer_that_says_neither_is_a_refusal(clamd, says):
    clamd.says = says
    with pytest.raises(ValidationError, match="could not be checked"):
        refuse_infected(file(b"x"))


@pytest.mark.parametrize("place", ["/nowhere/clamd.ctl", "127.0.0.1:9"])
def test_a_scanner_that_is_away_holds_files_back(settings, place):
    settings.CLAMD = place
    with pytest.raises(ValidationError, match="could not be checked"):
        refuse_infected(file(b"x"))


def test_a_scanner_that_says_nothing_is_away_in_time(settings, monkeypatch):
    monkeypatch.setattr(scanning, "SECONDS", 0.05)
    with socketserver.TCPServer(("127.0.0.1", 0), Clamd) as server:  # takes the call and never answers
        settings.CLAMD = f"127.0.0.1:{server.server_address[1]}"
        with pytest.raises(ValidationError, match="could not be checked"):
            refuse_infected(file(b"x"))


def test_staffs_documents_are_scanned_too(settings):
    settings.CLAMD = "127.0.0.1:9"
    form = DocumentForm.__new__(DocumentForm)
    form.cleaned_data, form.__dict__["changed_data"] = {"file": SimpleUploadedFile("a.pdf", PDF)}, ["file"]
    with pytest.raises(ValidationError, match="could not be checked"):
        form.clean_file()


def test_without_a_scanner_nothing_is_scanned_and_production_says_so(settings):
    refuse_infected(file(b"EICAR"))
    settings.PRODUCTION = True
    assert [told.id for told in say_that_nothing_is_scanned(None)] == ["portal.I001"]
    assert "portal.I001" in {told.id for told in run_checks()}
    settings.CLAMD = "127.0.0.1:3310"
    assert say_that_nothing_is_scanned(None) == []
