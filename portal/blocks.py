"""Prose blocks that any page may use."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class SectionBlock(blocks.StructBlock):
    """A heading with prose under it. Its heading is also an entry of the page's own navigation."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"))

    class Meta:
        icon = "title"
        label = _("Section")
        template = "portal/blocks/section.html"


class NoticeBlock(blocks.StructBlock):
    """Something a reader must not miss, said in a box."""

    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link"])

    class Meta:
        icon = "warning"
        label = _("Notice")
        template = "portal/blocks/notice.html"


def prose_blocks():
    """The blocks every page's body starts from; a page type adds its own behind them."""
    return [
        ("section", SectionBlock()),
        ("text", blocks.RichTextBlock(label=_("Text"), icon="pilcrow", template="portal/blocks/text.html")),
        ("notice", NoticeBlock()),
    ]
