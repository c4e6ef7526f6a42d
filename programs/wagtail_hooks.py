"""What programs add to the Wagtail admin: a list of registrations, nothing else."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem

from .moderation.log import register_log_actions
from .scoped import MENTORING_MENU

hooks.register("register_log_actions", register_log_actions)


@hooks.register("register_admin_menu_item")
def mentoring_menu():
    return SubmenuMenuItem(_("Mentoring"), Menu(MENTORING_MENU), name="mentoring", icon_name="group", order=150)
