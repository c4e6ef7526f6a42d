"""The applications that a person reads, what they find in them, and by what they may narrow them.

By the calls, which are few, and not by a join from each application to its program and committee: so the list goes by its
indexes, whether somebody reads forty applications among a hundred thousand or all of them.
"""

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import cached_property

from portal.site.addresses import ids_in
from programs.access import DECIDE, READ, programs_for, scope
from programs.access.shown_to import Audience
from programs.models import Application, Call, FoundBy, Program, Role, Round, Tag

MOST_LISTED = 1000
"""Found applications whose keys go into the list's query, which then is quick whatever else it asks; more are a query in it."""


MANY = 20
"""Programs that a person reads before rounds, roles and calls are offered of the chosen program only."""


class Reach:
    def __init__(self, user):
        self.user = user
        self.everything = user.is_active and user.is_superuser

    @cached_property
    def reads(self):
        return {pk for pk, _program, _decides in self._calls}

    @cached_property
    def decides(self):
        return {pk for pk, _program, decides in self._calls if decides}

    @cached_property
    def _calls(self):
        """(key, program, whether the person decides there) of each call they read. One query."""
        deciding = programs_for(self.user, DECIDE).filter(pk=OuterRef("round__program"))
        calls = scope(Call.objects.order_by(), self.user, READ).annotate(decides=Exists(deciding))
        return list(calls.values_list("pk", "round__program", "decides"))

    @cached_property
    def has_many_programs(self):
        if self.everything:
            return Program.objects.order_by()[MANY : MANY + 1].exists()
        return len({program for _pk, program, _decides in self._calls}) > MANY

    def applications(self):
        if self.everything:
            return Application.objects.all()
        return Application.objects.filter(call__in=self.reads)

    def shows(self, application):
        """Whether the person reads it, with what says whose it is."""
        return self.everything or application.call_id in self.reads

    def audience(self, call):
        """Who the person is to the answers of a call that they read."""
        return Audience.COORDINATOR if self.everything or call.pk in self.decides else Audience.READER

    @property
    def decided(self):
        """Those of which the person decides, as a condition."""
        return Q(pk__isnull=False) if self.everything else Q(call__in=self.decides)

    def shows_person(self, call):
        """Whether the person may know who has applied to this call: name, address, and what would give them away."""
        return True

    def having(self, terms):
        """Those with all these terms, as a condition; see portal.texts.finding.asked()."""
        found = Q(pk__in=[])
        for audience, theirs in self._audiences():
            found |= theirs & Q(pk__in=_keys(FoundBy.objects.having(audience, terms)))
        return found

    def _audiences(self):
        """(audience, which applications they are that to) of this person."""
        if self.everything or self.reads == self.decides:
            return [(Audience.COORDINATOR, Q())]
        reader = (Audience.READER, Q(call__in=self.reads - self.decides))
        return [reader, (Audience.COORDINATOR, Q(call__in=self.decides))] if self.decides else [reader]

    def chosen(self, call, question, choice):
        """Those of a call who chose this, as a condition."""
        rows = FoundBy.objects.filter(application__call=call)
        return Q(call=call, pk__in=rows.having_chosen(self.audience(call), question, choice).values("pk"))


def reach_of(request):
    """The reach of who asks, found out once for each request."""
    if not hasattr(request, "_reach"):
        request._reach = Reach(request.user)
    return request._reach


def _keys(rows):
    keys = list(rows.values_list("pk", flat=True)[: MOST_LISTED + 1])
    return keys if len(keys) <= MOST_LISTED else rows.values("pk")


def readable_programs(request):
    return programs_for(request.user, READ)


def _offered(rows, request, name, program):
    """Of a person with many programs only those of the chosen one, and what the address names already."""
    rows = (
        scope(rows, request.user, READ)
        if rows.model is not Role
        else rows.filter(program__in=readable_programs(request))
    )
    chosen = ids_in([request.GET.get("program", "")])
    if chosen:
        return rows.filter(**{program: chosen[0]})
    if not reach_of(request).has_many_programs:
        return rows
    return rows.filter(pk__in=ids_in(request.GET.getlist(name)))


def readable_rounds(request):
    return _offered(Round.objects.select_related("program"), request, "round", "program")


def readable_roles(request):
    return _offered(Role.objects.select_related("program"), request, "role", "program")


def readable_calls(request):
    calls = Call.objects.select_related("round__program", "role").order_by("-pk")
    return _offered(calls, request, "call", "round__program")


def readable_tags(request):
    return _offered(Tag.objects.select_related("program"), request, "tag", "program")
