"""What stands between questions."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class Statement(blocks.StructBlock):
    """Only informs; asks nothing."""

    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "ul"])

    class Meta:
        icon = "info-circle"
        label = _("Statement")

    def is_finished(self, value):
        return bool(value["text"])

    def definition(self, child, taken):
        return {"type": child.block_type, "text": child.value["text"].source}
