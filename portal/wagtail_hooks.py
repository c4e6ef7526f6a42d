"""What the ground adds to the Wagtail admin: a list of registrations, nothing else."""

from django.urls import include, path
from wagtail import hooks

from .checks import publishing, report, styles
from .files.api import offer_files
from .files.links import use_our_document_links
from .linkhealth import report as links_report
from .links import use_our_links
from .needs import add_needs_panel
from .topics import TopicViewSet

hooks.register("after_publish_page", publishing.tell_after_publishing)
hooks.register("register_reports_menu_item", report.menu_item)
hooks.register("register_reports_menu_item", links_report.menu_item)
hooks.register("page_findings", links_report.dead_links)
hooks.register("construct_homepage_panels", add_needs_panel)
hooks.register("insert_global_admin_css", styles.findings_css)
hooks.register("construct_admin_api", offer_files, order=1)  # after Wagtail's own
hooks.register("register_rich_text_features", use_our_links, order=1)  # after Wagtail's own
hooks.register("register_rich_text_features", use_our_document_links, order=1)


@hooks.register("register_admin_urls")
def checks_addresses():
    return [
        path("reports/checks/", include((report.urlpatterns, "portal_checks"))),
        path("reports/links/", include((links_report.urlpatterns, "portal_links"))),
    ]


@hooks.register("register_admin_viewset")
def topics_screens():
    return TopicViewSet()
