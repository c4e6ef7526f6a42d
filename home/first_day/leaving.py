"""What it does to others when a privacy notice is no longer where readers find it, while people are asked to apply: the hook
"consequences". Each language has its own, and links to no other one."""

from django.utils import formats, timezone
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from portal.asking.consequences import CHANGE_FORM, EXPIRE, HIDE, MOVE, UNPUBLISH

from .keeping import people_are_asked
from .needs import PRIVACY, privacy_notices

WORDS = {
    UNPUBLISH: _("Forms in %(language)s link to no privacy notice once “%(page)s” is unpublished."),
    EXPIRE: _("Forms in %(language)s link to no privacy notice once “%(page)s” expires on %(when)s."),
    HIDE: _("Forms in %(language)s link to no privacy notice while “%(page)s” asks for a sign-in or a password."),
    MOVE: _("Forms in %(language)s link to no privacy notice once “%(page)s” stands elsewhere."),
    CHANGE_FORM: _("Forms in %(language)s link to no privacy notice once “%(page)s” has another purpose."),
}


def consequences_for_notice(act, pages, user, ends=None, changed=False):
    """A sentence for each language that is left without one."""
    going = _going(act, {page.pk for page in pages}, changed)
    if not going or not people_are_asked(timezone.now()):
        return
    left = privacy_notices().exclude(pk__in=[page.pk for page in going])
    languages = set(left.values_list("locale", flat=True))
    for page in going:
        if page.locale_id not in languages:
            yield _told(WORDS[act], page, ends)
    if not languages:
        yield gettext("It is the only published privacy notice: no further call can be published without one.")
    if any(page.locale_id not in languages for page in going):
        yield gettext("Calls are open or to come: applicants could not read what becomes of what they send.")


def _going(act, keys, changed):
    notices = privacy_notices().select_related("locale")
    going = list(notices.filter(pk__in=keys))
    if act == EXPIRE:
        going += _followers(notices, going)
    if act == CHANGE_FORM and not changed:
        going = [page for page in going if page.get_latest_revision_as_object().purpose != PRIVACY]
    return going if act in WORDS else []


def _followers(notices, going):
    """Translations end with the page in the site's first language."""
    first = [page.translation_key for page in going if page.locale_id == Locale.get_default().pk]
    return list(notices.filter(translation_key__in=first).exclude(pk__in=[page.pk for page in going]))


def _told(words, page, ends):
    return words % {
        "language": get_language_info(page.locale.language_code)["name_translated"],
        "page": page.get_admin_display_title(),
        "when": formats.date_format(timezone.localtime(ends), "DATETIME_FORMAT") if ends else "",
    }
