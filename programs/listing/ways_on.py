"""Where a program that has no page here leads: to the site of its host, or of a body that the host is part of, or to whom
one can write."""

from dataclasses import dataclass

from programs.models import Host


@dataclass(frozen=True)
class WayOn:
    url: str = ""
    host: Host | None = None
    """Whose site it is."""
    email: str = ""


def way_on(program, hosts):
    """`program` is a brief one with its reply_to; `hosts` is every host by its key. None where nothing is known."""
    site = next((host for host in above(hosts[program.host], hosts) if host.url), None)
    if site:
        return WayOn(url=site.url, host=site)
    return WayOn(email=program.reply_to) if program.reply_to else None


def above(host, hosts):
    """The host and those it is part of, however deep; a circle ends where it closes."""
    found = []
    while host and host not in found:
        found.append(host)
        host = hosts.get(host.parent_id)
    return found
