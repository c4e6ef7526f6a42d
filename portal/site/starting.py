"""What the portal does not start with in production: values that are weak, misshapen or not meant.

Each function returns a sentence that says what to do, or nothing where the value is good.
"""

import json
import re
from email.utils import parseaddr
from urllib.parse import urlsplit
from zoneinfo import available_timezones

KEY_LENGTH, KEY_SIGNS = 50, 10
"""A key is at least so long and made of at least so many different signs."""

WELL_KNOWN = (
    "django-insecure",
    "changeme",
    "change-me",
    "change_me",
    "secret-key",
    "secret_key",
    "only-for",
    "example",
)
HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+|\[[0-9a-f:.]+\]", re.IGNORECASE)
NOBODYS = re.compile(
    r"(?:^|[@.])(?:example\.(?:com|net|org)|example|invalid|test|localhost|localdomain)$", re.IGNORECASE
)
"""Domains that belong to nobody and never will (RFC 2606, RFC 6761)."""

SWITCH = {
    "1": True,
    "yes": True,
    "true": True,
    "on": True,
    "": False,
    "0": False,
    "no": False,
    "false": False,
    "off": False,
}


def faults(*, key, hosts, site_url, sender):
    """Everything that is wrong, so that one does not learn it start by start."""
    found = [fault_of_key(key), *map(fault_of_host, hosts), fault_of_site(site_url, hosts), fault_of_sender(sender)]
    return [sentence for sentence in found if sentence]


def fault_of_key(key):
    repeats = key in (key + key)[1:-1]
    known = any(word in key.lower() for word in WELL_KNOWN)
    if len(key) >= KEY_LENGTH and len(set(key)) >= KEY_SIGNS and not repeats and not known:
        return ""
    return (
        "SECRET_KEY is short or well known. Make one that nobody can guess, and keep it: "
        """python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"""
    )


def fault_of_host(host):
    """A leading dot stands for all names below one of the association's own, never for a whole top-level domain."""
    if host == "localhost" or HOST.fullmatch(host.removeprefix(".")):
        return ""
    return (
        f"ALLOWED_HOSTS holds {host!r}. Name the site's own host names, with commas between and without https:// or a "
        "port, such as mentors.example.org; no * and no pattern that any host name fits."
    )


def fault_of_site(url, hosts):
    try:
        parts, port_is_read = urlsplit(url), urlsplit(url).port is not None
    except ValueError:
        parts = urlsplit("")
        port_is_read = False
    plain = f"https://{parts.hostname}" + (f":{parts.port}" if port_is_read else "")
    if not parts.hostname or not HOST.fullmatch(parts.hostname) or url.lower() != plain:
        return (
            f"SITE_URL is {url!r}. It must be the site's own address with https and nothing after the host name, "
            "such as https://mentors.example.org."
        )
    if not any(parts.hostname == host.lower() or is_below(parts.hostname, host.lower()) for host in hosts):
        return f"SITE_URL names {parts.hostname}, which ALLOWED_HOSTS does not hold: every link in a letter would fail."
    return ""


def is_below(name, pattern):
    return pattern.startswith(".") and (name.endswith(pattern) or name == pattern[1:])


def fault_of_sender(sender):
    address = parseaddr(sender)[1]
    domain = address.rpartition("@")[2]
    if address.count("@") == 1 and HOST.fullmatch(domain) and not NOBODYS.search(domain):
        return ""
    return (
        f"DEFAULT_FROM_EMAIL is {sender!r}. Letters need a sender whose domain is yours and lets this server send for it, "
        "such as Library Mentors <mentors@your-association.org>."
    )


def switch(name, value):
    """Whether a variable that is yes or no says yes; ValueError with a sentence where it says neither."""
    try:
        return SWITCH[value.strip().lower()]
    except KeyError:
        raise ValueError(f"{name} is {value!r}; use 1 for yes, 0 for no.") from None


def number(name, value, *, most=65535):
    if not (value.isascii() and value.isdecimal() and 0 < int(value) <= most):
        raise ValueError(f"{name} is {value!r}; it must be a number from 1 to {most}.")
    return int(value)


def small_number(name, value):
    """From 0 to 9."""
    return 0 if value == "0" else number(name, value, most=9)


def seconds(name, value):
    """From none to a day."""
    return 0 if value == "0" else number(name, value, most=86_400)


def shared_cache(name, value):
    if value and not value.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError(
            f"{name} is {value!r}; use the address of a Redis, such as redis://127.0.0.1:6379/0, or leave it out."
        )
    return value


def time_zone(name, value):
    if value not in available_timezones():
        raise ValueError(f"{name} is {value!r}; use the name of a time zone, such as America/New_York.")
    return value


def scanner(name, value):
    if value.startswith("/") or not value:
        return value
    host, _colon, port = value.rpartition(":")
    if not host or not port.isdecimal():
        raise ValueError(
            f"{name} is {value!r}; use the path of clamd's socket, or its host and port, such as 127.0.0.1:3310."
        )
    return value


def storage(name, value):
    """A row of Django's STORAGES as JSON; nothing where files lie on this machine."""
    try:
        row = json.loads(value or "null")
    except ValueError:
        row = value
    if row is None or (
        isinstance(row, dict) and isinstance(row.get("BACKEND"), str) and set(row) <= {"BACKEND", "OPTIONS"}
    ):
        return row
    raise ValueError(
        f'{name} must be JSON such as {{"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {{...}}}}.'
    )
