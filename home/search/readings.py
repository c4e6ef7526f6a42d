"""What reading lists show at this moment: a citation that became complete or lost a part counts at once."""

from wagtail.rich_text import get_text_for_indexing

from resources.models import ReadingListPage


def reading_texts(pks):
    """{page: plain texts} of the citations, notes and headings that the lists publish, in two queries for all."""
    pages = list(ReadingListPage.objects.filter(pk__in=pks))
    block = ReadingListPage._meta.get_field("body").stream_block
    stored = [block.get_prep_value(page.body) for page in pages]
    for page, body in zip(pages, block.bulk_to_python(stored), strict=True):
        page.body = body
    return {page.pk: list(_texts(page.groups())) for page in pages}


def _texts(groups):
    for group in groups:
        yield from (group.heading, group.intro)
        for entry in group.entries:
            yield f"{get_text_for_indexing(entry.row.formatted)} {entry.note}"
