"""Programs: the list with what each is now, what comes next and who applied; and one program with its roles."""

import django_filters
from django.db.models import Count, Q
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column

from programs.access import OFFICE, PLAN, ProgramPolicy, programs_for
from programs.access.screens import ScopedCreateView, ScopedEditView, ScopedIndexView
from programs.models import Host, Program
from programs.planning.addresses.changes import LoggingAddresses
from programs.planning.drafts import DraftCreating, DraftEditing, draft_words
from programs.planning.new_program.beginning import BeginView
from programs.planning.new_program.steps import StepsView
from programs.planning.public_words import SayingWhatReadersSee, state_now
from programs.planning.screens import CountingView, PlanningViewSet

from .cells import applied, next_date
from .forms import PROGRAM_PANELS

WAITING = Q(correspondents__reminder__confirmed_at__isnull=False, correspondents__reminder__told_at=None)


def state_words(program):
    """The state, and under it how many wait to be told that the program opens."""
    waiting = ngettext("%(count)d person waits to be told", "%(count)d people wait to be told", program.waiting)
    told = [draft_words(program), state_now(program), waiting % {"count": program.waiting} if program.waiting else ""]
    return list(filter(None, told))


def role_words(program):
    return ", ".join(role.said("plural") for role in program.roles.all())


def hosts_of_plannable(request):
    return Host.objects.filter(programs__in=programs_for(request.user, PLAN)).distinct()


class ProgramFilterSet(WagtailFilterSet):
    host = django_filters.ModelChoiceFilter(label=_("Host"), queryset=hosts_of_plannable)

    class Meta:
        model = Program
        fields = ["host", "kind", "paused"]


class LinesColumn(Column):
    """A cell of several lines."""

    cell_template_name = "programs/planning/lines_cell.html"


class ProgramIndexView(CountingView, ScopedIndexView):
    def get_base_queryset(self):
        """With the number of reminders that wait."""
        return (
            super()
            .get_base_queryset()
            .with_rounds()
            .annotate(waiting=Count("correspondents__reminder", filter=WAITING))
        )

    @cached_property
    def columns(self):
        """How many applied is the committee's: others read a dash."""
        now = timezone.now()
        coming = LinesColumn("next", label=_("Next"), accessor=lambda program: next_date(program, now) or ["–"])
        count = LinesColumn(
            "applied",
            label=_("Applications"),
            accessor=lambda program: (program.pk in self.counted and applied(program, now)) or ["–"],
        )
        return [*super().columns, coming, count]

    def get_list_more_buttons(self, instance):
        rounds = MenuItem(
            gettext("Rounds and calls"),
            url=reverse("round:index", query={"program": instance.pk}),
            icon_name="date",
            priority=14,
        )
        add = MenuItem(
            gettext("Add round"),
            url=reverse("round:add", query={"program": instance.pk}),
            icon_name="plus",
            priority=15,
        )
        steps = MenuItem(
            gettext("Steps to the public page"),
            url=reverse("program:steps", args=[instance.pk]),
            icon_name="list-ol",
            priority=13,
        )
        return [*super().get_list_more_buttons(instance), steps, rounds, add]

    def get_add_url(self):
        """By steps; from there a way leads to all fields at once."""
        return reverse("program:begin") if super().get_add_url() else None


class ProgramCreateView(DraftCreating, SayingWhatReadersSee, ScopedCreateView):
    pass


class ProgramEditView(LoggingAddresses, DraftEditing, SayingWhatReadersSee, ScopedEditView):
    def get_success_message(self, *saved):
        """Also what became of the dates, where the time zone is another one."""
        change, message = self.form.zone_change, super().get_success_message(*saved)
        return f"{message} {change.told(self.form.cleaned_data['zone_meaning'])}" if change else message


class ProgramViewSet(PlanningViewSet):
    model = Program
    url_prefix = "mentoring/programs"
    policy = ProgramPolicy(Program, add=OFFICE, change=PLAN, view=PLAN)
    icon = "group"
    menu_label = _("Programs")
    menu_order = 30
    index_view_class = ProgramIndexView
    add_view_class = ProgramCreateView
    edit_view_class = ProgramEditView
    filterset_class = ProgramFilterSet
    list_display = [
        "name",
        Column("name_es", label=_("Name in Spanish"), accessor=lambda program: program.name_es or "–"),
        "host",
        LinesColumn("state", label=_("Now"), accessor=state_words),
        Column("roles", label=_("Roles"), accessor=role_words),
    ]
    search_fields = ["name", "name_es", "code", "host__name", "host__acronym"]
    ordering = "name"
    edit_handler = PROGRAM_PANELS

    def get_urlpatterns(self):
        begin = self.construct_view(BeginView, permission_policy=self.permission_policy)
        steps = path("<int:pk>/steps/", self.construct_view(StepsView), name="steps")
        return [*super().get_urlpatterns(), path("begin/", begin, name="begin"), steps]
