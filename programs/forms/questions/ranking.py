"""Choices in an order of one's own, without dragging: a list to choose from for each place."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from programs.forms.choosing import check_number, every, short

from .choice_lines import ChoiceLines
from .choices import OfLines, wrong_numbers

PLACES = [_("First choice"), _("Second choice"), _("Third choice"), _("Fourth choice"), _("Fifth choice")]
MOST = 3


def place(n):
    return str(PLACES[n]) if n < len(PLACES) else gettext("Choice %(number)d") % {"number": n + 1}


class PlacesWidget(forms.Widget):
    """As many lists as there are places. Its value is what was chosen in each, with gaps."""

    template_name = "django/forms/widgets/multiwidget.html"
    use_fieldset = True

    def __init__(self, choices, places):
        super().__init__()
        self.list = forms.Select(choices=[("", gettext("Choose")), *choices])
        self.places = places

    def value_from_datadict(self, data, files, name):
        return [every(data, f"{name}_{n + 1}") for n in range(self.places)]

    def subwidgets(self, name, value, attrs=None):
        for n in range(self.places):
            chosen = value[n][-1:] if isinstance(value, list) else ""
            within = {"id": f"{(attrs or {}).get('id', name)}_{n + 1}"}
            yield self.list.get_context(f"{name}_{n + 1}", chosen, within)["widget"] | {"label": place(n)}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, None, attrs)
        context["widget"]["subwidgets"] = list(self.subwidgets(name, value, context["widget"]["attrs"]))
        return context


class RankField(forms.Field):
    """Cleans to the keys in their order."""

    def __init__(self, *, choices, least, places, **kwargs):
        super().__init__(widget=PlacesWidget(choices, places), **kwargs)
        self.choices, self.least = dict(choices), least

    def clean(self, value):
        if any(len(set(sent)) > 1 for sent in value) or not self.choices.keys() >= _given(value):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        places = ["".join(sent[-1:]) for sent in value]
        ranked = [key for key in places if key]
        if self.required and not ranked:
            raise ValidationError(self.error_messages["required"], code="required")
        self.check_order(places, ranked)
        if ranked:
            check_number(self.label, len(ranked), self.least, None)
        return ranked

    def check_order(self, places, ranked):
        twice = next((key for key in ranked if ranked.count(key) > 1), None)
        if twice:
            told = gettext("“%(choice)s” has two places in “%(question)s”: give each answer one place")
            raise ValidationError(told % {"choice": short(self.choices[twice]), "question": short(self.label)})
        gap = places.index("") if "" in places else len(places)
        if gap < len(ranked):
            told = gettext("Leave no place empty before another in “%(question)s”: “%(place)s” is empty")
            raise ValidationError(told % {"place": place(gap), "question": short(self.label)})


def _given(value):
    return {key for sent in value for key in sent if key}


class Rank(OfLines):
    choices = ChoiceLines(label=_("Choices"))
    most = blocks.IntegerBlock(label=_("How many places"), default=MOST, min_value=1, max_value=20)
    least = blocks.IntegerBlock(label=_("Places that must be given"), default=1, min_value=1, max_value=20)

    class Meta:
        icon = "order"
        label = _("Rank the first choices")
        form_layout = blocks.BlockGroup(
            children=["label", "hint", "choices", "most", "least", "required"], settings=OfLines.SETTINGS
        )

    field_template = "portal/forms/rank.html"

    def definition(self, child, taken):
        limits = {"most": child.value["most"] or MOST, "least": child.value["least"] or 1}
        return super().definition(child, taken) | limits

    def faults(self, value):
        yield from super().faults(value)
        yield from wrong_numbers(value["least"], value["most"], len(value["choices"]))

    @staticmethod
    def pairs(question):
        return [(choice["key"], choice["label"]) for choice in question["choices"]]

    @classmethod
    def options(cls, question):
        return cls.pairs(question)

    @staticmethod
    def chosen(kept):
        return kept

    @classmethod
    def field(cls, question):
        words = cls.worded(question, gettext("Choose your first choice for “%(question)s”"))
        wrong = gettext("Choose among the answers to “%(question)s”") % {"question": short(question["label"])}
        words["error_messages"]["invalid"] = wrong
        pairs = cls.pairs(question)
        return RankField(choices=pairs, least=question["least"], places=min(question["most"], len(pairs)), **words)

    @classmethod
    def refilled(cls, question, name, answer):
        return {f"{name}_{n}": [key] for n, key in enumerate(answer, start=1)}

    @classmethod
    def reads(cls, question, answer):
        labels = dict(cls.pairs(question))
        known = [labels[key] for key in answer or [] if key in labels]
        return [f"{n}. {label}" for n, label in enumerate(known, start=1)]

    @classmethod
    def typed(cls, question, raw):
        labels = dict(cls.pairs(question))
        places = [(n, labels.get("".join(raw.get(str(n + 1), [])[-1:]))) for n in range(question["most"])]
        return [f"{n + 1}. {label}" for n, label in places if label]
