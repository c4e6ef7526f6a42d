"""Mail addresses that were most likely meant otherwise: one letter off the host of a large mail provider."""

from difflib import get_close_matches

HOSTS = (
    "gmail.com",
    "yahoo.com",
    "hotmail.com",
    "outlook.com",
    "icloud.com",
    "aol.com",
    "comcast.net",
    "verizon.net",
    "protonmail.com",
    "live.com",
    "msn.com",
    "mac.com",
    "sbcglobal.net",
)

OTHERS = ("ymail.com", "gmx.com", "mail.com", "email.com", "proton.me", "me.com", "fastmail.com", "mailbox.org")
"""Hosts that look like a slip of the finger and are none."""

LIKENESS = 0.84
"""As difflib counts it: one letter wrong, left out, doubled or swapped in a host of nine."""


def meant(email):
    """The address that was most likely meant, or nothing."""
    name, _at, host = email.lower().rpartition("@")
    if not name or host in HOSTS or host in OTHERS:
        return ""
    close = get_close_matches(host, HOSTS, n=1, cutoff=LIKENESS)
    return f"{email.rpartition('@')[0]}@{close[0]}" if close else ""
