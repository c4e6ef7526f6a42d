"""What drafts of pages choose and link to. Wagtail's index of references knows of what is published only; an entry that
somebody has just put into a draft is not unused."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page

from portal.checks.walking.places import walk


def in_drafts(model):
    """(key of a row of this model, key of the page whose draft leads to it): one query, however many drafts."""
    drafts = Page.objects.filter(has_unpublished_changes=True).exclude(latest_revision=None)
    for key, kind, content in drafts.values_list("pk", "content_type_id", "latest_revision__content"):
        for target, found in links_of(ContentType.objects.get_for_id(kind).model_class(), content):
            if issubclass(model, target):
                yield int(found), key


def links_of(page_model, content):
    """(model, key) of what a page of this kind would lead to if it were published with this content."""
    if not page_model:
        return
    page = page_model()
    for field in page_model._meta.get_fields():
        if isinstance(field, (StreamField, models.TextField)) and content.get(field.name):
            setattr(page, field.attname, field.to_python(content[field.name]))
    for held in walk(page):
        for target, key, _text in held.links():
            yield target, key
