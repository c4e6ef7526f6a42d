"""What keeps a row or a page from being deleted, in words: the database would only raise ProtectedError."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import PROTECT
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from wagtail.models import Page

NAMED = 3
"""So many rows are named before the rest is counted."""


def obstacles(model, keys):
    """[(model, rows), ...]: the rows without which these rows of a model cannot go. Empty when nothing needs them."""
    protecting = [relation for relation in model._meta.related_objects if relation.on_delete is PROTECT]
    found = [
        (relation.related_model, relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": keys}))
        for relation in protecting
    ]
    return [(needing, rows) for needing, rows in found if rows.exists()]


def page_obstacles(pages):
    """The same for pages, with the pages below them, which would go with them."""
    keys = {}
    for page in pages:
        below = Page.objects.descendant_of(page, inclusive=True)
        for content_type, pk in below.values_list("content_type", "pk"):
            keys.setdefault(content_type, []).append(pk)
    models = {ContentType.objects.get_for_id(pk).model_class(): rows for pk, rows in keys.items()}
    return [found for model, rows in models.items() for found in obstacles(model, rows)]


def in_words(found):
    """“Calls: Fall 2026 – mentee and Fall 2026 – mentor; applications”. Rows about people are neither named nor counted:
    how many applied is the committee's to know."""
    return "; ".join(_told(model, rows) for model, rows in found)


def _told(model, rows):
    kind = capfirst(str(model._meta.verbose_name_plural))
    return f"{kind}: {_named_or_counted(rows)}" if model._meta.default_permissions else kind


def _named_or_counted(rows):
    count = rows.count()
    return str(count) if count > NAMED else get_text_list([str(row) for row in rows], _("and"))
