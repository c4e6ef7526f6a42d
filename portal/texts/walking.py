"""The walk over what a block stores: what is inside what, by one rule; and which fields of a row hold prose. Reads raw
values only, so that it asks no query."""

from django.db import models
from wagtail import blocks


def is_prose(field):
    """A field in which an editor writes words: no choice, address or short name."""
    other = (models.SlugField, models.URLField, models.EmailField)
    return (
        isinstance(field, (models.CharField, models.TextField)) and not isinstance(field, other) and not field.choices
    )


class HoldsWords(blocks.FieldBlock):
    """A block that stores no text, but words within something else. It says itself what it holds, and cleans it."""

    def words(self, raw):
        """The texts in what it stores."""
        raise NotImplementedError


def inside(block, raw):
    """[(block, stored value, key), ...] of what a block holds: the key is an id, a name or a place in a list."""
    if isinstance(block, blocks.BaseStreamBlock):
        known = block.child_blocks
        return [(known[it["type"]], it["value"], it.get("id") or "") for it in raw or [] if it["type"] in known]
    if isinstance(block, blocks.ListBlock):
        return [(block.child_block, *_unwrapped(item, n)) for n, item in enumerate(raw or [], start=1)]
    if isinstance(block, blocks.BaseStructBlock):
        return [(child, raw[name], name) for name, child in block.child_blocks.items() if name in (raw or {})]
    return []


def rewritten(block, raw, write):
    """The same stored value with every leaf as `write` makes it of the block and what it stores; ids, types and what no
    block knows stay."""
    if isinstance(block, blocks.BaseStreamBlock):
        known = block.child_blocks
        return [_rewrapped(known[it["type"]], it, write) if it["type"] in known else it for it in raw or []]
    if isinstance(block, blocks.ListBlock):
        child = block.child_block
        return [
            _rewrapped(child, item, write) if is_wrapped(item) else rewritten(child, item, write) for item in raw or []
        ]
    if isinstance(block, blocks.BaseStructBlock):
        return (raw or {}) | {name: rewritten(child, value, write) for child, value, name in inside(block, raw)}
    return write(block, raw)


def is_wrapped(item):
    """Whether an item of a list is stored with an id, as Wagtail stores it, or bare, as scripts may write it. Wagtail reads
    by the same rule: a bare item may be a value with a "value" of its own."""
    return isinstance(item, dict) and item.get("type") == "item" and "id" in item and "value" in item


def _unwrapped(item, n):
    return (item["value"], item["id"] or str(n)) if is_wrapped(item) else (item, str(n))


def _rewrapped(block, item, write):
    return item | {"value": rewritten(block, item["value"], write)}
