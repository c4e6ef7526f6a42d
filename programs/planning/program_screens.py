"""Programs: the list with their present state, and one program with its roles."""

from zoneinfo import available_timezones

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column

from programs.access import PLAN, ProgramPolicy
from programs.dates import ZONE_WORDS
from programs.models import Program
from programs.scoped import ScopedIndexView
from programs.state import standing

from .inline import ChildForm, ChildPanel, ParentForm
from .screens import PlanningViewSet


class RoleForm(ChildForm):
    parent_field = "program"
    settled = ("key",)


def zone_choices():
    """The zones that libraries here write most, then all others."""
    common = [(name, f"{word} ({name})") for name, word in ZONE_WORDS.items()]
    others = [(name, name) for name in sorted(available_timezones() - ZONE_WORDS.keys()) if "/" in name]
    return [(_("Mainland United States"), common), (_("Other zones"), others)]


def state_now(program):
    """“Applications open: closes Friday, January 29, 2027, 11:59 pm Eastern, 69 days left.”"""
    now = standing(program, timezone.now())
    return f"{now.label}. {now.sentence}" if now.sentence else now.label


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
    edit_handler = ObjectList(
        [
            MultiFieldPanel([FieldPanel(name) for name in ("host", "code", "name", "kind", "url")], _("Program")),
            MultiFieldPanel([FieldPanel("summary"), FieldPanel("summary_es")], _("In the directory")),
            MultiFieldPanel(
                [FieldPanel("time_zone", widget=forms.Select(choices=zone_choices)), FieldPanel("reply_to")],
                _("Times and letters"),
            ),
            MultiFieldPanel([FieldPanel(name) for name in ("paused", "paused_notice", "paused_notice_es")], _("Pause")),
            ChildPanel(
                "roles",
                form=RoleForm,
                heading=_("Roles"),
                label=_("Role"),
                panels=[FieldPanel(name) for name in ("key", "side", "name", "plural", "name_es", "plural_es")],
            ),
        ],
        base_form_class=ParentForm,
    )
