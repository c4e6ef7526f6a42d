"""How what is done to an application reads in Wagtail's history."""

from django.utils.translation import gettext_lazy as _

from programs.lifecycle.applications import TABLE


def register_log_actions(actions):
    TABLE.register_log_actions(actions)
    actions.register_action("programs.announce", _("Announce"), _("Announced"))
    actions.register_action("programs.membership_confirmed", _("Verify membership"), _("Membership verified"))
    actions.register_action("programs.membership_doubted", _("Doubt membership"), _("Membership to verify"))
    actions.register_action("programs.change", _("Change"), _("Changed by the applicant"))
    actions.register_action("programs.erase", _("Delete"), _("Deleted by the applicant"))
    actions.register_action("programs.ask", _("Ask"), _("Asked the applicant"))
    actions.register_action("programs.answer", _("Answer"), _("Answered by the applicant"))
    actions.register_action("programs.sensitive", _("Show sensitive answers"), _("Sensitive answers shown"))
    actions.register_action("programs.rank", _("Move on the waiting list"), _("Moved on the waiting list"))
