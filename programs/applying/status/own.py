"""The applications that this browser has opened: its session holds their numbers, and nothing else leads to their pages."""

from django.http import Http404

from programs.applying.drafts import SENT
from programs.applying.drafts import SESSION_KEY as DRAFTS
from programs.floods.own_links import BY_LINK, OPENED, note_opening, open_here
from programs.models import Application

SESSION_KEY = OPENED


def opened_here(request):
    """Every application that this session has opened, and may still see."""
    return Application.objects.with_program().filter(pk__in=open_here(request))


def own_application(request, reference):
    """The application, if this session opened it; otherwise there is nothing to see, whether or not it exists."""
    rows = opened_here(request).select_related("version", "call__form__locale")
    application = rows.filter(reference=reference).first()
    if application is None:
        raise Http404
    return application


def keep_open(request, token, application):
    """Until the browser is closed: many people use a library's computer. False where the link is gone."""
    if not note_opening(request, token, application):
        return False
    request.session.cycle_key()
    request.session.set_expiry(0)
    request.session[SESSION_KEY] = sorted({*request.session.get(SESSION_KEY, []), application.pk})
    return True


def forget(request, pk):
    """It is gone: no key of it stays in the session."""
    for key in (OPENED, SENT):
        request.session[key] = [other for other in request.session.get(key, []) if other != pk]


def forget_all(request):
    for key in (OPENED, BY_LINK, SENT, DRAFTS):
        request.session.pop(key, None)
    request.session.cycle_key()
