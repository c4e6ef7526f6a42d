"""What programs add to the Wagtail admin: a list of registrations, nothing else."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.admin.telepath import register as register_adapter
from wagtail.models import Page
from wagtail.permissions import register_permission_policy

from .access.files import register_policies
from .access.own_pages import DutyPagePolicy
from .access.screens import MENTORING_MENU
from .applying.letters import letter_kinds as letters_of_applying
from .calendar.cancelled import remembering
from .calendar.recent import changing_moments as moments_of_the_feed
from .floods.letters import letter_kinds as letters_of_floods
from .forming import facts, folding
from .forming import screens as forming
from .forming.checking import pages as form_checks
from .forming.sets.own import QuestionSetViewSet
from .letters.outbox.admin import Outbox
from .letters.outbox.resending import register_log_actions as register_letter_actions
from .letters.texts.screens import LetterTextViewSet
from .listing.changing import changing_moments
from .models.offer.program_page import draft_trees
from .models.seen import seen_by_readers
from .moderation.announcing.screens import AnnounceViewSet
from .moderation.announcing.several import AnnounceSelection
from .moderation.deciding.several import DECIDE_ACTIONS, JUNK_ACTIONS, TakeBackSelection
from .moderation.inviting import InvitationViewSet
from .moderation.letters import letter_kinds as letters_of_moderation
from .moderation.log import register_log_actions
from .moderation.members import MemberListViewSet
from .moderation.numbers.screens import NumbersViewSet
from .moderation.readings.screens import ReadingViewSet
from .moderation.readings.several import SpreadSelection
from .moderation.screens import ApplicationViewSet
from .moderation.today.looked_at import add_looked_at_panel
from .moderation.today.needs import needs_committee
from .moderation.waitlist.screens import WaitingListViewSet
from .planning import external, needs, screens
from .planning.addresses import changes as addresses
from .planning.addresses.letters import letter_kinds as letters_of_planning
from .planning.organization.committees import CommitteeViewSet, OfficeViewSet
from .planning.organization.hosts import HostViewSet
from .planning.organization.joining import letter_kinds as letters_of_committees
from .planning.publishing import checks as page_checks
from .planning.publishing import guards as page_guards
from .planning.publishing import harm, shortcuts
from .planning.rounds import checks as round_checks
from .planning.rounds.screens import RoundViewSet
from .planning.settings import checks as program_checks
from .planning.settings.rubrics import RubricViewSet
from .planning.settings.screens import ProgramViewSet
from .readings.letters import letter_kinds as letters_of_readings
from .readings.needs import needs_readers
from .readings.standing import TABLE as READINGS
from .references.letters import letter_kinds as letters_of_references
from .references.standing import TABLE as REFERENCES
from .reminders.letters import letter_kinds as letters_of_reminders

register_policies()
register_permission_policy(Page, DutyPagePolicy())
hooks.register("register_log_actions", register_log_actions)
hooks.register("register_log_actions", register_letter_actions)
hooks.register("register_log_actions", REFERENCES.register_log_actions)
hooks.register("register_log_actions", READINGS.register_log_actions)
hooks.register("register_log_actions", addresses.register_log_actions)
hooks.register("insert_global_admin_css", screens.planning_css)
hooks.register("external_links", external.external_links)
hooks.register("around_rounds", remembering)
hooks.register("program_links", shortcuts.planning_links)
hooks.register("program_links", shortcuts.application_links)
hooks.register("before_delete_page", page_guards.keep_needed_page)
hooks.register("before_bulk_action", page_guards.keep_needed_pages)
hooks.register("after_copy_page", page_guards.tell_of_copied_drafts)
hooks.register("before_bulk_action", page_guards.check_before_publishing)
hooks.register("page_findings", page_checks.page_findings)
hooks.register("page_findings", form_checks.page_findings)
hooks.register("form_facts", facts.FormFacts)
register_adapter(*folding.FOLDED)
hooks.register("insert_global_admin_css", facts.forming_css)
hooks.register("report_findings", program_checks.report_findings)
hooks.register("report_findings", round_checks.report_findings)
hooks.register("reads_findings", round_checks.reads_findings)
hooks.register("hidden_trees", draft_trees)
hooks.register("changing_moments", changing_moments)
hooks.register("changing_moments", moments_of_the_feed)
hooks.register("seen_by_readers", seen_by_readers)
LETTERS = (
    letters_of_applying,
    letters_of_committees,
    letters_of_floods,
    letters_of_moderation,
    letters_of_planning,
    letters_of_readings,
    letters_of_references,
    letters_of_reminders,
)
for declared in LETTERS:
    hooks.register("letter_kinds", declared)
hooks.register("consequences", harm.consequences_for_calls)
hooks.register("needs_editor", needs_committee, order=-1)  # people who wait come before what is to be planned
hooks.register("construct_homepage_panels", add_looked_at_panel)
hooks.register("needs_editor", needs.needs_planner)
hooks.register("needs_editor", addresses.needs_committee)
hooks.register("needs_editor", needs_readers)
for bulk_action in [*DECIDE_ACTIONS, TakeBackSelection, AnnounceSelection, SpreadSelection, *JUNK_ACTIONS]:
    hooks.register("register_bulk_action", bulk_action)


@hooks.register("register_admin_menu_item")
def mentoring_menu():
    return SubmenuMenuItem(_("Mentoring"), Menu(MENTORING_MENU), name="mentoring", icon_name="group", order=150)


@hooks.register("register_admin_viewset")
def planning_screens():
    return [RoundViewSet(), ProgramViewSet(), HostViewSet(), CommitteeViewSet(), OfficeViewSet(), QuestionSetViewSet()]


@hooks.register("register_admin_urls")
def forming_screens():
    return [path("mentoring/forms/", include((forming.urlpatterns, "forming")))]


@hooks.register("register_admin_viewset")
def moderation_screens():
    return [
        ApplicationViewSet(),
        NumbersViewSet(),
        AnnounceViewSet(),
        InvitationViewSet(),
        MemberListViewSet(),
        LetterTextViewSet(),
        ReadingViewSet(),
        RubricViewSet(),
        WaitingListViewSet(),
    ]


outbox = Outbox()
outbox.register_with_wagtail()
hooks.register(MENTORING_MENU, outbox.get_menu_item)
