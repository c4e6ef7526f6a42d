"""Which page a reader gets: of one thing's pages in several languages, and for one that an editor chose."""

from operator import itemgetter

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction

from portal.pages.mapped.map import the_map


def for_everybody(pages):
    """Of a queryset of pages those that are published and that nothing above them keeps private. Asks no query of its own,
    as Wagtail's public() does."""
    return not_private(pages).filter(live=True)


def not_private(pages):
    """Of a queryset of pages, published or not, those that nothing above them keeps private."""
    page = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    kept_private = PageViewRestriction.objects.alias(within=page).filter(within__startswith=F("page__path"))
    return pages.exclude(Exists(kept_private))


def readable(pks, locale_id):
    """{key of a page: what anybody may read in its stead}: its translation into this language, else itself; neither where
    that is not published or is private. An alias is no translation."""
    known = the_map() if pks else None
    both = {pk: _in_its_stead(known.spots[pk], locale_id, known) for pk in pks if pk in known.spots}
    return {pk: spot for pk, spot in both.items() if spot}


def _in_its_stead(spot, locale_id, known):
    own = known.by_key[spot.translation_key].get(locale_id)
    return own if own and own.is_public and not own.alias_of_id else spot if spot.is_public else None


def nearest(pages, language, language_of=itemgetter(0)):
    """Of one thing's pages the one in the reader's language, else in the site's own, else any; the first of several."""
    wanted = {settings.LANGUAGE_CODE: 1, language: 0}
    return min(pages, key=lambda page: wanted.get(language_of(page), 2), default=None)
