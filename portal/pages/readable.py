"""Which page a reader gets: of one thing's pages in several languages, and for one that an editor chose."""

from operator import itemgetter

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import Page, PageViewRestriction


def for_everybody(pages):
    """Of a queryset of pages those that are published and that nothing above them keeps private. Asks no query of its own,
    as Wagtail's public() does."""
    page = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    kept_private = PageViewRestriction.objects.alias(within=page).filter(within__startswith=F("page__path"))
    return pages.filter(live=True).exclude(Exists(kept_private))


def readable(pks, locale_id):
    """{page: what anybody may read in its stead}: its translation into this language, else itself; neither where that is
    not published or is private. An alias is no translation. Two queries."""
    if not pks:
        return {}
    keys = dict(Page.objects.filter(pk__in=pks).values_list("pk", "translation_key"))
    wanted = Q(pk__in=pks) | Q(locale_id=locale_id, translation_key__in=keys.values())
    pages = for_everybody(Page.objects.filter(wanted)).select_related("locale")
    found = {page.pk: page for page in pages}
    own = {page.translation_key: page for page in pages if page.locale_id == locale_id and not page.alias_of_id}
    both = {pk: own.get(key) or found.get(pk) for pk, key in keys.items()}
    return {pk: page for pk, page in both.items() if page}


def nearest(pages, language, language_of=itemgetter(0)):
    """Of one thing's pages the one in the reader's language, else in the site's own, else any; the first of several."""
    wanted = {settings.LANGUAGE_CODE: 1, language: 0}
    return min(pages, key=lambda page: wanted.get(language_of(page), 2), default=None)
