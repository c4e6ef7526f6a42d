"""What resources add to the Wagtail admin: a list of registrations, nothing else."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.snippets.models import register_snippet

from .admin.bulk.deleting import DeleteEntries
from .admin.bulk.publishing import PublishBulkAction
from .admin.checks import reads_findings, report_findings
from .admin.choosing.choosers import choose_several
from .admin.lists.citation_list import CitationViewSet
from .admin.lists.entry_list import ActivityViewSet, GoalViewSet
from .admin.lists.listing import RESOURCES_MENU, lists_css
from .admin.lists.page_list import EventViewSet, ResourcePagesViewSet
from .events import changing_moments, program_events
from .external import external_links
from .needs import needs_entries

hooks.register("external_links", external_links)
hooks.register("needs_editor", needs_entries)
hooks.register("changing_moments", changing_moments)
hooks.register("program_events", program_events)
hooks.register("report_findings", report_findings)
hooks.register("reads_findings", reads_findings)
hooks.register("insert_global_admin_css", lists_css)
hooks.register("insert_editor_js", choose_several)
hooks.register("register_bulk_action", PublishBulkAction)
hooks.register("register_bulk_action", DeleteEntries, order=1)  # in place of Wagtail's own
for viewset in (CitationViewSet, GoalViewSet, ActivityViewSet):
    register_snippet(viewset)


@hooks.register("register_admin_menu_item")
def resources_menu():
    return SubmenuMenuItem(_("Resources"), Menu(RESOURCES_MENU), name="resources", icon_name="openquote", order=250)


@hooks.register("register_admin_viewset")
def page_lists():
    return [EventViewSet("events"), ResourcePagesViewSet("resource-pages")]
