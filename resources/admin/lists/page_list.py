"""Lists of pages: events, and the pages that show entries. Each person sees the pages that the explorer shows."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils import formats
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import (
    PageStatusColumn,
    PageTitleColumn,
    PageTypeColumn,
    ParentPageColumn,
)
from wagtail.admin.views.pages import choose_parent
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from resources.models import EventPage

from .bodies import addresses_on, pages_with_entries, resource_page_models
from .columns import LINKED_FROM, TO_DO, TOPICS, field
from .listing import RESOURCES_MENU, Listing
from .page_filters import EventFilterSet, ResourcePageFilterSet


def first_day(event):
    return formats.date_format(event.starts, pgettext("Django date format", "F j, Y"))


TITLE = PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title")
BEGINNING = [TITLE, ParentPageColumn("parent", label=_("Parent"))]
"""No boxes to tick: Wagtail's “select all” would mean every page of the site."""
STARTS = Column("starts", label=_("First day"), accessor=first_day, sort_key="starts")
STATUS = PageStatusColumn("status", label=_("Status"), sort_key="live")
ENDING = [TO_DO, LINKED_FROM, STATUS]
EXPORTED_TITLE = Column("title", label=_("Title"), accessor="get_admin_display_title")
EXPORTED_STATUS = Column("status", label=_("Status"), accessor="status_string")
EXPORTED_LANGUAGE = Column("locale", label=_("Language"), accessor=lambda page: page.locale.get_display_name())
EXPORTED_ADDRESS = Column("address", label=_("Address"), accessor="full_url")


class PagesMenuItem(MenuItem):
    """For those who may do something with pages."""

    def is_shown(self, request):
        return policy_registry.get_by_type(Page).user_has_any_permission(
            request.user, IndexView.any_permission_required
        )


class PagesIndexView(Listing, IndexView):
    def addresses(self, row):
        return addresses_on(row)

    def annotate_queryset(self, pages):
        """With the streams, which tell what is to be done: Wagtail leaves them out, and each would be asked for by itself."""
        pages = super().annotate_queryset(pages)
        pages._defer_streamfields = False  # its only switch; defer(None) does not reach the pages of each kind
        return pages

    def search_queryset(self, queryset):
        """By a part of the title, in whatever order: the search of the site orders by few fields only."""
        named = Q(title__icontains=self.search_query) | Q(draft_title__icontains=self.search_query)
        return queryset.filter(named) if self.is_searching else queryset


class ChooseParentView(choose_parent.ChooseParentView):
    """For those who may add pages; Wagtail's own asks only when a parent is chosen."""

    def dispatch(self, request, *args, **kwargs):
        if not self.permission_policy.user_has_permission(request.user, "add"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class PagesViewSet(PageListingViewSet):
    choose_parent_view_class = ChooseParentView
    menu_hook = RESOURCES_MENU
    menu_item_class = PagesMenuItem
    columns = PageListingViewSet.UNDEFINED


class EventViewSet(PagesViewSet):
    model = EventPage
    index_view_class = PagesIndexView
    icon = "calendar"
    menu_label = _("Events")
    menu_order = 40
    filterset_class = EventFilterSet
    ordering = "-starts"
    list_display = [*BEGINNING, STARTS, TOPICS, *ENDING]
    list_export = [
        EXPORTED_TITLE,
        *(field(EventPage, name) for name in ("starts", "ends", "place", "link", "recording")),
        *(TOPICS, TO_DO, LINKED_FROM, EXPORTED_STATUS, EXPORTED_LANGUAGE, EXPORTED_ADDRESS),
    ]
    export_filename = "events"


class ResourcePagesIndexView(PagesIndexView):
    page_title = _("Resource pages")
    header_buttons = []

    def get_base_queryset(self):
        return super().get_base_queryset().type(*resource_page_models())

    def get_table(self, object_list):
        self.full = pages_with_entries([row.pk for row in object_list])
        return super().get_table(object_list)

    def sources(self, rows):
        return self.full

    def topics(self, rows):
        return {row.pk: self.full[row.pk].topics for row in rows}


class ResourcePagesViewSet(PagesViewSet):
    model = Page
    index_view_class = ResourcePagesIndexView
    icon = "doc-full"
    menu_label = _("Resource pages")
    menu_order = 50
    filterset_class = ResourcePageFilterSet
    list_display = [
        *BEGINNING,
        PageTypeColumn("type", label=_("Kind"), accessor="page_type_display_name", sort_key="content_type__model"),
        TOPICS,
        *ENDING,
    ]
    list_export = [
        EXPORTED_TITLE,
        Column("type", label=_("Kind"), accessor="page_type_display_name"),
        *(TOPICS, TO_DO, LINKED_FROM, EXPORTED_STATUS, EXPORTED_LANGUAGE, EXPORTED_ADDRESS),
    ]
    export_filename = "resource-pages"
