"""Committees: who reads, decides and announces. Only superusers hand out these duties."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from programs.access import ProgramPolicy
from programs.models import CommitteeMember
from programs.planning.screens import PlanningViewSet


class CommitteeViewSet(PlanningViewSet):
    model = CommitteeMember
    url_prefix = "mentoring/committees"
    policy = ProgramPolicy(CommitteeMember)
    name = "committee"
    icon = "user"
    menu_label = _("Committees")
    menu_order = 60
    panels = [FieldPanel(name) for name in ("program", "user", "duty", "since", "until")]
    list_display = ["user", "program", "duty", "since", "until"]
    list_filter = ["program", "duty"]
    search_fields = ["user__username", "user__email", "user__last_name", "program__name", "program__name_es"]
