"""The numbers of each round, for all of a committee: observers see these and nothing else."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView, BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from programs.access import ANNOUNCE, COUNT, READ, may, require, scope
from programs.access.screens import MENTORING_MENU
from programs.models import Round

from .counting import STATES, balance, numbers_of, with_numbers


class NumbersIndexView(BaseListingView):
    page_title = _("Numbers")
    header_icon = "table"
    index_url_name = "numbers:index"
    columns = [
        TitleColumn("name", label=_("Round"), accessor=str, url_name="numbers:round"),
        Column("applied", label=_("Applied")),
        Column("waiting", label=_("Waiting for a decision")),
        Column("accepted", label=_("Accepted")),
    ]
    paginate_by = 50
    no_results_message = _("There are no rounds yet.")

    def dispatch(self, request, *args, **kwargs):
        require(request.user, COUNT)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        rounds = scope(Round.objects.select_related("program"), self.request.user, COUNT)
        return with_numbers(rounds.order_by("program__name", "-starts", "-id"))


class RoundNumbersView(BaseObjectMixin, WagtailAdminTemplateMixin, TemplateView):
    """Supply and demand of one round. Who reads its applications gets from each number to its list."""

    model = Round
    page_title = _("Numbers")
    header_icon = "table"
    template_name = "programs/moderation/numbers_round.html"

    def get_base_object_queryset(self):
        return Round.objects.select_related("program")

    def get_object(self):
        round = super().get_object()
        require(self.request.user, COUNT, round)
        return round

    def get_page_subtitle(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        index = {"url": reverse("numbers:index"), "label": self.page_title}
        return [*self.breadcrumbs_items, index, {"url": "", "label": str(self.object)}]

    @cached_property
    def numbers(self):
        return numbers_of(self.object)

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(**kwargs) | {
            "round": self.object,
            "numbers": self.numbers,
            "states": STATES,
            "balance": balance(self.numbers),
            "reads": may(user, READ, self.object),
            "announces": may(user, ANNOUNCE, self.object),
            "silent": sum(one.silent for one in self.numbers),
        }


class NumbersMenuItem(MenuItem):
    def is_shown(self, request):
        return may(request.user, COUNT)


class NumbersViewSet(ViewSet):
    name = "numbers"
    url_prefix = "mentoring/numbers"
    icon = "table"
    menu_label = _("Numbers")
    menu_order = 12
    menu_hook = MENTORING_MENU
    menu_item_class = NumbersMenuItem

    def get_urlpatterns(self):
        return [
            path("", self.construct_view(NumbersIndexView), name="index"),
            path("<int:pk>/", self.construct_view(RoundNumbersView), name="round"),
        ]
