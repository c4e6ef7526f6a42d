"""What a page says to machines: schema.org data as JSON-LD, in a block that is data and no script."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import mark_safe

from portal.site.addresses import absolute

CONTEXT = "https://schema.org"
ESCAPES = {"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"}
"""No text can end the block or open a comment in it."""


def data_block(thing):
    """The element for a thing {"@type": …}; what is not known (None, "", []) is left out."""
    text = json.dumps({"@context": CONTEXT} | known(thing), cls=DjangoJSONEncoder, ensure_ascii=False)
    for mark, escaped in ESCAPES.items():
        text = text.replace(mark, escaped)  # in a long text many times faster than str.translate
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 (escaped)


def known(value):
    """The same without what is not known, at any depth."""
    if isinstance(value, dict):
        return {name: known(part) for name, part in value.items() if part not in (None, "", [], {})}
    return [known(part) for part in value] if isinstance(value, list) else value


def breadcrumbs(trail, title, address):
    """`trail`: (title, address) of each page above this one."""
    return item_list("BreadcrumbList", [*trail, (title, address)])


def item_list(kind, places):
    """`places`: (name, address); an address may be empty."""
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item" if kind == "BreadcrumbList" else "url": url}
        for number, (name, url) in enumerate([(name, url and whole(url)) for name, url in places], start=1)
    ]
    return {"@type": kind, "itemListElement": items}


def whole(url):
    """An address elsewhere stays as it is."""
    return url if "://" in url else absolute(url)
