"""What a site lacks: said on the admin's home, and wherever somebody is about to ask people for their data."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.models import Locale, Page

from home.models import HomePage, StandardPage
from programs.models import Program

from .address import difference

PRIVACY = StandardPage.Purpose.PRIVACY


def privacy_notices():
    """Those that anybody may read."""
    public = Page.objects.live().public().values("pk")
    return StandardPage.objects.for_the_site().filter(purpose=PRIVACY, pk__in=public)


def before_calls(user):
    """before_calls: (sentence, address where it is mended)."""
    if not privacy_notices().exists():
        told = gettext(
            "There is no published privacy notice. Nobody can be asked to apply before readers can learn what becomes of "
            "what they send."
        )
        yield told, where_notice_is_written()


def where_notice_is_written():
    """The draft's editor, or the way to add a page."""
    draft = StandardPage.objects.for_the_site().filter(purpose=PRIVACY, locale=Locale.get_default()).first()
    if draft:
        return reverse("wagtailadmin_pages:edit", args=[draft.pk])
    home = HomePage.objects.get(locale=Locale.get_default())
    return reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])


def needs_administrator(user):
    """needs_editor: the first day's steps that are still to be done, and an address that is not the site's."""
    if not user.is_superuser:
        return
    yield from before_calls(user)
    if not Program.objects.exists():
        yield gettext("There are no programs yet. Add your first program."), reverse("program:begin")
    if difference():
        told = gettext("The site’s address is %(address)s, and its row says another. Run “manage.py start_site”.")
        yield told % {"address": settings.SITE_URL}, reverse("wagtailsites:index")
