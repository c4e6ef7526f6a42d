"""Every text of a page, with its place in the editor's words. Reads raw values, so that it asks no query, and knows no
page type: fields and blocks say themselves what they are."""

from dataclasses import replace

from django.db import models
from django.utils.html import strip_tags
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock

from portal.texts.walking import HoldsWords, inside, is_prose

from .held import Bare, Chosen, Linked, Place, Rich, Undescribed, Words

IN_TREE = "path"
"""The tree's own field, the one that calls itself editable and is in no form."""
NAMED_BY = ("heading", "title", "label", "question")
"""The child that tells blocks of one kind apart."""


def walk(page):
    """Everything that an editor wrote or chose on the page."""
    for field in page._meta.get_fields():
        if isinstance(field, models.Field) and field.editable and field.name != IN_TREE:
            place = Place(capfirst(str(field.verbose_name)), field.name)
            yield from _field(field, getattr(page, field.attname), place)


def _field(field, value, place):
    if isinstance(field, StreamField):
        yield from _block(field.stream_block, value.raw_data, place)
    elif isinstance(field, RichTextField) and value:
        yield Rich(place, value)
    elif is_prose(field) and value:
        yield Words(place, value)


def _block(block, value, place):
    if isinstance(block, blocks.StreamBlock):
        for kind, child, key in inside(block, value):
            yield from _block(kind, child, place.inside(_named(kind, child), key))
    elif isinstance(block, blocks.ListBlock):
        yield from _list(inside(block, value), place)
    elif isinstance(block, blocks.StructBlock):
        yield from _struct(block, value or {}, place)
    elif value:
        yield from _leaf(block, value, place)


def _list(items, place):
    for n, (block, value, key) in enumerate(items, start=1):
        name = _named(block, value)
        for held in _block(block, value, place.inside(name if "“" in name else f"{name} {n}", key)):
            yield replace(held, goes_on=True) if isinstance(held, Words) and n < len(items) else held


def _struct(block, value, place):
    children = inside(block, value)
    filling = [name for child, _held, name in children if _can_fill(child)]
    if value.get("heading") and filling and not any(_has_text(value[name]) for name in filling):
        yield Bare(place, value["heading"])
    if isinstance(block, ImageBlock) and value.get("image") and not (value.get("decorative") or value.get("alt_text")):
        yield Undescribed(place)
    for child, held, name in children:
        yield from _block(child, held, place.inside(capfirst(str(child.label)), name))


def _leaf(block, value, place):
    if isinstance(block, blocks.RichTextBlock):
        yield Rich(place, value)
    elif isinstance(block, (blocks.CharBlock, blocks.TextBlock)):
        yield Words(place, value)
    elif isinstance(block, HoldsWords):
        texts = block.words(value)
        yield from (Words(place, text, goes_on=n < len(texts)) for n, text in enumerate(texts, start=1))
    elif isinstance(block, blocks.URLBlock):
        yield Linked(place, value)
    elif isinstance(block, blocks.ChooserBlock):
        yield Chosen(place, block.model_class, value)


def _can_fill(block):
    """Whether a heading beside this block is there for what it holds."""
    return isinstance(block, (blocks.RichTextBlock, blocks.ListBlock, blocks.StreamBlock))


def _has_text(value):
    return bool(strip_tags(value).strip() if isinstance(value, str) else value)


def _named(block, value):
    """“Section “Goals””"""
    label = capfirst(str(block.label))
    name = next((value[key] for key in NAMED_BY if isinstance(value, dict) and value.get(key)), "")
    return f"{label} “{name}”" if name else label
