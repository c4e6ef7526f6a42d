"""My readings: what somebody of a committee has to read, and has read. Who reads anonymously finds no person here, by no
column, order, filter or search."""

import django_filters
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from portal.texts.finding import asked
from programs.access import DECIDE, may, scope
from programs.access.naming import reads_anonymously
from programs.access.screens import ScopedIndexView
from programs.access.shown_to import Audience
from programs.models import Call, FoundBy, Reading, Round
from programs.moderation.queue.waiting import promised_words
from programs.readings.standing import waiting_for


def rounds_of_mine(request):
    mine = Reading.objects.filter(reader=request.user).values("application__call__round")
    return Round.objects.select_related("program").filter(pk__in=mine)


class ReadingFilterSet(WagtailFilterSet):
    status = django_filters.ChoiceFilter(choices=Reading.Status, label=_("State"))
    round = django_filters.ModelChoiceFilter(
        field_name="application__call__round", queryset=rounds_of_mine, label=_("Round")
    )

    class Meta:
        model = Reading
        fields = []


class WhoColumn(TitleColumn):
    """The person and the reference; the reference alone where reading is anonymous."""

    cell_template_name = "programs/moderation/readings/who_cell.html"


class MyReadingsView(ScopedIndexView):
    page_title = _("My readings")
    header_icon = "glasses"
    template_name = "programs/moderation/readings/index.html"
    results_template_name = "programs/moderation/readings/results.html"
    filterset_class = ReadingFilterSet
    default_ordering = "assigned_at"
    is_searchable = True
    index_url_name = "reading:index"
    no_results_message = _("Nothing was assigned to you.")
    table_classname = "listing queue"

    @cached_property
    def columns(self):
        return [
            WhoColumn("who", label=_("Application"), accessor=self.who, url_name="reading:read"),
            Column("status", label=_("State"), accessor="get_status_display", sort_key="status"),
            Column("score", label=_("My score"), accessor=score_words, sort_key="score"),
            Column("call", label=_("Applied for"), accessor="application.call"),
            Column("promised", label=_("Promised by"), accessor=lambda row: promised_words(row.application)),
        ]

    @cached_property
    def header_buttons(self):
        found = [HeaderButton(_("Conflicts of mine"), url=reverse("reading:declared"), icon_name="warning")]
        if may(self.request.user, DECIDE):
            found.append(HeaderButton(_("Who reads what"), url=reverse("reading:programs"), icon_name="group"))
        return found

    @cached_property
    def decides(self):
        """The calls whose applications this person sees by name in any case."""
        return set(scope(Call.objects.order_by(), self.request.user, DECIDE).values_list("pk", flat=True))

    def audience(self, call):
        if call.pk in self.decides:
            return Audience.COORDINATOR
        return Audience.ANONYMOUS if reads_anonymously(call.round.program) else Audience.READER

    def who(self, reading):
        """(title, what stands below it)."""
        application = reading.application
        if self.audience(application.call) == Audience.ANONYMOUS:
            return application.reference, ""
        return application.name, application.reference

    def get_context_data(self, *args, **kwargs):
        waiting = waiting_for(self.request.user).count()
        return super().get_context_data(*args, **kwargs) | {"waiting": waiting}

    def get_base_queryset(self):
        return super().get_base_queryset().filter(reader=self.request.user).with_application()

    def order_queryset(self, queryset):
        """Scores that are not there yet come last."""
        down, field = self.ordering.startswith("-"), self.ordering.removeprefix("-")
        key = F(field).desc(nulls_last=True) if down else F(field).asc(nulls_last=True)
        return queryset.order_by(key, "pk")

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset) if self.filters.is_valid() else queryset.none()

    def search_queryset(self, queryset):
        """By the words that this person finds applications by, to each as who they are to it."""
        if not self.is_searching:
            return queryset
        terms = asked(self.search_query)
        return queryset.filter(self.having(terms)) if terms else queryset.none()

    def having(self, terms):
        calls = Call.objects.filter(applications__readings__reader=self.request.user).distinct()
        by_audience = {}
        for call in calls.select_related("round__program__rubric"):
            by_audience.setdefault(self.audience(call), []).append(call.pk)
        mine = FoundBy.objects.filter(application__readings__reader=self.request.user)
        found = Q(pk__in=[])
        for audience, keys in by_audience.items():
            words = mine.having(audience, terms).values("pk")
            found |= Q(application__call__in=keys, application__in=words)
        return found


def score_words(reading):
    return "" if reading.score is None else f"{reading.score:.1f}"
