"""Whether a virus scanner finds something: clamd, where the setting CLAMD names one. Without it nothing is scanned.

A scanner that does not answer refuses: a file is never taken in silence because nobody looked.
"""

import logging
import socket
import struct
from contextlib import closing

from django.conf import settings
from django.core.checks import Info

from .refusals import refused

logger = logging.getLogger(__name__)

SECONDS = 20
CHUNK = 65_536
LONGEST_ANSWER = 4096


class Away(Exception):
    """No scanner answered in time, or not in its own words."""


def refuse_infected(file):
    """Reads the whole file and leaves it at its start; a ValidationError where it may not be taken."""
    if not settings.CLAMD:
        return
    try:
        found = scanned(file)
    except (Away, OSError) as error:
        logger.error("The virus scanner is away: %s. Files are refused until it answers.", type(error).__name__)
        raise refused("unscanned") from error
    finally:
        file.seek(0)
    if found:
        logger.warning("The virus scanner found %s in a file; it was refused.", found)
        raise refused("infected")


def scanned(file):
    """The name of what was found, or nothing. Speaks clamd's INSTREAM: lengths and chunks, a length of none at the end."""
    file.seek(0)
    with closing(connected()) as line:
        line.sendall(b"zINSTREAM\0")
        while chunk := file.read(CHUNK):
            line.sendall(struct.pack("!L", len(chunk)) + chunk)
        line.sendall(struct.pack("!L", 0))
        answer = answered(line)
    if answer == "stream: OK":
        return ""
    if answer.endswith(" FOUND"):
        return answer.removeprefix("stream: ").removesuffix(" FOUND")
    raise Away(answer)


def connected():
    place = settings.CLAMD
    if place.startswith("/"):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(SECONDS)
        try:
            line.connect(place)
        except OSError:
            line.close()
            raise
        return line
    host, _colon, port = place.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=SECONDS)


def answered(line):
    """Up to the null byte that ends an answer."""
    said = b""
    while b"\0" not in said and len(said) < LONGEST_ANSWER:
        part = line.recv(LONGEST_ANSWER)
        if not part:
            break
        said += part
    return said.partition(b"\0")[0].decode("utf-8", "replace").strip()


def say_that_nothing_is_scanned(app_configs, **kwargs):
    """`manage.py check` says so in production; it is no fault."""
    if settings.CLAMD or not settings.PRODUCTION:
        return []
    hint = "Set CLAMD to clamd's socket or host:port (docs/operators.md)."
    return [Info("Files that people hand in are not scanned for viruses.", hint=hint, id="portal.I001")]
