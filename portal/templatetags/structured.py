"""schema.org data that any page can give: where it stands, and what it lists."""

from django import template

from portal.structured import breadcrumbs, data_block, item_list

register = template.Library()


@register.simple_tag(takes_context=True)
def breadcrumb_data(context):
    """Where the page of this context stands."""
    page = context["page"]
    return data_block(breadcrumbs(context.get("trail") or [], page.title, page.url))


@register.simple_tag
def list_data(entries):
    """A list of programs, each with `program` and `url`, in the order in which the page shows them."""
    return data_block(item_list("ItemList", [(entry.program.name, entry.url) for entry in entries]))
