"""What programs add to the Wagtail admin: a list of registrations, nothing else."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem

from .access.files import register_policies
from .access.screens import MENTORING_MENU
from .letters.outbox import Outbox
from .letters.resending import register_log_actions as register_letter_actions
from .moderation.announce_screens import AnnounceViewSet
from .moderation.bulk_announcing import AnnounceSelection
from .moderation.bulk_deciding import DECIDE_ACTIONS
from .moderation.log import register_log_actions
from .moderation.queue import ApplicationViewSet
from .planning import external, needs, screens
from .planning.committees import CommitteeViewSet
from .planning.hosts import HostViewSet
from .planning.pages import checks as page_checks
from .planning.pages import guards as page_guards
from .planning.pages import links
from .planning.programs.screens import ProgramViewSet
from .planning.rounds import checks as round_checks
from .planning.rounds.screens import RoundViewSet

register_policies()
hooks.register("register_log_actions", register_log_actions)
hooks.register("register_log_actions", register_letter_actions)
hooks.register("insert_global_admin_css", screens.planning_css)
hooks.register("external_links", external.external_links)
hooks.register("program_links", links.planning_links)
hooks.register("program_links", links.application_links)
hooks.register("before_delete_page", page_guards.keep_needed_page)
hooks.register("before_bulk_action", page_guards.keep_needed_pages)
hooks.register("before_bulk_action", page_guards.check_before_publishing)
hooks.register("page_findings", page_checks.page_findings)
hooks.register("report_findings", round_checks.report_findings)
hooks.register("reads_findings", round_checks.reads_findings)
hooks.register("needs_editor", needs.needs_planner)
for bulk_action in [*DECIDE_ACTIONS, AnnounceSelection]:
    hooks.register("register_bulk_action", bulk_action)


@hooks.register("register_admin_menu_item")
def mentoring_menu():
    return SubmenuMenuItem(_("Mentoring"), Menu(MENTORING_MENU), name="mentoring", icon_name="group", order=150)


@hooks.register("register_admin_viewset")
def planning_screens():
    return [RoundViewSet(), ProgramViewSet(), HostViewSet(), CommitteeViewSet()]


@hooks.register("register_admin_viewset")
def moderation_screens():
    return [ApplicationViewSet(), AnnounceViewSet()]


outbox = Outbox()
outbox.register_with_wagtail()
hooks.register(MENTORING_MENU, outbox.get_menu_item)
