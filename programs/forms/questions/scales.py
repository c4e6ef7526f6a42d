"""Scales in the association's own words: for one question, and for a table of statements."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from programs.forms.choosing import every, short

from .choice_lines import ChoiceLines, parsed
from .choices import ChooseOne, OfLines


class Points(ChoiceLines):
    """The points of a scale: those that everybody knows, until an editor has better ones."""

    def get_default(self):
        points = [
            gettext("Strongly disagree"),
            gettext("Disagree"),
            gettext("Neither agree nor disagree"),
            gettext("Agree"),
            gettext("Strongly agree"),
        ]
        return parsed("\n".join(points))


class Scale(ChooseOne):
    """One of a few points that stand in a row."""

    choices = Points(label=_("Points of the scale"))
    other = None
    as_list = None

    EXTRAS = []

    class Meta:
        icon = "bars"
        label = _("Scale, such as agreement")
        form_layout = blocks.BlockGroup(children=["label", "hint", "choices", "required"], settings=OfLines.SETTINGS)

    @classmethod
    def field(cls, question):
        field = super().field(question)
        field.in_a_row = True
        return field


class TableWidget(forms.Widget):
    """A row of radio buttons for each statement. Its value is what was sent of each: {key: texts}."""

    template_name = "django/forms/widgets/multiwidget.html"
    use_fieldset = True

    def __init__(self, statements, points):
        super().__init__()
        self.statements, self.points = statements, points

    def value_from_datadict(self, data, files, name):
        return {key: every(data, f"{name}_{key}") for key, _label in self.statements}

    def subwidgets(self, name, value, attrs=None):
        """A radio for each point of each row; the first of a row names it."""
        radios = forms.RadioSelect(choices=self.points)
        for key, label in self.statements:
            within = {"id": f"{(attrs or {}).get('id', name)}_{key}"}
            chosen = value.get(key, []) if isinstance(value, dict) else []
            row = list(radios.subwidgets(f"{name}_{key}", chosen[-1:], within))
            yield row[0] | {"label": label, "row": row, "row_id": within["id"]}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, None, attrs)
        rows = self.subwidgets(name, value, context["widget"]["attrs"])
        context["widget"]["subwidgets"] = [radio for row in rows for radio in row["row"]]
        return context


class TableField(forms.Field):
    """Cleans to {key of a statement: key of a point}."""

    def __init__(self, *, statements, points, **kwargs):
        super().__init__(widget=TableWidget(statements, points), **kwargs)
        self.statements, self.points = dict(statements), points

    def clean(self, value):
        sent = {key: set(filter(None, texts)) for key, texts in value.items()}
        if any(len(texts) > 1 or not dict(self.points).keys() >= texts for texts in sent.values()):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        answer = {key: next(iter(texts)) for key, texts in sent.items() if texts}
        missing = [label for key, label in self.statements.items() if key not in answer]
        if self.required and missing:
            raise ValidationError(self.lacking(missing), code="required")
        return answer

    def lacking(self, missing):
        """All of them: the whole question; some: which, and how many more."""
        if len(missing) == len(self.statements):
            return self.error_messages["required"]
        more = len(missing) - 1
        told = {"statement": short(missing[0]), "more": more, "question": short(self.label)}
        if not more:
            return gettext("Choose an answer for “%(statement)s” in “%(question)s”") % told
        return (
            ngettext(
                "Choose an answer for “%(statement)s” and %(more)d more in “%(question)s”",
                "Choose an answer for “%(statement)s” and %(more)d more in “%(question)s”",
                more,
            )
            % told
        )


class Table(OfLines):
    """Several statements, each answered by one point of the same scale."""

    statements = ChoiceLines(least=1, label=_("Statements"))
    choices = Points(label=_("Points of the scale"))

    class Meta:
        icon = "table"
        label = _("Table of statements")
        form_layout = blocks.BlockGroup(
            children=["label", "hint", "statements", "choices", "required"], settings=OfLines.SETTINGS
        )

    field_template = "portal/forms/table.html"

    @staticmethod
    def rows_and_points(question):
        return [[(line["key"], line["label"]) for line in question[name]] for name in ("statements", "choices")]

    @classmethod
    def field(cls, question):
        statements, points = cls.rows_and_points(question)
        words = cls.worded(question, gettext("Choose an answer for each statement of “%(question)s”"))
        wrong = gettext("Choose one answer of the scale for each statement of “%(question)s”")
        words["error_messages"]["invalid"] = wrong % {"question": short(question["label"])}
        return TableField(statements=statements, points=points, **words)

    @classmethod
    def refilled(cls, question, name, answer):
        return {f"{name}_{key}": [point] for key, point in answer.items()}

    @classmethod
    def reads(cls, question, answer):
        statements, points = map(dict, cls.rows_and_points(question))
        pairs = [(statements[key], points.get((answer or {}).get(key))) for key in statements]
        told = gettext("%(choice)s: %(words)s")
        return [told % {"choice": label.rstrip(" :"), "words": point} for label, point in pairs if point]

    @classmethod
    def typed(cls, question, raw):
        return cls.reads(question, {key: "".join(texts[-1:]) for key, texts in raw.items()})
