"""Pages that stand together below one page, such as a program's goals and readings, and the navigation they share."""

from wagtail.models import Page

from portal.pages.mapped.map import the_map


def family(page):
    """The published pages below a page that its editors show in menus; private ones are not named."""
    return the_map().menu(page.path)


def siblings(page):
    """The same for a page's own place: it and the pages beside it, where there are several."""
    found = the_map().menu(page.path[: -Page.steplen])
    return found if len(found) > 1 else []
