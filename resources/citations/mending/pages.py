"""Pages, volumes and issues as files write them."""

import re

HYPHENS = "‐‑‒–—−-"
PAGES = re.compile(rf"^([^\s{HYPHENS}]+?)\s*[{HYPHENS}]+\s*([^\s{HYPHENS}]+)$")
LABEL = re.compile(r"^(?:pp?|pages?|pgs?)\.?\s*(?=[\divxlc])", re.I)
LABELS = {
    "volume": re.compile(r"^(?:vol(?:ume)?s?\b\.?|v\.)\s*(?=\d|[IVXLC]+$)", re.I),
    "issue": re.compile(r"^(?:(?:no|nos|nr|num|iss|issues?|number)\b\.?|[№#])\s*(?=\d)", re.I),
}
"""What styles say before the number themselves."""
NONE = re.compile(
    r"^(no|none|n\.?\s?a\.?|n/a|n\.?\s?pag\.?|no[\s-]+(pages?|pagination|specified).*|unpaginated|undefined|null|not\s+specified)$",
    re.I,
)


def range_of(text):
    return PAGES.match(text)


def are_none(text):
    """Whether words stand there that say there are no pages."""
    return bool(NONE.match(text.strip(" [].")))


def plain_number(variable, text):
    """“Vol. 57” is the volume 57, “no. 5” the issue 5."""
    return LABELS[variable].sub("", text.strip())


def plain_pages(text):
    """“pp. 5‐19” is 5–19, and “7–7” the page 7; a plain hyphen stays, styles read it."""
    text = LABEL.sub("", text.strip())
    text = re.sub(r"\s*(?:--+|[‐‑‒–—−])\s*", "–", text)
    found = PAGES.match(text)
    return found[1] if found and found[1] == found[2] else text
