"""Blocks for what pages show beside words: pictures, documents, recordings."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock


class PictureBlock(blocks.StructBlock):
    """A picture with what it shows, in words, or said to be decorative; Wagtail's block asks for one of them."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(
        label=_("Caption"), required=False, max_length=300, help_text=_("Shown under the picture, such as who took it.")
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "portal/blocks/picture.html"


class DocumentBlock(blocks.StructBlock):
    """A link to a document that says of which kind and how large it is."""

    document = DocumentChooserBlock(label=_("Document"))
    text = blocks.CharBlock(
        label=_("Text of the link"), required=False, max_length=200, help_text=_("Empty: the document’s title.")
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "portal/blocks/document.html"


class RecordingBlock(blocks.StructBlock):
    """A recording elsewhere. Nothing of it is loaded before a reader presses."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    address = blocks.URLBlock(
        label=_("Address"), help_text=_("Of YouTube and Vimeo, readers can watch it on the page. Others get a link.")
    )

    class Meta:
        icon = "media"
        label = _("Recording")
        template = "portal/blocks/recording.html"


def material_blocks():
    return [("picture", PictureBlock()), ("document", DocumentBlock()), ("recording", RecordingBlock())]
