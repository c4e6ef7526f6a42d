"""What acts on pages do to calls that are open: the hook "consequences". Who is not on the committee does not learn how
many applied."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.asking.consequences import CHANGE_FORM, EXPIRE, HIDE, MOVE, UNPUBLISH
from programs.models import ApplicationFormPage, Call, ProgramPage
from programs.offer.dates import moment
from programs.planning.in_the_middle import call_in_words, in_the_middle, is_open

FORM_WORDS = {
    UNPUBLISH: _("%(call)s Nobody can apply any more once its form “%(page)s” is unpublished."),
    EXPIRE: _("%(call)s Nobody can apply any more once its form “%(page)s” expires on %(when)s."),
    HIDE: _(
        "%(call)s The page of its form “%(page)s” asks for a sign-in or a password; the call’s own address does not."
    ),
    MOVE: _("%(call)s The page of its form “%(page)s” gets another address; links to the old one may lead nowhere."),
    CHANGE_FORM: _("%(call)s From now on it asks what the form “%(page)s” asks now."),
}
PAGE_WORDS = {
    UNPUBLISH: _("%(call)s Readers find no page of its program once “%(page)s” is unpublished."),
    EXPIRE: _("%(call)s Readers find no page of its program once “%(page)s” expires on %(when)s."),
    HIDE: _("%(call)s Its program’s page “%(page)s” is shown only after a sign-in or a password."),
    MOVE: _("%(call)s Its program’s page “%(page)s” gets another address; links to the old one may lead nowhere."),
}


def consequences_for_calls(act, pages, user, ends=None, changed=False):
    """A sentence for each open call and page; for forms who is in the middle, too. `changed`: the form is known to be."""
    keys = [page.pk for page in pages]
    now = timezone.now()
    for form in _forms(keys, anyhow=changed or act != CHANGE_FORM):
        for call in _open_calls(now, ends, form__translation_key=form.translation_key):
            yield _told(FORM_WORDS[act], call, form, ends)
            if act in (UNPUBLISH, EXPIRE, CHANGE_FORM):
                yield from in_the_middle(call, user)
    for page in ProgramPage.objects.live().filter(pk__in=keys, alias_of=None) if act in PAGE_WORDS else ():
        for call in _open_calls(now, ends, round__program=page.program_id):
            yield _told(PAGE_WORDS[act], call, page, ends)


def _forms(keys, anyhow):
    forms = ApplicationFormPage.objects.live().filter(pk__in=keys, alias_of=None)
    return [form for form in forms if anyhow or asks_otherwise(form.get_latest_revision_as_object(), form)]


def asks_otherwise(form, published):
    """Whether a form as it is about to be published asks something else than the published one."""
    return form.definition() != published.definition()


def _open_calls(now, ends, **which):
    """Open now; of a page with an end, those that would still be open then."""
    calls = (
        Call.objects.begun(now).filter(url="", **which)
        if "form__translation_key" in which
        else Call.objects.filter(**which)
    )
    longer = Q(closes=None) | Q(closes__gt=ends or now)
    return [
        call for call in calls.filter(longer).select_related("round__program", "role", "form") if is_open(call, now)
    ]


def _told(words, call, page, ends):
    when = moment(ends, call.zone) if ends else ""
    return words % {"call": call_in_words(call), "page": page.get_admin_display_title(), "when": when}


def what_needs(page):
    """The open calls that a page's screens name, where Wagtail counts references."""
    keys = Page.objects.descendant_of(page, inclusive=True).values("pk")
    calls = Call.objects.filter(Q(form__in=keys) | Q(round__program__pages__in=keys)).distinct()
    now = timezone.now()
    return [call for call in calls.select_related("round__program", "role", "form") if is_open(call, now)]
