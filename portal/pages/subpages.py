"""Pages that stand together below one page, such as a program's goals and readings, and the navigation they share."""

from portal.pages.readable import for_everybody


def family(page):
    """The published pages below a page that its editors show in menus; private ones are not named. One query."""
    return _shown(page.get_children())


def siblings(page):
    """The same for a page's own place: it and the pages beside it, where there are several."""
    found = _shown(page.get_siblings())
    return found if len(found) > 1 else []


def _shown(pages):
    return list(for_everybody(pages).in_menu())
