"""Prose blocks that any page may use."""

from itertools import count

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.files.blocks import material_blocks


class Anchored(blocks.StructValue):
    """The value of a block that can be led to. Its `anchor` is an id in the page, given by anchored()."""

    anchor = ""

    @property
    def wanted_anchor(self):
        return self.block.name


class Headed(Anchored):
    """The value of a block that opens with a heading: the editor's own, or else the usual one of its kind.

    A kind says in its Meta under which name its `content` stands. Without content nothing is shown, not even the heading.
    """

    @property
    def title(self):
        return self.get("heading") or self.block.meta.usual_heading

    @property
    def is_shown(self):
        return bool(self.get(self.block.meta.content))

    @property
    def wanted_anchor(self):
        return slugify(self.title, allow_unicode=True) or "section"


def anchored(body):
    """The body's blocks, each with an anchor of its own: of two that want `goals`, the second has `goals-2`."""
    taken = set()
    for value in (block.value for block in body if isinstance(block.value, Anchored)):
        numbered = (f"{value.wanted_anchor}-{n}" if n > 1 else value.wanted_anchor for n in count(1))
        value.anchor = next(anchor for anchor in numbered if anchor not in taken)
        taken.add(value.anchor)
    return body


class HeadedBlock(blocks.StructBlock):
    """What blocks with a heading have in common. Their headings are the entries of the page's own navigation."""

    class Meta:
        value_class = Headed
        usual_heading = ""
        content = "text"


class SectionBlock(HeadedBlock):
    """A heading with prose under it."""

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
        *material_blocks(),
    ]
