"""Menus as bakerydemo makes them."""

from django import template
from wagtail.models import Page, Site

register = template.Library()


@register.simple_tag(takes_context=True)
def site_root(context):
    return Site.find_for_request(context["request"]).root_page


@register.simple_tag
def top_menu(parent):
    return parent.get_children().live().in_menu()


@register.simple_tag
def breadcrumbs(page):
    return Page.objects.ancestor_of(page, inclusive=True).filter(depth__gt=1)
