"""Who can apply, as fields: of a role, and of a call that asks otherwise than its role."""

from django import forms
from django.utils.translation import gettext
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from programs.models import Call
from programs.offer import eligibility

from .panels import FoldedPanel, ReadersSee

CONDITIONS = (
    "member_of",
    "membership",
    "member_also",
    "may_join",
    "years_least",
    "years_below",
    "years_most",
    "first_year",
    "newcomers",
    "students",
    "age_least",
    "guardian",
    "conditions",
    "conditions_es",
    "exceptions",
)


class Boxes(forms.CheckboxSelectMultiple):
    """Several of many, without a key to hold down."""

    def __init__(self, attrs=None, choices=()):
        super().__init__({"class": "planning-boxes"} | (attrs or {}), choices)


class Picked(Boxes):
    """Of very many: shows those that are ticked, and those that one looks for."""

    template_name = "programs/planning/picked.html"

    class Media:
        js = ("programs/picked.js",)


def condition_words(row):
    """Of a role, or of a call: whose conditions count for it."""
    asked = row.asks if isinstance(row, Call) else row
    return eligibility.sentences(asked) or [gettext("Anybody can apply.")]


def conditions_panel(heading, *before):
    """The fields folded away, after what readers are told; with these panels first."""
    return MultiFieldPanel([ReadersSee(condition_words), FoldedPanel([*before, *condition_fields()])], heading)


def condition_fields():
    return [
        FieldPanel("member_of", widget=Picked),
        FieldPanel("membership"),
        FieldPanel("member_also", widget=forms.Select),
        FieldPanel("may_join"),
        FieldRowPanel([FieldPanel("years_least"), FieldPanel("years_below"), FieldPanel("years_most")]),
        FieldPanel("first_year"),
        FieldRowPanel([FieldPanel("newcomers"), FieldPanel("students")]),
        FieldRowPanel([FieldPanel("age_least"), FieldPanel("guardian")]),
        FieldPanel("conditions"),
        FieldPanel("conditions_es"),
        FieldPanel("exceptions"),
    ]
