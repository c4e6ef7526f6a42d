"""What is known of a program in its rows: its names and its hosts’, its summary, roles and topics."""

from collections import defaultdict

from home.search.weights import ABOUT, NAME, together
from programs.listing.ways_on import above
from programs.models import Program, Role


def about_programs(hosts):
    """By program: its topics, its roles in its own words, and who runs it. Plain rows: there may be many."""
    about = defaultdict(list)
    roles = Role.objects.values_list("program_id", "name", "plural", "name_es", "plural_es")
    topics = Program.topics.through.objects.values_list("program_id", "topic__name", "topic__name_es")
    for program, *words in [*roles, *topics]:
        about[program] += words
    for program, host in Program.run_by.through.objects.values_list("program_id", "host_id"):
        about[program] += _names(hosts[host])
    return about


def program_texts(program, hosts, about, pages):
    host, *larger = above(hosts[program.host], hosts)
    names = [program.name, program.name_es, program.code, *_names(host), *(page.title for page in pages)]
    said = [program.summary, program.summary_es, str(Program.Kind(program.kind).label), *about]
    for body in larger:
        said += _names(body)
    return [(NAME, together(names)), (ABOUT, together(said))]


def _names(host):
    return [host.name, host.acronym]
