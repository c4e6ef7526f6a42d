"""The questions: only those that the answer of some program hangs on, and none that must be answered."""

from django import forms
from django.utils.translation import gettext_lazy as _

from home.filters import SIDES, host_label
from programs.models import Role
from programs.offer.fit import Reader

NONE = "none"
YES_OR_NO = [("", _("I would rather not say")), ("yes", _("Yes")), ("no", _("No"))]
MOST_YEARS = 120


def yes_or_no(label, hint=""):
    return forms.TypedChoiceField(
        label=label,
        help_text=hint,
        choices=YES_OR_NO,
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
    )


def number(label, hint=""):
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=0,
        max_value=MOST_YEARS,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


def turns_on_study(role):
    """That students are welcome too matters only beside a condition that they need not meet."""
    return role.students == role.Students.ONLY or (role.students and role.asks_years)


def bodies(role):
    return [*(host.pk for host in role.member_of.all()), *([role.member_also_id] if role.member_also_id else [])]


class Questions(forms.Form):
    def __init__(self, roles, hosts, *args, **kwargs):
        """`roles`, and calls that ask otherwise, with their bodies; `hosts` is every host by its key."""
        super().__init__(*args, label_suffix="", **kwargs)
        self.hosts = hosts
        sides = {role.side for role in roles if isinstance(role, Role)}
        if len(sides) > 1:
            wanted = [("", _("Anything"))] + [(side.value, label) for side, label in SIDES.items() if side in sides]
            self.fields["role"] = forms.ChoiceField(label=_("What would you like?"), choices=wanted, required=False)
        self.add_membership({pk for role in roles for pk in bodies(role)})
        if any(role.asks_years for role in roles):
            self.fields["years"] = number(
                _("How many years of experience do you have?"), _("In libraries or archives.")
            )
        if any(turns_on_study(role) for role in roles):
            self.fields["student"] = yes_or_no(_("Are you a student?"))
        if any(role.first_year for role in roles):
            self.fields["first_year"] = yes_or_no(_("Are you in the first year of your post?"))
        if any(role.age_least for role in roles):
            self.fields["age"] = number(_("How old are you?"), _("Some programs ask for a least age."))

    def add_membership(self, bodies):
        if not bodies:
            return
        labels = sorted((host_label(self.hosts[pk]), str(pk)) for pk in bodies)
        self.fields["member_of"] = forms.MultipleChoiceField(
            label=_("Of which are you a member?"),
            help_text=_("Tick nothing if you would rather not say."),
            choices=[(value, label) for label, value in labels] + [(NONE, _("None of these"))],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        self.fields["would_join"] = yes_or_no(_("Would you join one of them?"))

    def reader(self):
        said = {name: self.cleaned_data.get(name) for name in ("years", "student", "first_year", "age", "would_join")}
        return Reader(member_of=self.memberships(), **said)

    def memberships(self):
        """With every body that a ticked one is part of: nobody is in a section without being in its division."""
        ticked = self.cleaned_data.get("member_of")
        if not ticked:
            return None
        found = set()
        for pk in (int(value) for value in ticked if value != NONE):
            while pk and pk not in found:
                found.add(pk)
                pk = self.hosts[pk].parent_id
        return frozenset(found)
