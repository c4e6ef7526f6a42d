"""What narrows the directory: options, each with the programs it keeps. Those that are chosen apply all at once."""

from collections import defaultdict

from django.db.models import Exists, OuterRef, Value
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext_lazy as _

from portal.caching.remembering import remembered
from portal.lists.narrowing import Filter, Option
from programs.listing.brief import running
from programs.models import Call, Program, Role

SIDES = {
    Role.Side.RECEIVES: _("I want a mentor"),
    Role.Side.GIVES: _("I want to mentor"),
    Role.Side.PEER: _("I want a peer"),
}
FEW_YEARS = 6
"""Fewer than so many years of experience are few: early in a career, as associations count it."""


def takes_newcomers(role):
    """People new to the profession, students among them. Who is new to a post may have worked elsewhere for long."""
    below = role["years_below"] if role["years_most"] is None else role["years_most"] + 1
    early = below is not None and below <= FEW_YEARS and not role["years_least"]
    return bool(early or role["newcomers"] or role["students"])


FOR_WHOM = {
    "students": (_("Students"), lambda role: role["students"]),
    "new": (_("New to the profession"), takes_newcomers),
    "nonmembers": (_("No membership needed"), lambda role: role["member_of"] is None and role["member_also"] is None),
    "experienced": (_("Experienced"), lambda role: role["years_least"]),
}
"""For whom a role is, from its conditions alone."""
CONDITIONS = ("students", "newcomers", "years_below", "years_most", "years_least", "member_also", "member_of")


NAMES = ("name", "name_es")
NAMED = ("open", "kind", "host", "role", "for", "relationship", "topic")
"""As addresses name the filters."""


def filters(programs, hosts, roles, side):
    """Every filter that can have an effect. `side` is the chosen side of a role: it must be that role which is for whom."""
    found = [
        Filter("open", _("Now"), [Option("1", _("Open now"), None)]),
        Filter("kind", _("Kind"), kinds(programs)),
        Filter("host", _("Host"), host_options(programs, hosts)),
        Filter("role", _("What you want"), sides(roles)),
        Filter("for", _("For whom"), for_whom(roles, side)),
        Filter("relationship", _("Kind of mentoring"), relationships(programs)),
        Filter("topic", _("Topic"), topics()),
    ]
    return [each for each in found if each.options]


def roles_now(now):
    """Every role as a plain record: what it is called, and whom it is for. Where its calls that are not over all ask
    otherwise it does not count (`counts`), and each that does ask otherwise counts beside it. One query."""
    calls = Call.objects.order_by().filter(running(now), round__draft=False, round__called_off=False)
    of_role = calls.filter(role=OuterRef("pk"))
    asked_otherwise = Exists(of_role.filter(own_conditions=True)) & ~Exists(of_role.filter(own_conditions=False))
    columns = ("pk", "program", "side", "key", *NAMES)
    roles = Role.objects.order_by().annotate(counts=~asked_otherwise).values_list(*columns, "counts", *CONDITIONS)
    own = calls.filter(own_conditions=True).annotate(counts=Value(True))
    own = own.values_list(*(f"role__{name}" for name in columns), "counts", *CONDITIONS)
    return [dict(zip((*columns, "counts", *CONDITIONS), row, strict=True)) for row in roles.union(own, all=True)]


def relationships(programs):
    kept = [
        Option(kind.value, capfirst(kind.label), frozenset(row.pk for row in programs if kind in row.relationships))
        for kind in Program.Relationship
    ]
    return [option for option in kept if option.kept]


def kinds(programs):
    kept = [
        Option(kind.value, kind.label, frozenset(program.pk for program in programs if program.kind == kind))
        for kind in Program.Kind
    ]
    found = [option for option in kept if option.kept]
    return found if len(found) > 1 else []


def host_options(programs, hosts):
    """A host keeps what it offers or runs and what its parts do."""
    kept = defaultdict(set)
    for program, host in [*((program.pk, program.host) for program in programs), *run_by()]:
        while host and program not in kept[host]:
            kept[host].add(program)
            host = hosts[host].parent_id
    found = {}
    for pk in sorted(kept, key=lambda pk: hosts[pk].short_name.casefold()):
        value = host_value(hosts[pk])
        both = kept[pk] | (found[value].kept if value in found else set())
        found[value] = Option(value, host_label(hosts[pk]), frozenset(both))
    return list(found.values()) if len(found) > 1 else []


def run_by():
    return remembered("run by", lambda: list(Program.run_by.through.objects.values_list("program_id", "host_id")))


def host_value(host):
    """How addresses name a host: acrl."""
    return slugify(host.short_name, allow_unicode=True) or str(host.pk)


def host_label(host):
    return f"{host.acronym} – {host.name}" if host.acronym and host.acronym != host.name else host.name


def sides(roles):
    kept = [
        Option(side.value, label, frozenset(role["program"] for role in roles if role["side"] == side))
        for side, label in SIDES.items()
    ]
    found = [option for option in kept if option.kept]
    return found if len(found) > 1 else []


def for_whom(roles, side):
    return [
        Option(value, label, frozenset(role["program"] for role in roles if fits(role) and side in ("", role["side"])))
        for value, (label, fits) in FOR_WHOM.items()
        if any(fits(role) for role in roles)
    ]


def topics():
    kept, rows = defaultdict(set), {}
    for chosen in remembered("topics of programs", topics_of_programs):
        rows[chosen.topic_id] = chosen.topic
        kept[chosen.topic_id].add(chosen.program_id)
    return [Option(row.slug, str(row), frozenset(kept[pk])) for pk, row in rows.items()]


def topics_of_programs():
    return list(Program.topics.through.objects.select_related("topic").order_by("topic__name"))
