"""What an editor fills in about a question: blocks that cut nothing, and what browsers may fill in for applicants."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.date_fields.fields import DayField
from programs.forms.audiences import CHOOSABLE
from programs.forms.fields import LineField, TextField

LONGEST = 2000
"""Characters of a label, a hint, a reason. What is longer is refused with its length: no browser is told to cut it."""


class Line(blocks.CharBlock):
    """Words on one line, in a control that grows with them."""

    def __init__(self, required=True, help_text=None, max_length=LONGEST, **kwargs):
        super().__init__(required=required, help_text=help_text, max_length=max_length, **kwargs)
        told = {"required": required, "help_text": help_text, "max_length": max_length}
        self.field = LineField(widget=AdminAutoHeightTextInput(attrs={"rows": 1, "data-most": max_length}), **told)


class Told(blocks.TextBlock):
    """Words that may take several lines."""

    def __init__(self, max_length=LONGEST, **kwargs):
        super().__init__(max_length=max_length, **kwargs)
        self.most = max_length

    @cached_property
    def field(self):
        attrs = {"rows": self.rows, "data-most": self.most}
        return TextField(widget=AdminAutoHeightTextInput(attrs=attrs), **self.field_options)


class Day(blocks.DateBlock):
    """A day as staff type it everywhere else."""

    @cached_property
    def field(self):
        return DayField(required=self.field_options["required"], help_text=self.field_options["help_text"])


TOKENS = [
    ("off", _("Nothing")),
    ("name", _("Full name")),
    ("given-name", _("First name")),
    ("family-name", _("Last name")),
    ("honorific-prefix", _("Title, such as Dr.")),
    ("nickname", _("Nickname")),
    ("email", _("Email address")),
    ("tel", _("Phone number")),
    ("url", _("Web address")),
    ("organization", _("Employer or organization")),
    ("organization-title", _("Job title")),
    ("address-line1", _("Street address")),
    ("address-level2", _("City")),
    ("address-level1", _("State, province or region")),
    ("postal-code", _("Postal code")),
    ("country-name", _("Country")),
    ("language", _("Preferred language")),
    ("bday", _("Date of birth")),
    ("bday-year", _("Year of birth")),
]
"""Of the tokens of HTML's `autocomplete`, those that a form of an association may ask for."""


def autocomplete_block():
    return blocks.ChoiceBlock(
        label=_("What a browser may fill in"),
        choices=TOKENS,
        required=False,
        help_text=_("What people have told their browser about themselves, so that they need not type it again."),
    )


def audience_block(choosable=CHOOSABLE):
    return blocks.MultipleChoiceBlock(
        label=_("Who may see the answer"),
        choices=[(audience.value, audience.label) for audience in choosable],
        required=False,
        help_text=_(
            "Nobody chosen: coordinators and all who read for the committee. Whoever is not named here sees neither the "
            "question nor its answer; people can always read again what they wrote."
        ),
        widget=forms.CheckboxSelectMultiple,
    )
