"""Rounds: the list with the state of every call, and one round with its calls and timeline."""

import django_filters
from django.db.models import Count, Prefetch, ProtectedError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from programs import access
from programs.access.screens import ScopedCreateView, ScopedEditView, ScopedIndexView
from programs.models import Call, Program, Round
from programs.offer.call_state import call_state
from programs.planning.addresses.changes import LoggingAddresses
from programs.planning.drafts import DraftCreating, DraftEditing, status_words
from programs.planning.next_round.screens import NextRoundView, OldTextsView
from programs.planning.obstacles import obstacles
from programs.planning.public_words import SayingWhatReadersSee
from programs.planning.screens import CountingView, PlanningViewSet, PoliteDeleteView, changing_rounds

from .forms import ROUND_PANELS


def plannable(request):
    return access.programs_for(request.user, access.PLAN)


class RoundFilterSet(WagtailFilterSet):
    program = django_filters.ModelChoiceFilter(label=_("Program"), queryset=plannable)

    class Meta:
        model = Round
        fields = ["program"]


class CallsColumn(Column):
    """Each call of a round with its state now."""

    cell_template_name = "programs/planning/calls_cell.html"

    def get_value(self, instance):
        now = timezone.now()
        return [(call.role.said("name"), call_state(call, now).label) for call in instance.calls.all()]


STATUS = Column("status", label=_("Status"), accessor=status_words)


class RoundIndexView(CountingView, ScopedIndexView):
    def get_base_queryset(self):
        calls = Call.objects.select_related("role", "form").with_taken()
        return (
            super()
            .get_base_queryset()
            .select_related("program")
            .prefetch_related(Prefetch("calls", queryset=calls))
            .annotate(received=Count("calls__applications"))
        )

    @cached_property
    def columns(self):
        """The number of applications is the committee's: others read a dash."""
        count = Column(
            "received",
            label=_("Applications"),
            accessor=lambda round: round.received if round.program_id in self.counted else "–",
        )
        return [*super().columns, count]

    def get_list_more_buttons(self, instance):
        later = MenuItem(
            gettext("Plan the next round"),
            url=reverse("round:next", args=[instance.pk]),
            icon_name="calendar-alt",
            priority=15,
        )
        return [*super().get_list_more_buttons(instance), *([] if instance.standing else [later])]


class RoundCreateView(LoggingAddresses, DraftCreating, SayingWhatReadersSee, ScopedCreateView):
    """A new round's program comes first: from the address, or from a list to choose from."""

    def dispatch(self, request, *args, **kwargs):
        programs = list(plannable(request))
        if self.program or not programs:
            return super().dispatch(request, *args, **kwargs)
        if len(programs) == 1:
            return redirect(self._add_url(programs[0]))
        links = [(program, self._add_url(program)) for program in programs]
        context = {"links": links, "page_title": gettext("Add a round"), "header_icon": self.header_icon}
        return TemplateResponse(request, "programs/planning/choose_program.html", context)

    @cached_property
    def program(self):
        """PermissionDenied where somebody typed another program's key."""
        asked = self.request.GET.get("program", "")
        if not asked:
            return None
        program = get_object_or_404(Program, pk=asked if asked.isdecimal() else None)
        access.require(self.request.user, access.PLAN, program)
        return program

    def _add_url(self, program):
        return reverse(self.add_url_name, query={"program": program.pk})

    def get_add_url(self):
        return self._add_url(self.program)

    def get_initial_form_instance(self):
        return Round(program=self.program)


class RoundEditView(LoggingAddresses, DraftEditing, SayingWhatReadersSee, ScopedEditView):
    @cached_property
    def header_more_buttons(self):
        offered = [("round:next", gettext("Plan the next round"), "calendar-alt")] if not self.object.standing else []
        if self.object.copied_from_id:
            offered.append(("round:texts", gettext("Texts to look at"), "doc-empty-inverse"))
        buttons = [
            Button(label, url=reverse(name, args=[self.object.pk]), icon_name=icon, priority=5)
            for name, label, icon in offered
        ]
        return [*buttons, *super().header_more_buttons]

    def save_instance(self):
        with changing_rounds(self.object.program):
            return super().save_instance()


class RoundDeleteView(PoliteDeleteView):
    """A round goes with its calls and its timeline, as long as nobody applied."""

    def obstacles(self):
        return obstacles(Call, list(self.object.calls.values_list("pk", flat=True)))

    @property
    def confirmation_message(self):
        roles = [call.role.said("plural") for call in self.object.calls.select_related("role")]
        lines = self.object.milestones.count()
        told = [
            super().confirmation_message,
            gettext("Its calls go with it: %(roles)s.") % {"roles": ", ".join(roles)} if roles else "",
            ngettext("So does %(count)d line of its timeline.", "So do %(count)d lines of its timeline.", lines)
            % {"count": lines}
            if lines
            else "",
        ]
        return " ".join(filter(None, told))

    def delete_action(self):
        """Under a lock on the calls: who applies in the same moment either keeps the round or finds it gone."""
        with changing_rounds(self.object.program):
            list(Call.objects.select_for_update().filter(round=self.object).order_by("pk").values_list("pk"))
            super().delete_action()

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ProtectedError:
            return self.refuse(self.obstacles())


class RoundViewSet(PlanningViewSet):
    model = Round
    url_prefix = "mentoring/rounds"
    policy = access.ProgramPolicy(Round, add=access.PLAN, change=access.PLAN, delete=access.PLAN, view=access.PLAN)
    icon = "date"
    menu_label = _("Rounds")
    menu_order = 20
    index_view_class = RoundIndexView
    add_view_class = RoundCreateView
    edit_view_class = RoundEditView
    delete_view_class = RoundDeleteView
    edit_handler = ROUND_PANELS
    filterset_class = RoundFilterSet
    list_display = ["name", "program", STATUS, CallsColumn("calls", label=_("Calls")), "decisions_by"]
    search_fields = ["name", "program__name", "program__name_es", "program__code"]

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/next/", self.construct_view(NextRoundView), name="next"),
            path("<int:pk>/texts/", self.construct_view(OldTextsView), name="texts"),
        ]
