"""One question with several controls. Each is a field of its own, with its label, and says itself what is wrong with it.

In a request a part is `q-<key>_<part>`. The question has one error: the first that a part has, or its own when nothing at
all was answered. The line of the error summary leads to the control that is wrong.
"""

from django import forms
from django.core.exceptions import ValidationError

from programs.forms.questions.question import Question


class PartsWidget(forms.Widget):
    use_fieldset = True
    template_name = "django/forms/widgets/multiwidget.html"

    def __init__(self, parts):
        super().__init__()
        self.parts, self.wrong = parts, {}

    def value_from_datadict(self, data, files, name):
        return {
            part: field.widget.value_from_datadict(data, files, f"{name}_{part}") for part, field in self.parts.items()
        }

    def value_omitted_from_data(self, data, files, name):
        return all(
            field.widget.value_omitted_from_data(data, files, f"{name}_{part}") for part, field in self.parts.items()
        )

    def id_for_label(self, id_):
        part = next(iter(self.wrong or self.parts))
        return f"{id_}_{part}" if id_ else ""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["subwidgets"] = list(self.subwidgets(name, value, attrs))
        return context

    def subwidgets(self, name, value, attrs=None):
        """What a template needs of every part: its control, its label, what is wrong with it."""
        given = value if isinstance(value, dict) else {}
        for part, field in self.parts.items():
            own = f"{(attrs or {}).get('id', name)}_{part}"
            error = self.wrong.get(part)
            control = {"id": own}
            if (attrs or {}).get("required") and field.required and field.widget.use_required_attribute(None):
                control["required"] = True
            control |= {"aria-describedby": f"{own}_error", "aria-invalid": "true"} if error else {}
            context = field.widget.get_context(f"{name}_{part}", given.get(part), control)
            told = {"part": part, "label": field.label, "error": error, "optional": getattr(field, "optional", False)}
            yield context["widget"] | told


class Select(forms.Select):
    """Django's renders two templates for each of its options: a list of zones would take as long as a page."""

    template_name = "portal/forms/select.html"


class PartsField(forms.Field):
    """`parts` are fields by the name of their part. Cleans to a dict of them, unless `joined` makes something else of it.

    `joined` may raise ValidationError({part: what is wrong with it}).
    """

    def __init__(self, parts, *, joined=dict, widget=PartsWidget, **kwargs):
        super().__init__(widget=widget(parts), **kwargs)
        self.parts, self.joined = parts, joined

    def clean(self, value):
        given = value if isinstance(value, dict) else {}
        self.widget.wrong = {}
        if not any(map(is_answered, given.values())):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return self.joined({})
        try:
            return self.joined(self._cleaned(given))
        except ValidationError as error:
            told = {part: messages[0] for part, messages in error.message_dict.items()}
            self.widget.wrong = {part: told[part] for part in self.parts if part in told}
            raise ValidationError(next(iter(self.widget.wrong.values()))) from None

    def _cleaned(self, given):
        cleaned, wrong = {}, {}
        for part, field in self.parts.items():
            try:
                cleaned[part] = field.clean(given.get(part))
            except ValidationError as error:
                wrong[part] = error.messages[:1]
        if wrong:
            raise ValidationError(wrong)
        return cleaned


def is_answered(value):
    """A part may be a text or a list of them."""
    return bool(value.strip() if isinstance(value, str) else value)


class PartsQuestion(Question):
    field_template = "portal/forms/parts.html"

    @staticmethod
    def raw(data, name):
        return [text for part in data if part.startswith(f"{name}_") for text in data.getlist(part)]

    @classmethod
    def typed(cls, question, raw):
        return [text for text in raw if text.strip()]

    @classmethod
    def refilled(cls, question, name, answer):
        return {f"{name}_{part}": given for part, given in cls.parted(question, answer).items()}

    @classmethod
    def parted(cls, question, answer):
        """{part: [text, ...]} of an answer."""
        return {part: [given] for part, given in answer.items()}
