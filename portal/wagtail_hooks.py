"""What the ground adds to the Wagtail admin: a list of registrations, nothing else."""

from django.urls import include, path
from wagtail import hooks

from .asking import pages as asking
from .caching.unseen import seen_by_readers
from .checks.showing import publishing, report, styles
from .date_fields import everywhere, saying
from .files.api import offer_files
from .files.links import use_our_document_links
from .linkhealth import report as links_report
from .lists.topics import TopicViewSet
from .pages.following import tell_of_waiting
from .pages.prose_links import use_our_links
from .pages.unfilled import keep_unfilled_drafts
from .rows import settings_screen
from .rows import styles as rows_styles
from .site.needs import add_needs_panel
from .site.signing_in import screens as signing_in

hooks.register("before_unpublish_page", asking.ask_before_unpublishing)
hooks.register("before_move_page", asking.ask_before_moving)
hooks.register("before_bulk_action", asking.ask_before_bulk_action, order=1)  # after what refuses
hooks.register("before_bulk_action", keep_unfilled_drafts)
hooks.register("after_publish_page", publishing.tell_after_publishing)
hooks.register("after_publish_page", tell_of_waiting)
hooks.register("register_reports_menu_item", report.menu_item)
hooks.register("register_reports_menu_item", links_report.menu_item)
hooks.register("page_findings", links_report.dead_links)
hooks.register("construct_homepage_panels", add_needs_panel)
hooks.register("register_log_actions", signing_in.register_log_actions)
hooks.register("register_account_menu_item", signing_in.account_item)
hooks.register("register_user_listing_buttons", signing_in.reset_button)
hooks.register("insert_global_admin_css", styles.findings_css)
hooks.register("insert_global_admin_css", rows_styles.typed_css)
hooks.register("insert_global_admin_css", rows_styles.rows_css)
hooks.register("insert_editor_js", rows_styles.errors_js)
hooks.register("insert_global_admin_js", rows_styles.limits_js)
hooks.register("register_admin_urls", settings_screen.settings_addresses, order=-1)  # before Wagtail's own
hooks.register("insert_global_admin_css", everywhere.date_fields_css)
hooks.register("insert_global_admin_js", everywhere.date_fields_js)
hooks.register("construct_admin_api", offer_files, order=1)  # after Wagtail's own
hooks.register("register_rich_text_features", use_our_links, order=1)  # after Wagtail's own
hooks.register("register_rich_text_features", use_our_document_links, order=1)

hooks.register("seen_by_readers", seen_by_readers)

everywhere.use_everywhere()


@hooks.register("register_admin_urls")
def checks_addresses():
    return [
        path("second-factor/", include((signing_in.urlpatterns, "second_factor"))),
        path("reports/checks/", include((report.urlpatterns, "portal_checks"))),
        path("reports/links/", include((links_report.urlpatterns, "portal_links"))),
        path("date-as-typed/", include((saying.urlpatterns, "portal_dates"))),
    ]


@hooks.register("register_admin_viewset")
def topics_screens():
    return TopicViewSet()
