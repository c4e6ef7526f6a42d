"""The one policy: who may do which duty on which program's rows.

Superusers do everything. A program's committee reads, decides and announces; whoever may edit a program's page, or
coordinates it, plans its rounds; page editors as such see no application and no letter. A program office adds and plans
programs of its hosts and fills their committees, and sees no application either. Nothing here is stored: a duty ends on
the day its row says.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from programs.models import (
    Application,
    Call,
    CommitteeMember,
    Decision,
    Host,
    Invitation,
    Letter,
    LetterText,
    MemberList,
    Program,
    ProgramOffice,
    ProgramPage,
    Reading,
    Round,
    Rubric,
    Tag,
)

Duty = CommitteeMember.Duty

READ, DECIDE, ANNOUNCE, LETTERS, PLAN, COUNT = "read", "decide", "announce", "letters", "plan", "count"
ADDRESSES, OFFICE, SCORE = "addresses", "office", "score"

DUTIES = {
    READ: {Duty.COORDINATOR, Duty.READER},
    SCORE: {Duty.COORDINATOR, Duty.READER},
    DECIDE: {Duty.COORDINATOR},
    ANNOUNCE: {Duty.COORDINATOR},
    LETTERS: {Duty.COORDINATOR},
    PLAN: {Duty.COORDINATOR},
    ADDRESSES: {Duty.COORDINATOR},
    COUNT: {Duty.COORDINATOR, Duty.READER, Duty.OBSERVER},
    OFFICE: set(),
}
"""What may be done, and which committee duties may do it. Page editors and program offices may also PLAN; OFFICE, filling
committees, is the program offices' alone. READ shows whose an application is: a reader of a program with anonymous
reading may not, and has SCORE alone, which is for their own readings. See programs_for()."""

PATHS = {
    Program: "pk",
    Round: "program",
    Rubric: "program",
    Reading: "application__call__round__program",
    Call: "round__program",
    Application: "call__round__program",
    Invitation: "call__round__program",
    CommitteeMember: "program",
    Decision: "application__call__round__program",
    Letter: "correspondent__program",
    LetterText: "program",
    MemberList: "call__round__program",
    Tag: "program",
}
"""How each kind of row leads to its program."""

SHOWN = {Letter: lambda letters: letters.for_committees()}
"""What of a kind of row anybody may see at all, superusers included: who asked to be told that a program opens is
nobody's applicant, and the kinds of those letters say so."""


def programs_for(user, what):
    """The programs on which this person may do `what`."""
    if not user.is_active or not user.is_authenticated:
        return Program.objects.none()
    if user.is_superuser:
        return Program.objects.all()
    members = CommitteeMember.objects.active().filter(user=user, duty__in=DUTIES[what])
    if what == READ:
        members = members.exclude(duty=Duty.READER, program__rubric__anonymous=True)
    allowed = Program.objects.filter(pk__in=members.values("program"))
    if what == PLAN:
        allowed |= Program.objects.filter(pk__in=_programs_of_editable_pages(user))
    if what in (PLAN, OFFICE) and (hosts := _hosts_of_office(user)):
        allowed |= Program.objects.filter(host__in=hosts)
    return allowed


def hosts_for(user):
    """The hosts for which this person is the program office: those named, and all that is part of them."""
    if not user.is_active or not user.is_authenticated:
        return Host.objects.none()
    if user.is_superuser:
        return Host.objects.all()
    return Host.objects.filter(pk__in=_hosts_of_office(user))


def _hosts_of_office(user):
    """Their keys. Few people have an office: for all others this is one small query."""
    found = set(ProgramOffice.objects.active().filter(user=user).values_list("host", flat=True))
    parents = list(Host._base_manager.values_list("pk", "parent")) if found else []
    while more := {pk for pk, parent in parents if parent in found} - found:
        found |= more
    return found


class GroupPages(PagePermissionPolicy):
    """What groups give, without what duties do: that is asked of this module. Kept on the user under a name of its own."""

    permission_cache_name = "_pages_by_group"


def _programs_of_editable_pages(user):
    """Programs whose own page this person may edit in Wagtail.

    That is its oldest page: a later copy, alias, translation or new page, wherever it stands and whoever owns it,
    gives nobody any say over the program.
    """
    own = ProgramPage.objects.filter(program=OuterRef("program")).order_by("pk").values("pk")[:1]
    editable = GroupPages(Page).instances_user_has_permission_for(user, "change")
    return ProgramPage.objects.filter(pk=Subquery(own), pk__in=editable.values("pk")).values("program")


def scope(rows, user, what):
    """Of these rows, those on which this person may do `what`."""
    rows = SHOWN[rows.model](rows) if rows.model in SHOWN else rows
    if user.is_active and user.is_superuser:
        return rows
    return rows.filter(**{f"{PATHS[rows.model]}__in": programs_for(user, what).values("pk")})


def may(user, what, row=None):
    """Whether this person may do `what` on this row, or on any program at all."""
    if row is None:
        return _may_anywhere(user, what)
    if user.is_active and user.is_superuser and type(row) not in SHOWN:
        return True
    return scope(type(row)._default_manager.filter(pk=row.pk), user, what).exists()


def _may_anywhere(user, what):
    """Asked once for each request's user: every entry of the admin's menu asks again. An office may have no program yet."""
    known = user.__dict__.setdefault("_may_anywhere", {})
    if what not in known:
        known[what] = (hosts_for(user) if what == OFFICE else programs_for(user, what)).exists()
    return known[what]


def require(user, what, row=None):
    """PermissionDenied unless may(...)."""
    if not may(user, what, row):
        raise PermissionDenied
