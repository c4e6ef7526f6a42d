"""What an editor is told after publishing. Publishing itself waits for no check."""

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from wagtail.admin import messages

from portal.checks.walking.pages import findings_of


def tell_after_publishing(request, page):
    """after_publish_page"""
    count = len(findings_of(page))
    if count:
        told = ngettext(
            "%(count)d thing on this page may need another look.",
            "%(count)d things on this page may need another look.",
            count,
        )
        checks = reverse("wagtailadmin_pages:edit", args=[page.pk]) + "#panel-child-content-checks-section"
        messages.warning(
            request, told % {"count": count}, buttons=[messages.button(checks, gettext("Show the checks"))]
        )
