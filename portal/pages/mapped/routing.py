"""Which page an address leads to, from the map: Wagtail asks the database at every step of the path, and again whether
anything keeps the page private."""

from copy import copy

from django.http.request import split_domain_port
from wagtail import views
from wagtail.models import Page, Site
from wagtail.models.sites import get_site_for_hostname
from wagtail.url_routing import RouteResult

from portal.caching import remembering

from .map import the_map


class RoutingMiddleware:
    """What is not plain to see on the map, such as a private page, an alias or no page at all, is left to Wagtail."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, _kwargs):
        if view is views.serve and remembering.word():
            site = site_of(request)
            if page := site and page_at(site, args[0]):
                request._wagtail_route_for_request = RouteResult(page)


def site_of(request):
    """As Site.find_for_request() finds it, which from then on asks no query for this request."""
    if not hasattr(request, "_wagtail_site") and remembering.word():
        request._wagtail_site = _remembered_site(request)
    return Site.find_for_request(request)


def _remembered_site(request):
    host, port = split_domain_port(request.get_host())[0], request.get_port()
    return copy(remembering.remembered("site", lambda: _site(host, port), of=(host, port)))


def _site(host, port):
    """Without its first page, whose row Wagtail would keep everything in that it finds out about it."""
    try:
        found = get_site_for_hostname(host, port)
    except Site.DoesNotExist:
        return None
    found._state.fields_cache.clear()
    return found


def page_at(site, path):
    """The page with its own rows; None where it is not there any more, or not as the map has it."""
    known = the_map()
    root = known.spots.get(site.root_page_id)
    if root is None:
        return None
    root = known.localized(root, known.active_locale().pk)
    parts = [part for part in path.split("/") if part]
    spot = known.by_address.get(root.url_path + "".join(f"{part}/" for part in parts))
    model = spot and spot.specific_class
    if not spot or not spot.is_public or spot.is_repeated or model is None or model.route is not Page.route:
        return None
    page = model._default_manager.filter(pk=spot.pk, live=True, path=spot.path).first()
    if page:
        page.locale = spot.locale
        page.is_known_public = True
    return page
