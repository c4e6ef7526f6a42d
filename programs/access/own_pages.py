"""Whose a program's own page tree is to edit: Wagtail's permissions, and what a duty gives.

A program office edits the pages and forms of its programs. Coordinators do where the association says so
(COORDINATORS_EDIT_PAGES). Nothing is stored: it ends with the duty. It reaches the program's own page, which is its
oldest, with its translations and all below them, and never a copy that stands elsewhere.
"""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db.models import OuterRef, Q, Subquery
from wagtail.models import GroupPagePermission
from wagtail.permission_policies.pages import PagePermissionPolicy

from programs.models import CommitteeMember, Program, ProgramPage

from .duties import OFFICE, programs_for

GIVEN = ("add_page", "change_page", "publish_page")


def programs_edited(user):
    """The programs whose own pages this person edits by a duty."""
    programs = programs_for(user, OFFICE)
    if settings.COORDINATORS_EDIT_PAGES:
        coordinates = CommitteeMember.objects.active().filter(user=user, duty=CommitteeMember.Duty.COORDINATOR)
        programs |= Program.objects.filter(pk__in=coordinates.values("program"))
    return programs


def own_pages(programs):
    """Of each program its oldest page, and the translations of that."""
    oldest = ProgramPage.objects.filter(program=OuterRef("program")).order_by("pk")
    same = Q(translation_key=Subquery(oldest.values("translation_key")[:1]))
    return ProgramPage.objects.filter(same, program__in=programs.values("pk"), alias_of=None)


class DutyPagePolicy(PagePermissionPolicy):
    """Wagtail's own policy, which also knows the duties."""

    def get_all_permissions_for_user(self, user):
        given = super().get_all_permissions_for_user(user)
        if not user.is_active or user.is_anonymous or user.is_superuser:
            return given
        return [*given, *self._by_duty(user)]

    def _by_duty(self, user):
        for page in own_pages(programs_edited(user)):
            for place, codename in enumerate(GIVEN):
                number = -(len(GIVEN) * page.pk + place)  # of no row: Wagtail puts them into sets, which asks for one
                given = Permission(codename=codename)
                yield GroupPagePermission(pk=number, group=Group(), page=page, permission=given)
