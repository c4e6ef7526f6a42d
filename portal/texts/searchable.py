"""What a published page says, as plain texts, and as the words that search compares. Reads no row but the page's own."""

from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing
from wagtail.search import index

from portal.texts.finding import runs
from portal.texts.folding import findable
from portal.texts.walking import inside

MOST_CHARACTERS = 200_000
"""Of one page in the index; PostgreSQL refuses an entry of a megabyte."""


class SearchablePage:
    """Keeps its folded words in Wagtail's search index, which follows every save of the page."""

    search_fields = Page.search_fields + [index.SearchField("folded_words"), index.AutocompleteField("folded_title")]
    kept_from_index = ()
    """Fields whose text depends on other rows: who searches reads them when asked, so that nothing held back is found."""

    def published_texts(self):
        """Every text that the page's own fields hold, in their order, without markup."""
        for field in self._meta.local_fields:
            if field.name not in self.kept_from_index:
                yield from _field_texts(field, getattr(self, field.attname))
        yield self.search_description

    def folded_words(self):
        """Between two marks, so that the first word and the last, too, have a blank on both sides."""
        return f"·{findable(' '.join(self.published_texts()))[:MOST_CHARACTERS]}·"

    def folded_title(self):
        """Its parts by which staff find it (page_search.py)."""
        return f"{findable(self.title)}{' '.join(runs(self.title))}"


def _field_texts(field, value):
    if isinstance(field, StreamField):
        yield from block_texts(field.stream_block, field.stream_block.get_prep_value(value))
    elif isinstance(field, RichTextField):
        yield get_text_for_indexing(value)
    elif isinstance(field, models.CharField | models.TextField) and not isinstance(field, models.URLField):
        yield value


def block_texts(block, raw):
    """The texts in a block's stored value. A block with search_index=False, or without the content that its Meta names,
    is not shown to readers."""
    content = getattr(block.meta, "content", None)
    if not raw or not getattr(block, "search_index", True) or (content and not raw.get(content)):
        return
    if isinstance(block, blocks.RichTextBlock):
        yield get_text_for_indexing(raw)
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield raw
    else:
        for child, value, _key in inside(block, raw):
            yield from block_texts(child, value)
