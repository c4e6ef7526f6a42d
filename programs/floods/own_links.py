"""The links of one application, as its owner sees them: opened, last used, and all other ones closed.

A session remembers by which link it came. Where that link was closed since, the session shows nothing any more.
"""

import uuid

from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from programs.models import AccessLink, Application, Draft, Upload
from programs.offer import dates
from programs.people.secret_links import close_links, note_use, open_links

from .proving import prove

OPENED, BY_LINK, HELD = "applications", "links", "drafts"
"""What a session keeps: the numbers of the applications it opened, by which link it opened each, and {address of a call:
the number of the draft it fills}."""


def note_opening(request, token, application):
    """Somebody pressed the button behind a secret link: the address is proven, and the session comes by this link. False
    where the link was deleted meanwhile, with what it opens."""
    link = note_use(token)
    if link is None:
        return False
    prove(application)
    request.session[BY_LINK] = request.session.get(BY_LINK, {}) | {str(application.pk): link}
    return True


def open_here(request):
    """The numbers of the applications that this session opened, each by a link that was not closed and has not ended since."""
    links = {pk: request.session.get(BY_LINK, {}).get(str(pk)) for pk in request.session.get(OPENED, [])}
    standing = Q(expires_at=None) | Q(expires_at__gt=timezone.now())
    good = AccessLink.objects.filter(standing, pk__in=[link for link in links.values() if link])
    good = {None, *good.values_list("pk", flat=True)}
    return {pk for pk, link in links.items() if link in good}


def still_open(request, application):
    return application.pk in open_here(request)


def link_of(request, application):
    return request.session.get(BY_LINK, {}).get(str(application.pk))


def links_in_words(request, application):
    """What the status page says of the links that open: how many, and when another one was last used; empty for one."""
    others = [link for link in open_links(application) if link.pk != link_of(request, application)]
    if not others:
        return ""
    told = ngettext(
        "%(n)d other link in our letters opens this application.",
        "%(n)d other links in our letters open this application.",
        len(others),
    ) % {"n": len(others)}
    used = max((link.last_used_at for link in others if link.last_used_at), default=None)
    if not used:
        return told
    when = gettext("One was last used on %(when)s.") % {"when": dates.moment(used, application.program.time_zone)}
    return f"{told} {when}"


@never_cache
@require_POST
def close_other_links(request, reference):
    """Every link but the one this session came by; whoever opened the application by another one is out."""
    rows = Application.objects.with_program().filter(reference=reference, pk__in=request.session.get(OPENED, []))
    application = rows.first()
    if application is None or not still_open(request, application):
        raise Http404
    with transaction.atomic():
        closed = close_links(application, but=link_of(request, application))
        keep_changes(request, application)
    told = ngettext("%(n)d other link is closed.", "%(n)d other links are closed.", closed) % {"n": closed}
    messages.success(request, told)
    return redirect("status", reference=application.reference)


def keep_changes(request, application):
    """Changes that were begun get numbers of their own again, which no other session holds and no link names."""
    anew = {draft.pk: renumbered(draft) for draft in Draft.objects.unsent().filter(application=application)}
    held = request.session.get(HELD, {})
    request.session[HELD] = {slug: anew.get(pk, pk) for slug, pk in held.items()}


def renumbered(draft):
    """The draft's new number."""
    before = draft.pk
    close_links(draft)
    draft.pk, draft.once, draft.correspondent = None, uuid.uuid4().hex, None
    draft.save(force_insert=True)
    Upload.objects.filter(draft=before).update(draft=draft)
    Draft.objects.filter(pk=before).delete()
    return draft.pk


urlpatterns = [path("status/<slug:reference>/links/close/", close_other_links, name="status_close_links")]
