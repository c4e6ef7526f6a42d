"""The queue: the list of applications on which a person has a duty, oldest first."""

from copy import copy

from django.db.models import F
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.admin.widgets.button import HeaderButton

from portal.texts.finding import asked
from programs.access import ANNOUNCE, DECIDE, may
from programs.access.screens import ScopedIndexView
from programs.membership.claims import with_membership
from programs.models import Application, SavedFilter
from programs.moderation.waitlist.turns import with_turn
from programs.readings.standing import with_average, with_readings

from .columns import COLUMNS, MAY_BE_UNKNOWN
from .filters import QueueFilterSet
from .reach import reach_of
from .waiting import summary, with_marks, with_silence

OLDEST_FIRST = "submitted_at"


class BoundedPaginator(WagtailPaginator):
    """Counts no further than anybody reads on: what is more is narrowed, not leafed through."""

    MOST = 5_000

    @cached_property
    def known(self):
        return self.object_list.order_by().values("pk")[: self.MOST + 1].count()

    @property
    def count(self):
        return min(self.known, self.MOST)

    @property
    def has_more(self):
        return self.known > self.MOST


class QueueView(ScopedIndexView):
    page_title = _("Applications")
    template_name = "programs/moderation/queue.html"
    results_template_name = "programs/moderation/queue_results.html"
    filterset_class = QueueFilterSet
    default_ordering = OLDEST_FIRST
    is_searchable = True
    paginator_class = BoundedPaginator
    table_classname = "listing queue"

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

    def read(self):
        return reach_of(self.request).applications()

    def get_base_queryset(self):
        rows = (
            with_membership(with_turn(with_marks(with_silence(self.read()))))
            .with_program()
            .light()
            .prefetch_related("tags")
        )
        if self.ordering.removeprefix("-") == "average":
            rows = with_average(rows, self.request.user, reach_of(self.request).decided)
        return with_readings(rows)

    def order_queryset(self, queryset):
        return queryset.order_by(*self.order)

    @cached_property
    def order(self):
        """The same applications in the same order always: those that are alike by when they were stored."""
        down, field = self.ordering.startswith("-"), self.ordering.removeprefix("-")
        key = F(field).desc(nulls_last=True) if down and field in MAY_BE_UNKNOWN else self.ordering
        key = F(field).asc(nulls_last=True) if not down and field in MAY_BE_UNKNOWN else key
        return (key, "-id" if down else "id")

    def filter_queryset(self, queryset):
        """What is chosen and cannot be, such as a role that is gone, finds nothing: all of the list would seem to be it."""
        return super().filter_queryset(queryset) if self.filters.is_valid() else queryset.none()

    def search_queryset(self, queryset):
        """By name, address, references and what the person sees of the answers, in any order of words."""
        if not self.is_searching:
            return queryset
        terms = asked(self.search_query)
        return queryset.filter(reach_of(self.request).having(terms)) if terms else queryset.none()

    @cached_property
    def chosen(self):
        """What of the address narrows or orders this list, and nothing else."""
        names = [*self.filters.filters, self.search_kwarg, "ordering"]
        kept = QueryDict(mutable=True)
        for name in names:
            values = [value for value in self.request.GET.getlist(name) if value]
            if values:
                kept.setlist(name, values)
        return kept

    @property
    def kept_query(self):
        """What a filter that somebody saves keeps of it."""
        kept = self.chosen.copy()
        kept.pop(self.search_kwarg, None)
        return kept.urlencode()

    @cached_property
    def address_query(self):
        """That as an address has it: ?status=received, or nothing."""
        return f"?{self.chosen.urlencode()}" if self.chosen else ""

    @property
    def address_of_list(self):
        return reverse("application:index") + self.address_query

    def get_table(self, object_list):
        table = super().get_table(object_list)
        table.address_query = self.address_query
        return table

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        own = SavedFilter.objects.filter(user=self.request.user)
        asks_others = self.results_only and self.filters.held_elsewhere
        context["render_filters_fragment"] = context["render_filters_fragment"] or asks_others
        return context | {"summary": summary(self.read()), "model_opts": self.model._meta, "saved_filters": own}


def list_at(request, query):
    """The list as an address with this query shows it to who asks."""
    there = copy(request)
    there.GET = query
    view = QueueView(model=Application, index_results_url_name="application:index_results")
    view.setup(there)
    return view
