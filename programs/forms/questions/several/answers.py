from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from programs.forms.fields import LineField
from programs.forms.questions.question import Question, arranged

from .parts import PartsField, PartsQuestion


class ShortAnswers(PartsQuestion):
    """A list: a box for each answer that may be given, so that nothing has to be added, and an answer is one line."""

    MOST, USUAL = 10, 3

    most = blocks.IntegerBlock(label=_("Most answers"), default=USUAL, min_value=2, max_value=MOST)

    class Meta:
        icon = "list-ol"
        label = _("Several short answers")
        form_layout = arranged("most", settings=Question.SETTINGS)

    def definition(self, child, taken):
        return super().definition(child, taken) | {"most": child.value["most"] or self.USUAL}

    @classmethod
    def field(cls, question):
        numbers = range(1, question.get("most", cls.USUAL) + 1)
        parts = {
            str(n): LineField(label=gettext("Answer %(n)d") % {"n": n}, required=False, max_length=300) for n in numbers
        }
        words = cls.worded(question, gettext("Enter an answer to “%(question)s”"))
        return PartsField(parts, joined=cls.joined, **words)

    @staticmethod
    def joined(cleaned):
        return [text for text in cleaned.values() if text]

    @classmethod
    def parted(cls, question, answer):
        return {str(n): [text] for n, text in enumerate(answer, start=1)}

    @classmethod
    def reads(cls, question, answer):
        return list(answer or [])
