from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.defaults import page_not_found
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from portal.asking.privacy import set_privacy
from portal.caching.keeping import kept
from portal.files import serving
from portal.files.account import Account
from portal.pages.approving import approve
from portal.pages.sitemap import Pages
from portal.site.robots import robots

handler400 = "portal.site.refusals.malformed"

urlpatterns = [
    path("robots.txt", robots),
    path("sitemap.xml", kept(sitemap), {"sitemaps": {"pages": Pages}}),
    path("admin/failwhale/", page_not_found, {"exception": None}),  # Wagtail's way to try out error pages
    path("admin/pages/<int:page_id>/privacy/", set_privacy),  # before Wagtail's own, as the next
    path("admin/pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/", approve),
    path("admin/account/", require_admin_access(Account.as_view())),
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^documents/(\d+)/(.*)$", serving.document),  # every address that Wagtail's own pattern would match
    path("documents/", include(wagtaildocs_urls)),
    path("", include("resources.urls")),
]

if not settings.PRODUCTION:
    urlpatterns.append(path("media/images/<path:path>", serving.picture))

urlpatterns += i18n_patterns(
    path("", include("home.urls")),
    path("", include("programs.applying.urls")),
    path("", include("programs.floods.own_links")),
    path("", include("programs.calendar.urls")),
    path("", include("programs.references.page")),
    path("", include("programs.planning.organization.join_page")),
    path("", include("programs.reminders.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
