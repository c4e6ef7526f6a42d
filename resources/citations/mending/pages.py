"""Pages as files write them."""

import re

HYPHENS = "‐‑‒–—−-"
PAGES = re.compile(rf"^([^\s{HYPHENS}]+?)\s*[{HYPHENS}]+\s*([^\s{HYPHENS}]+)$")
LABEL = re.compile(r"^(?:pp?|pages?|pgs?)\.?\s*(?=[\divxlc])", re.I)
NONE = re.compile(
    r"^(no|none|n\.?\s?a\.?|n/a|n\.?\s?pag\.?|no[\s-]+(pages?|pagination|specified).*|unpaginated|undefined|null|not\s+specified)$",
    re.I,
)


def range_of(text):
    return PAGES.match(text)


def are_none(text):
    """Whether words stand there that say there are no pages."""
    return bool(NONE.match(text.strip(" [].")))


def plain_pages(text):
    """“pp. 5‐19” is 5–19, and “7–7” the page 7; a plain hyphen stays, styles read it."""
    text = LABEL.sub("", text.strip())
    text = re.sub(r"\s*(?:--+|[‐‑‒–—−])\s*", "–", text)
    found = PAGES.match(text)
    return found[1] if found and found[1] == found[2] else text
