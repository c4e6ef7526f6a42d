"""What acts on pages do to calls that are open: the hook "consequences". Who is not on the committee does not learn how
many applied."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from portal.asking.consequences import CHANGE_FORM, EXPIRE, HIDE, MOVE, UNPUBLISH
from portal.pages.readable import nearest
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
TRANSLATED_FORM_WORDS = FORM_WORDS | {
    UNPUBLISH: _("%(call)s Whoever applies in %(language)s is asked in %(other)s once “%(page)s” is unpublished."),
    EXPIRE: _("%(call)s Whoever applies in %(language)s is asked in %(other)s once “%(page)s” expires on %(when)s."),
    CHANGE_FORM: _("%(call)s From now on it asks in %(language)s what the form “%(page)s” asks now."),
}
REFERENCE_WORDS = {
    UNPUBLISH: _("%(call)s Nobody can write a reference any more once its form “%(page)s” is unpublished."),
    EXPIRE: _("%(call)s Nobody can write a reference any more once its form “%(page)s” expires on %(when)s."),
}
PAGE_WORDS = {
    UNPUBLISH: _("%(call)s Readers find no page of its program once “%(page)s” is unpublished."),
    EXPIRE: _("%(call)s Readers find no page of its program once “%(page)s” expires on %(when)s."),
    HIDE: _("%(call)s Its program’s page “%(page)s” is shown only after a sign-in or a password."),
    MOVE: _("%(call)s Its program’s page “%(page)s” gets another address; links to the old one may lead nowhere."),
}
TRANSLATED_PAGE_WORDS = PAGE_WORDS | {
    UNPUBLISH: _(
        "%(call)s Whoever reads in %(language)s gets its program’s page in %(other)s once “%(page)s” is unpublished."
    ),
    EXPIRE: _(
        "%(call)s Whoever reads in %(language)s gets its program’s page in %(other)s once “%(page)s” expires on %(when)s."
    ),
}


def consequences_for_calls(act, pages, user, ends=None, changed=False):
    """A sentence for each open call and page; for forms who is in the middle, too. `changed`: the form is known to be."""
    keys = {page.pk for page in pages}
    yield from _about_forms(act, keys, user, ends, anyhow=changed or act != CHANGE_FORM)
    if act in REFERENCE_WORDS:
        yield from _about_references(act, keys, ends)
    if act in PAGE_WORDS:
        yield from _about_pages(act, keys, ends)


def _about_forms(act, keys, user, ends, anyhow):
    """A call is open as long as its own form is published; its translations only say in which language it asks."""
    for form in _forms(keys, anyhow):
        for call in _open_calls(ends, form__translation_key=form.translation_key):
            language = "" if form.pk == call.form_id else form.locale.language_code
            if language and call.form_id in keys and act in (UNPUBLISH, EXPIRE):
                continue  # said of its own form: nobody can apply
            words = TRANSLATED_FORM_WORDS if language else FORM_WORDS
            yield _told(words[act], call, form, ends, call.form)
            if act in (UNPUBLISH, EXPIRE, CHANGE_FORM):
                yield from in_the_middle(call, user, language)


def _about_references(act, keys, ends):
    """Calls that are open still; whoever is asked for a reference after closing is the committee's to write to."""
    for form in ApplicationFormPage.objects.live().filter(pk__in=keys, alias_of=None):
        for call in _open_calls(ends, reference_form=form):
            yield _told(REFERENCE_WORDS[act], call, form, ends, None)


def _about_pages(act, keys, ends):
    pages = ProgramPage.objects.live().filter(pk__in=keys, alias_of=None).select_related("locale")
    for page in pages:
        other = _left(page, keys, act)
        words = TRANSLATED_PAGE_WORDS if other else PAGE_WORDS
        for call in _open_calls(ends, round__program=page.program_id):
            yield _told(words[act], call, page, ends, other)


def _left(page, keys, act):
    """The page that readers get instead. Translations end with the page in the site's first language."""
    others = ProgramPage.objects.live().public().filter(program=page.program_id, alias_of=None).exclude(pk__in=keys)
    if act == EXPIRE and page.locale_id == Locale.get_default().pk:
        others = others.exclude(translation_key=page.translation_key)
    found = [(other.locale.language_code, other) for other in others.select_related("locale")]
    return nearest(found, page.locale.language_code)[1] if found else None


def _forms(keys, anyhow):
    forms = ApplicationFormPage.objects.live().filter(pk__in=keys, alias_of=None).select_related("locale")
    return [form for form in forms if anyhow or asks_otherwise(form.get_latest_revision_as_object(), form)]


def asks_otherwise(form, published):
    """Whether a form as it is about to be published asks something else than the published one."""
    return form.definition() != published.definition()


def _open_calls(ends, **which):
    """Open now; of a page with an end, those that would still be open then."""
    now, calls = timezone.now(), Call.objects.filter(Q(closes=None) | Q(closes__gt=ends or timezone.now()), **which)
    if "form__translation_key" in which:
        calls = calls.begun(now).filter(url="")
    return [call for call in calls.select_related("round__program", "role", "form__locale") if is_open(call, now)]


def _told(words, call, page, ends, other):
    return words % {
        "call": call_in_words(call),
        "page": page.get_admin_display_title(),
        "when": moment(ends, call.zone) if ends else "",
        "language": _name(page),
        "other": _name(other) if other else "",
    }


def _name(page):
    return get_language_info(page.locale.language_code)["name_translated"]


def what_needs(page):
    """The open calls that a page's screens name, where Wagtail counts references."""
    keys = Page.objects.descendant_of(page, inclusive=True).values("pk")
    calls = Call.objects.filter(
        Q(form__in=keys) | Q(reference_form__in=keys) | Q(round__program__pages__in=keys)
    ).distinct()
    now = timezone.now()
    return [call for call in calls.select_related("round__program", "role", "form") if is_open(call, now)]
