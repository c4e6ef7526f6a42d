"""Questions fold to one line in the editor, which tells what is asked, whether it must be answered, and when it shows."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail.blocks.struct_block import StructBlockAdapter

from programs.forms.questions.question import Question


class QuestionAdapter(StructBlockAdapter):
    """Tells programs/static/programs/forming.js the words of that line."""

    js_constructor = "programs.forms.Question"

    def js_args(self, block):
        name, children, meta = super().js_args(block)
        told = {
            "required": gettext("required"),
            "optional": gettext("optional"),
            "sensitive": gettext("sensitive"),
            "after": gettext("only after “QUESTION”"),
        }
        return [name, children, meta | {"told": told}]

    @cached_property
    def media(self):
        return super().media + forms.Media(js=["programs/forming.js"])


FOLDED = (QuestionAdapter(), Question)
"""What is registered with Wagtail's telepath."""
