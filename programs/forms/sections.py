"""Questions under headings, the way a form page holds them, and what stands between them."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .questions import QUESTIONS
from .questions.question import ShownIf


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

    def stored(self, question):
        return {"text": question["text"]}


class Questions(blocks.StreamBlock):
    statement = Statement()

    def __init__(self, *args, **kwargs):
        super().__init__([(name, question()) for name, question in QUESTIONS.items()], *args, **kwargs)

    class Meta:
        collapsed = True


class Section(blocks.StructBlock):
    """Questions that belong together, under one heading."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    intro = blocks.TextBlock(label=_("Introduction"), required=False, rows=2)
    shown_if = ShownIf()
    questions = Questions(label=_("Questions"))

    class Meta:
        icon = "form"
        label = _("Section")
        form_layout = blocks.BlockGroup(children=["heading", "intro", "questions"], settings=["shown_if"])
