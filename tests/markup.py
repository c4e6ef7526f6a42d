"""A page's markup for tests that are about something else than the direction of what people typed."""

import re


def undirected(html):
    """Without the attributes and elements by which each typed text reads in its own direction."""
    return re.sub(r' dir="auto"|</?bdi>', "", html)
