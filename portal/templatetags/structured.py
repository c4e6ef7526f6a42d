"""schema.org data that any page can give: where it stands, and what it lists."""

from django import template

from portal.pages.structured import breadcrumbs, data_block, item_list

register = template.Library()


@register.simple_tag(takes_context=True)
def breadcrumb_data(context):
    """Where the page of this context stands."""
    page = context["page"]
    return data_block(breadcrumbs(context.get("trail") or [], page.title, page.url))


@register.simple_tag
def list_data(groups):
    """What a page lists in groups, each with `entries` that have a name and an address, in this order."""
    return data_block(item_list("ItemList", [(entry.name, entry.url) for group in groups for entry in group.entries]))
