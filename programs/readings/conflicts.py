"""Who shall not read whose application: the same employer or domain of an address, what a reader has declared, who once left
an application of the same person to others, and who may once have been in a pair with them.

Big mail providers are no employer. Pairs are not kept anywhere yet: until they are, whoever took part in one round with a
reader, on the other side, may have been their pair.
"""

from collections import defaultdict
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from portal.texts.finding import words_in
from programs.access.shown_to import naming_answers
from programs.forms.addresses import HOSTS, OTHERS
from programs.models import Application, Conflict, Reading
from programs.people.correspondents import address_key

BIG = frozenset((*HOSTS, *OTHERS, "att.net", "bellsouth.net", "charter.net", "cox.net", "earthlink.net", "pm.me"))
PROVIDERS = {"yahoo", "hotmail", "outlook", "live", "gmail", "googlemail", "gmx", "aol"}
"""Whose domains end in many ways: yahoo.es, hotmail.co.uk."""

OWN = _("It is their own application")
DOMAIN = _("An address at the same domain")
DECLARED = _("Declared by the reader")
RECUSED = _("Has left an application of this person to others")
PAIR = _("Took part in one round, and may have been a pair")


def domain_of(email):
    """The domain of an address, in small letters; nothing where it is a big provider's, in whatever country."""
    host = email.rpartition("@")[2].strip().lower().rstrip(".")
    name, _dot, rest = host.partition(".")
    everywhere = name in PROVIDERS and (len(rest) <= 3 or rest.partition(".")[0] in {"com", "co"})
    return "" if host in BIG or everywhere else host


def same_domain(one, other):
    """Whether two domains are one, or one is part of the other: library.example.org is of example.org."""
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    return "." in short and f".{long}".endswith(f".{short}")


class Conflicts:
    """The conflicts between some readers and some applications of one program. As many queries, however many there are.

    The applications come with their version, correspondent, call, round, program and rubric.
    """

    def __init__(self, program, readers, applications):
        self.program, self.readers, self.applications = program, list(readers), list(applications)

    def between(self, reader, application):
        """Why this reader shall not read this application, in words; None where nothing speaks against it."""
        if address_key(reader.email) == application.correspondent.email_key:
            return OWN
        if same_domain(domain_of(reader.email), domain_of(application.email)):
            return DOMAIN
        if any(self._is_about(declared, application) for declared in self._declared[reader.pk]):
            return DECLARED
        if (reader.pk, application.correspondent_id) in self._recused:
            return RECUSED
        if self._sides[address_key(reader.email)] & self._other_sides(application):
            return PAIR
        return None

    def _is_about(self, declared, application):
        if declared.domain and same_domain(declared.domain, domain_of(application.email)):
            return True
        return bool(declared.words) and declared.words <= self._words[application.pk]

    @cached_property
    def _declared(self):
        found = defaultdict(list)
        rows = Conflict.objects.filter(program=self.program, user__in=self.readers)
        for user, about in rows.values_list("user", "about"):
            found[user].append(Declared(about))
        return found

    @cached_property
    def _words(self):
        """The words of who each applicant is and where they work, of each answer by itself and of the name."""
        return {
            one.pk: words_in(one.name, one.email, *naming_answers(one)) if self._declared else set()
            for one in self.applications
        }

    @cached_property
    def _recused(self):
        rows = Reading.objects.filter(
            reader__in=self.readers,
            status=Reading.Status.RECUSED,
            application__correspondent__in=[one.correspondent_id for one in self.applications],
        )
        return set(rows.values_list("reader", "application__correspondent"))

    @cached_property
    def _sides(self):
        """{address: {(round, side), ...}} of the readers and applicants who were accepted in this program."""
        keys = {address_key(reader.email) for reader in self.readers}
        keys |= {one.correspondent.email_key for one in self.applications}
        taken = Application.objects.filter(
            status=Application.Status.ACCEPTED,
            correspondent__program=self.program,
            correspondent__email_key__in=keys,
        ).order_by()
        found = defaultdict(set)
        for key, round, side in taken.values_list("correspondent__email_key", "call__round", "call__role__side"):
            found[key].add((round, side))
        return found

    def _other_sides(self, application):
        """What a former pair of theirs was: in the same round, on the other side, or a peer like them."""
        opposite = {"gives": "receives", "receives": "gives", "peer": "peer"}
        return {(round, opposite[side]) for round, side in self._sides[application.correspondent.email_key]}


class Declared:
    """What a reader has declared, as it is compared: a domain or an address by its domain, all else by all of its words."""

    def __init__(self, about):
        about = about.strip()
        lone = " " not in about and "." in about
        self.domain = (
            domain_of(f"@{about.removeprefix('https://').removeprefix('www.')}") if lone and "@" not in about else ""
        )
        self.words = set() if self.domain else words_in(about)
