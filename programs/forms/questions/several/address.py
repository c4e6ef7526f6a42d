from copy import copy

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from programs.forms.fields import EmailField, LineField, TextField
from programs.forms.questions.contact import PhoneField
from programs.forms.questions.question import arranged

from .parts import PartsField, PartsQuestion

PARTS = {
    "given-name": (_("First name"), _("Enter the first name")),
    "family-name": (_("Last name"), _("Enter the last name")),
    "organization": (_("Organization"), ""),
    "street": (_("Street address"), _("Enter the street address")),
    "city": (_("City"), _("Enter the city")),
    "region": (_("State, province or region"), ""),
    "postal-code": (_("Postal code"), ""),
    "country": (_("Country"), _("Enter the country")),
    "phone": (_("Phone number"), ""),
    "email": (_("Email address"), ""),
}
"""Each with its label and what is said when it is missing; those without are never required: not every country has them."""
USUAL = ["street", "city", "region", "postal-code", "country"]
TOKENS = {
    "street": "street-address",
    "city": "address-level2",
    "region": "address-level1",
    "country": "country-name",
    "phone": "tel",
}
"""What HTML calls a part for browsers that fill it in, where it is not our name for it."""
KINDS = {
    "street": (TextField, 300, forms.Textarea({"rows": 2})),
    "phone": (PhoneField, 60, forms.TelInput()),
    "email": (EmailField, 254, forms.EmailInput()),
}
"""Field, most characters and control of those that are more than words on one line."""


class Contact(PartsQuestion):
    parts = blocks.MultipleChoiceBlock(
        label=_("What of it is asked"),
        choices=[(part, label) for part, (label, _missing) in PARTS.items()],
        default=USUAL,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        icon = "home"
        label = _("Contact or address")
        form_layout = arranged("parts")

    def is_finished(self, value):
        return super().is_finished(value) and bool(value["parts"])

    def definition(self, child, taken):
        return super().definition(child, taken) | {"parts": [part for part in PARTS if part in child.value["parts"]]}

    @classmethod
    def field(cls, question):
        parts = {part: part_field(part) for part in question.get("parts", USUAL) if part in PARTS}
        return PartsField(parts, joined=cls.joined, **cls.worded(question, gettext("Fill in “%(question)s”")))

    @staticmethod
    def joined(cleaned):
        return {part: text for part, text in cleaned.items() if text}

    @classmethod
    def reads(cls, question, answer):
        """The way it stands on an envelope."""
        given = answer or {}
        lines = [
            [given.get("given-name"), given.get("family-name")],
            [given.get("organization")],
            *([line] for line in (given.get("street") or "").splitlines()),
            [", ".join(filter(None, [given.get("city"), given.get("region")])), given.get("postal-code")],
            *([given.get(part)] for part in ("country", "phone", "email")),
        ]
        return [" ".join(filter(None, line)) for line in lines if any(line)]

    @classmethod
    def columns(cls, question, answer):
        asked = [part for part in question.get("parts", USUAL) if part in PARTS]
        return [(part, f"{question['label']}: {PARTS[part][0]}", (answer or {}).get(part, "")) for part in asked]


def part_field(part):
    label, missing = PARTS[part]
    kind, most, widget = KINDS.get(part, (LineField, 200, forms.TextInput()))
    field = kind(
        label=label,
        required=bool(missing),
        max_length=most,
        widget=copy(widget),
        error_messages={"required": missing},
    )
    field.widget.attrs = widget.attrs | {"autocomplete": TOKENS.get(part, part)}
    field.optional = not missing
    return field
