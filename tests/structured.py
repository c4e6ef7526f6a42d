"""What a reader of structured data finds in a page: html5lib is no parser of ours."""

import json

import html5lib


def things_in(html):
    """The JSON-LD of a page, a thing each block."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return [json.loads(block.text) for block in tree.iterfind(".//script[@type='application/ld+json']")]
