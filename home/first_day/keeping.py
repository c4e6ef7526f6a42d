"""The last privacy notice stays while people are asked to apply: hooks of Wagtail's page screens."""

from django.db.models import Q
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.models import Page

from programs.models import Call

from .needs import privacy_notices

TAKES_AWAY = {"delete", "unpublish"}


def people_are_asked(now):
    """Whether a public call is open or to come."""
    asked = Call.objects.filter(Q(closes=None) | Q(closes__gt=now), url="", opens__isnull=False)
    return asked.filter(round__called_off=False, round__draft=False, round__program__draft=False).exists()


def would_be_last(pages, *, below):
    """Whether without these pages, and those below them, no notice is left though people are asked to apply."""
    gone = Q(pk__in=[page.pk for page in pages])
    for page in pages if below else ():
        gone |= Q(path__startswith=page.path)
    notices = privacy_notices()
    return notices.filter(gone).exists() and not notices.exclude(gone).exists() and people_are_asked(timezone.now())


def refuse(request):
    told = gettext("It is the only published privacy notice, and calls are open or to come. Publish another one first.")
    messages.error(request, told)


def keep_last_notice(request, page):
    """before_unpublish_page"""
    if would_be_last([page], below=bool(request.POST.get("include_descendants"))):
        refuse(request)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


def keep_last_notice_undeleted(request, page):
    """before_delete_page"""
    if would_be_last([page], below=True):
        refuse(request)
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


def keep_last_notice_in_bulk(request, action_type, objects, action):
    """before_bulk_action"""
    if action.model is not Page or action_type not in TAKES_AWAY:
        return None
    below = action_type == "delete" or action.cleaned_form.cleaned_data.get("include_descendants")
    if not would_be_last(objects, below=below):
        return None
    refuse(request)
    return redirect(action.next_url)
