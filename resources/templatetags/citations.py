"""Citations in templates. The style is asked once for a page, never once for an entry."""

from django import template
from django.urls import reverse
from wagtail.models import Site

from portal.caching.remembering import remembered
from portal.pages.structured import data_block
from resources.citations.lookups import lookups
from resources.citations.machines.schema_org import item_list
from resources.models import ReadingSettings

register = template.Library()
register.filter("lookups", lookups)


@register.simple_tag(takes_context=True)
def citation_style(context):
    """The style that the site of this request has chosen; a page that is shown without a request has the usual one."""
    return reading_settings(context).style


@register.simple_tag(takes_context=True)
def reading_settings(context):
    """Of the site of this request; the usual ones where there is none."""
    request = context.get("request")
    if not request:
        return ReadingSettings()
    site = Site.find_for_request(request)
    return remembered("reading settings", lambda: ReadingSettings.for_site(site), of=site and site.pk)


@register.simple_tag
def cited(citation, style):
    return citation.in_style(style)


@register.filter
def for_citation(checked, citation):
    """When the citation's link last answered a check; None where it did not, or was not asked."""
    return (checked or {}).get(citation.address)


@register.filter
def in_all_styles(citation):
    return [(label, citation.in_style(style)) for style, label in ReadingSettings.Style.choices]


@register.simple_tag
def files_of(page):
    """Where the files of a reading list stand; each is named after a citation or all of them."""
    return reverse("reading_list_file", args=[page.pk, "ris"]).removesuffix("citations.ris")


@register.simple_tag
def reading_data(page, groups):
    """The reading list as schema.org's ItemList, its works in their order."""
    return data_block(item_list(page.title, [entry.row for group in groups for entry in group.entries]))
