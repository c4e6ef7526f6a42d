"""Pages that follow another: an alias its page, a translation the page in the site's first language.

Wagtail shows an alias as soon as its page is scheduled, and a translation whatever becomes of its original. Here none
is published before the day its original goes live, nor after its end: see docs/decisions/0009-guards.md.
"""

from django.db.models import Q
from django.utils import formats, timezone
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.models import Locale, Page


def original_of(page):
    """The page that this one follows, or nothing."""
    if page.alias_of_id:
        return page.alias_of
    originals = Page.objects.filter(locale=Locale.get_default(), translation_key=page.translation_key, alias_of=None)
    return originals.exclude(pk=page.pk).exclude(locale=page.locale_id).first()


def waits_until(page, now):
    """The day on which its original goes live, while that is to come."""
    original = original_of(page)
    return original.go_live_at if original and _is_to_come(original, now) else None


def is_withheld(page, now):
    """Whether its original is not shown yet, or no longer."""
    original = original_of(page)
    if not original:
        return False
    without = bool(page.alias_of_id) and not original.live
    return without or _is_to_come(original, now) or _is_over(original, now) or is_withheld(original, now)


def _is_to_come(page, now):
    return bool(not page.live and page.go_live_at and page.go_live_at > now)


def _is_over(page, now):
    return bool(page.expire_at and page.expire_at <= now)


def withheld_pages(now):
    """The published pages whose original is not shown yet, or no longer."""
    first = Locale.get_default()
    over, to_come = Q(expire_at__lte=now), Q(live=False, go_live_at__gt=now)
    originals = Page.objects.filter(over | to_come, locale=first, alias_of=None)
    translated = Q(translation_key__in=originals.values("translation_key")) & ~Q(locale=first)
    followed = Q(alias_of__live=False) | Q(alias_of__expire_at__lte=now)
    return Page.objects.live().filter(translated | followed)


def withhold(now=None):
    """Unpublishes what its original no longer carries."""
    for page in withheld_pages(now or timezone.now()).specific():
        page.unpublish(set_expired=True)


class Following:
    """A page that is never stored as published while its original is not."""

    def save(self, *args, **kwargs):
        if self.live and self.stays_draft():
            self.live, self.has_unpublished_changes = False, True
            kwargs = _saving_too(kwargs, "live", "has_unpublished_changes")
        if not self.live:
            self.live_revision = None  # Wagtail's copying sets it, whatever was stored
        return super().save(*args, **kwargs)

    def stays_draft(self):
        """Whether something keeps the page from being published now."""
        return is_withheld(self, timezone.now())

    def publish(self, revision, *args, **kwargs):
        """A translation that comes before its original waits for it."""
        day = waits_until(self, timezone.now())
        if day is None:
            return super().publish(revision, *args, **kwargs)
        self.revisions.exclude(pk=revision.pk).update(approved_go_live_at=None)
        revision.approved_go_live_at = day
        revision.save(update_fields=["approved_go_live_at"])
        return None


def _saving_too(kwargs, *names):
    fields = kwargs.get("update_fields")
    return kwargs if fields is None else kwargs | {"update_fields": {*fields, *names}}


def tell_of_waiting(request, page):
    """after_publish_page: why the page that was published just now is not to be seen."""
    page = page.specific
    if not isinstance(page, Following) or page.live:
        return
    if day := waits_until(page, timezone.now()):
        told = gettext("This page will be published on %(when)s, when its original is.")
        when = formats.date_format(timezone.localtime(day), "DATETIME_FORMAT")
        messages.warning(request, told % {"when": when})
    elif is_withheld(page, timezone.now()):
        messages.warning(request, gettext("This page is kept as a draft: the end of its original has passed."))
