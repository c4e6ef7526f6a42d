"""One polite question to a foreign address: is there something? Never to an address inside our own network.

A name is resolved once and the connection goes to the very address that was found public, so that a name which changes
its mind between two look-ups leads nowhere else.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

PATIENCE = 12
"""Seconds for one link with all its redirects: letters wait meanwhile. A server that dawdles is hung up on."""
MOST_REDIRECTS = 5
PORTS = {80, 443, 8080, 8443}
FOR_GOOD = {301, 308}
REDIRECTS = FOR_GOOD | {302, 303, 307}
READS_SELDOM = {400, 403, 405, 406, 429, 500, 501, 503}
"""Answers that some servers give to HEAD although they have the page."""


class Trouble(models.TextChoices):
    """Why there was no answer."""

    NAME = "name", _("no such site")
    SILENT = "silent", _("no answer in time")
    REFUSED = "refused", _("the connection was refused or broke")
    CERTIFICATE = "certificate", _("the site’s certificate is not valid")
    LOOP = "loop", _("it redirects without end")
    FORBIDDEN = "forbidden", _("not a public web address")


@dataclass(frozen=True)
class Answer:
    """`status` of the last address reached, or `trouble`; `moved_to` where the address has moved for good."""

    status: int | None = None
    trouble: str = ""
    moved_to: str = ""


class _Troubled(Exception):
    pass


CARRIERS = [ipaddress.ip_network(network) for network in ("::/96", "64:ff9b::/96")]
"""IPv6 addresses whose last 32 bits are the IPv4 address that is meant."""
INSIDE = [ipaddress.ip_network(network) for network in ("2002::/16", "64:ff9b:1::/48", "fec0::/10")]
"""Ways into one's own network that count as global for Python."""


def is_public(address):
    found = ipaddress.ip_address(address)
    if any(found in network for network in CARRIERS):
        found = ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
    return found.is_global and not found.is_multicast and not any(found in network for network in INSIDE)


@dataclass(frozen=True)
class Rules:
    """Whom may be asked, and until when (seconds of the monotonic clock)."""

    may_reach: Callable
    ports: set
    until: float

    def left(self):
        seconds = self.until - monotonic()
        if seconds <= 0:
            raise _Troubled(Trouble.SILENT)
        return seconds


def ask(url, *, may_reach=is_public, ports=PORTS, patience=PATIENCE):
    """Ask with HEAD and, where that says little, with GET; follow redirects. Never raises for what the net does."""
    rules = Rules(may_reach, ports, monotonic() + patience)
    answer = _follow("HEAD", url, rules)
    unsure = answer.status in READS_SELDOM or answer.trouble == Trouble.REFUSED
    return _follow("GET", url, rules) if unsure else answer


def _follow(method, url, rules):
    reached, for_good = url, True
    for _hop in range(MOST_REDIRECTS + 1):
        try:
            status, location = _request(method, reached, rules)
            onward = _joined(reached, location or "")
        except _Troubled as trouble:
            return Answer(trouble=trouble.args[0])
        if status not in REDIRECTS or not location:
            return Answer(status, moved_to=reached if for_good and reached != url else "")
        reached, for_good = onward, for_good and status in FOR_GOOD
    return Answer(trouble=Trouble.LOOP)


def _joined(reached, location):
    """What a redirect leads to. No address holds a null byte, and PostgreSQL keeps none."""
    try:
        return urljoin(reached, location.replace("\0", ""))
    except ValueError:
        raise _Troubled(Trouble.FORBIDDEN) from None


def _request(method, url, rules):
    """(status, Location) of one request. The body is not read."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}[parts.scheme]
        host = parts.hostname.encode("idna").decode()
    except (ValueError, KeyError, AttributeError):
        raise _Troubled(Trouble.FORBIDDEN) from None
    if port not in rules.ports or parts.username:
        raise _Troubled(Trouble.FORBIDDEN)
    address = _address(host, port, rules)
    target = parts._replace(scheme="", netloc="", fragment="", path=parts.path or "/").geturl()
    return _asked(method, parts.scheme, (host, port, address), target, rules.left())


def _address(host, port, rules):
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        raise _Troubled(Trouble.NAME) from None
    if not found or not all(rules.may_reach(address.partition("%")[0]) for address in found):
        raise _Troubled(Trouble.FORBIDDEN)
    return min(found, key=lambda address: ":" in address)


def _asked(method, scheme, where, target, seconds):
    host, port, address = where
    connection = http.client.HTTPConnection(host, port)
    hang_up = threading.Timer(seconds, _hang_up, [connection])
    hang_up.start()
    try:
        connection.sock = socket.create_connection((address, port), timeout=seconds)
        if scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(connection.sock, server_hostname=host)
        connection.request(method, _ascii(target), headers=_headers(host, port))
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location")
    except TimeoutError:
        raise _Troubled(Trouble.SILENT) from None
    except ssl.SSLCertVerificationError:
        raise _Troubled(Trouble.CERTIFICATE) from None
    except (OSError, http.client.HTTPException, ValueError):
        raise _Troubled(Trouble.REFUSED if hang_up.is_alive() else Trouble.SILENT) from None
    finally:
        hang_up.cancel()
        connection.close()


def _hang_up(connection):
    with suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)


def _headers(host, port):
    named = host if port in {80, 443} else f"{host}:{port}"
    return {"Host": named, "User-Agent": f"Mozilla/5.0 (link check; {settings.SITE_URL})", "Accept": "*/*"}


def _ascii(target):
    """What a person typed may hold signs that no request line may."""
    return "".join(sign if "!" <= sign <= "~" else "".join(f"%{byte:02X}" for byte in sign.encode()) for sign in target)
