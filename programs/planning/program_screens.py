"""Programs: the list with their present state, and one program with its roles."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column

from programs.access import PLAN, ProgramPolicy
from programs.models import Program
from programs.scoped import ScopedIndexView

from .program_forms import PROGRAM_PANELS
from .public_words import state_now
from .screens import PlanningViewSet


def role_words(program):
    return ", ".join(role.said("plural") for role in program.roles.all())


class ProgramIndexView(ScopedIndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().with_rounds()

    def get_list_more_buttons(self, instance):
        address = reverse("round:add", query={"program": instance.pk})
        return [
            *super().get_list_more_buttons(instance),
            MenuItem(gettext("Add round"), url=address, icon_name="plus", priority=15),
            MenuItem(
                gettext("Rounds and calls"),
                url=reverse("round:index", query={"program": instance.pk}),
                icon_name="date",
                priority=14,
            ),
        ]


class ProgramViewSet(PlanningViewSet):
    model = Program
    url_prefix = "mentoring/programs"
    policy = ProgramPolicy(Program, change=PLAN, view=PLAN)
    icon = "group"
    menu_label = _("Programs")
    menu_order = 30
    index_view_class = ProgramIndexView
    list_display = [
        "name",
        "host",
        Column("state", label=_("Now"), accessor=state_now),
        Column("roles", label=_("Roles"), accessor=role_words),
    ]
    search_fields = ["name", "code", "host__name", "host__acronym"]
    ordering = "name"
    edit_handler = PROGRAM_PANELS
