"""The report "Things to check": every finding on what a person may edit."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import BaseListingView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from portal.checks.walking.pages import findings_of_pages


@dataclass(frozen=True)
class Line:
    title: str
    address: str
    where: str
    what: str


def may_read(user):
    """Whoever may edit pages, or rows of another app."""
    edits_pages = policy_registry.get_by_type(Page).user_has_permission(user, "change")
    return edits_pages or any(hook(user) for hook in hooks.get_hooks("reads_findings"))


def lines(user):
    """As readers meet the pages: published ones, each once. Mirrors of another page are edited there."""
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    pages = editable.filter(live=True, alias_of=None, depth__gt=1).order_by("path").specific()
    for page, findings in findings_of_pages(list(pages)).items():
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        for one in findings:
            anchor = f"#:w:contentpath={one.path}" if one.path else ""
            yield Line(page.get_admin_display_title(), address + anchor, one.where, one.what)
    for hook in hooks.get_hooks("report_findings"):
        for title, address, findings in hook(user):
            yield from (Line(title, address, one.where, one.what) for one in findings)


class ChecksReport(BaseListingView):
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "portal/findings/results.html"
    page_title = _("Things to check")
    header_icon = "glasses"
    paginate_by = 50
    index_url_name = "portal_checks:report"
    index_results_url_name = "portal_checks:results"
    columns = [
        TitleColumn("title", label=_("What"), get_url=lambda line: line.address),
        Column("where", label=_("Where")),
        Column("what", label=_("Finding")),
    ]
    no_results_message = _("Nothing found on what you may edit.")

    def dispatch(self, request, *args, **kwargs):
        if not may_read(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return list(lines(self.request.user))


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return may_read(request.user)


def menu_item():
    """register_reports_menu_item"""
    address = reverse("portal_checks:report")
    return ReportMenuItem(ChecksReport.page_title, address, name="checks", icon_name="glasses", order=650)


urlpatterns = [
    path("", ChecksReport.as_view(), name="report"),
    path("results/", ChecksReport.as_view(results_only=True), name="results"),
]
