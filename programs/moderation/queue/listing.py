"""The queue: the list of applications on which a person has a duty, oldest first."""

import django_filters
from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from portal.texts.finding import asked
from programs.access import ANNOUNCE, DECIDE, READ, may, programs_for, scope
from programs.access.screens import ScopedIndexView
from programs.membership.claims import Membership, membership_words, with_membership
from programs.models import Application, Role, Round

from .reach import reach_of
from .waiting import APART, overdue_words, promised_words, summary, waiting_words, with_marks, with_silence

Status = Application.Status


def readable_programs(request):
    return programs_for(request.user, READ)


def readable_rounds(request):
    return scope(Round.objects.select_related("program"), request.user, READ)


def readable_roles(request):
    return Role.objects.filter(program__in=readable_programs(request)).select_related("program")


class RoleField(django_filters.fields.ModelChoiceField):
    """Every program has roles of its own, which often have the same names."""

    def label_from_instance(self, role):
        return f"{role.program.code}: {role.said('name')}"


class RoleFilter(django_filters.ModelChoiceFilter):
    field_class = RoleField


class QueueFilterSet(WagtailFilterSet):
    """Offers only what the person may see, so that a choice gives nothing away."""

    program = django_filters.ModelChoiceFilter(
        field_name="call__round__program", queryset=readable_programs, label=_("Program")
    )
    round = django_filters.ModelChoiceFilter(field_name="call__round", queryset=readable_rounds, label=_("Round"))
    role = RoleFilter(field_name="call__role", queryset=readable_roles, label=_("Role"))
    status = django_filters.MultipleChoiceFilter(
        choices=Application.Status.choices, widget=forms.CheckboxSelectMultiple, label=_("State")
    )
    silent = django_filters.ChoiceFilter(
        choices=[("yes", _("Decided, not announced"))],
        empty_label=_("All"),
        widget=forms.RadioSelect,
        label=_("Announcing"),
        method="only_silent",
    )
    apart = django_filters.ChoiceFilter(
        choices=[("unproven", _("Address not proven")), ("suspected", _("May be junk"))],
        empty_label=_("Those with a proven address"),
        widget=forms.RadioSelect,
        label=_("Standing apart"),
        method="only_apart",
    )

    membership = django_filters.ChoiceFilter(
        choices=[(state.value, state.label) for state in (Membership.TO_VERIFY, Membership.VERIFIED)],
        empty_label=_("All"),
        widget=forms.RadioSelect,
        label=_("Membership"),
    )

    class Meta:
        model = Application
        fields = []

    def only_silent(self, applications, name, value):
        return applications.filter(silent=True)

    def only_apart(self, applications, name, value):
        return applications.filter(APART) if value == "unproven" else applications.exclude(suspected="")

    def filter_queryset(self, queryset):
        """Junk, and whose address nobody has proven, are listed when they are asked for; a search finds everything."""
        applications, chosen = super().filter_queryset(queryset), self.form.cleaned_data
        if self.request.GET.get("q"):
            return applications
        if Status.JUNK not in chosen["status"]:
            applications = applications.exclude(status=Status.JUNK)
        return applications if chosen["apart"] else applications.exclude(APART)


class ApplicantColumn(TitleColumn):
    """The reference, which is the link, and the name."""

    cell_template_name = "programs/moderation/applicant_cell.html"


class StateColumn(Column):
    """The state, and what is to be known beside it."""

    cell_template_name = "programs/moderation/state_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        return super().get_cell_context_data(instance, parent_context) | {"membership": membership_words(instance)}


class PromisedColumn(Column):
    cell_template_name = "programs/moderation/promised_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        return super().get_cell_context_data(instance, parent_context) | {"overdue": overdue_words(instance)}


COLUMNS = [
    ApplicantColumn(
        "reference",
        label=_("Application"),
        url_name="application:inspect",
        sort_key="name",
        width="20%",
        get_title_id=lambda application: f"application_{application.pk}_title",
    ),
    StateColumn("status", label=_("State"), accessor="get_status_display", sort_key="status"),
    Column("waiting", label=_("Waiting"), accessor=waiting_words, sort_key="submitted_at"),
    PromisedColumn("promised", label=_("Promised by"), accessor=promised_words, sort_key="call__round__decisions_by"),
    Column("role", label=_("Role"), accessor=lambda application: application.call.role.said("name")),
    Column("program", label=_("Program"), accessor="call.round.program"),
    Column("round", label=_("Round"), accessor=lambda application: application.call.round.said("name")),
]


class QueueView(ScopedIndexView):
    page_title = _("Applications")
    template_name = "programs/moderation/queue.html"
    results_template_name = "programs/moderation/queue_results.html"
    filterset_class = QueueFilterSet
    default_ordering = "submitted_at"
    is_searchable = True

    @cached_property
    def columns(self):
        if not self.may_decide:
            return COLUMNS
        return [BulkActionsCheckboxColumn("bulk_actions", obj_type="application"), *COLUMNS]

    @cached_property
    def may_decide(self):
        return may(self.request.user, DECIDE)

    @cached_property
    def header_buttons(self):
        if not may(self.request.user, ANNOUNCE):
            return []
        return [HeaderButton(_("Announce"), url=reverse("announce:index"), icon_name="mail")]

    def get_base_queryset(self):
        return with_membership(with_marks(with_silence(self.read()))).with_program()

    def read(self):
        return reach_of(self.request).applications()

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "id")

    def search_queryset(self, queryset):
        """By name, address, references and what the person sees of the answers, in any order of words."""
        if not self.is_searching:
            return queryset
        terms = asked(self.search_query)
        return queryset.filter(reach_of(self.request).having(terms)) if terms else queryset.none()

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        return context | {"summary": summary(self.read()), "model_opts": self.model._meta}
