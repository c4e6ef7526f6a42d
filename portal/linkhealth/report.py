"""What editors see of links that lead away: a report of all of them, and findings on the pages whose links died."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.urls import path, reverse
from django.utils import formats, timezone
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import BaseListingView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from portal.checks.findings import Finding
from portal.checks.showing.report import ReportMenuItem, may_read
from portal.models import ExternalLink

from .collecting import external_links, urls_of
from .reaching import Trouble


@dataclass(frozen=True)
class Line:
    link: ExternalLink
    found_on: list

    @property
    def state(self):
        return in_words(self.link)


def in_words(link):
    """“Dead since June 3, 2026: no such site”"""
    if not link.checked_at:
        return gettext("Not checked")
    if not link.failing_since:
        return gettext("Answered on %(day)s") % {"day": _day(link.answered_at)}
    why = Trouble(link.trouble).label if link.trouble else gettext("answer %(status)d") % {"status": link.status}
    told = gettext("Dead since %(day)s: %(why)s") if link.is_dead else gettext("Fails since %(day)s: %(why)s")
    return told % {"day": _day(link.failing_since), "why": why}


def _day(instant):
    return formats.date_format(timezone.localtime(instant), pgettext("Django date format", "F j, Y"))


def lines(user):
    """Every link, those that fail longest first, then those that were never heard of. Pages that are not for everybody
    are named to their editors alone."""
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    found = external_links(Page.objects.filter(Q(pk__in=Page.objects.public()) | Q(pk__in=editable)))
    links = ExternalLink.objects.order_by("failing_since", "checked_at", "url")
    return [Line(link, found[link.url]) for link in sorted(links, key=_worst_first) if link.url in found]


def _worst_first(link):
    return link.failing_since is None, link.failing_since or timezone.now(), link.checked_at is not None, link.url


class FoundOnColumn(Column):
    cell_template_name = "portal/linkhealth/found_on.html"


class LinkColumn(Column):
    cell_template_name = "portal/linkhealth/link.html"


class LinksReport(BaseListingView):
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "wagtailadmin/reports/base_report_results.html"
    page_title = _("Links to other sites")
    header_icon = "link-external"
    paginate_by = 50
    index_url_name = "portal_links:report"
    index_results_url_name = "portal_links:results"
    columns = [
        LinkColumn("link", label=_("Link")),
        Column("state", label=_("State")),
        FoundOnColumn("found_on", label=_("Stands in")),
    ]
    no_results_message = _("No published text links to another site.")

    def dispatch(self, request, *args, **kwargs):
        if not may_read(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return lines(self.request.user)


def menu_item():
    """register_reports_menu_item"""
    address = reverse("portal_links:report")
    return ReportMenuItem(LinksReport.page_title, address, name="links", icon_name="link-external", order=660)


def dead_links(walked):
    """page_findings: links of the pages that died, in one query."""
    urls = {page: set(urls_of(page, held)) for page, held in walked.items()}
    dead = {
        link.url: link for link in ExternalLink.objects.dead(timezone.now()).filter(url__in=set().union(*urls.values()))
    }
    for page, found in urls.items():
        for url in sorted(found & dead.keys()):
            yield page, Finding(gettext("Links"), f"{url}: {in_words(dead[url])}.")


urlpatterns = [
    path("", LinksReport.as_view(), name="report"),
    path("results/", LinksReport.as_view(results_only=True), name="results"),
]
