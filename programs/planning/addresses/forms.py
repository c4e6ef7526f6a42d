"""A form with an address of the committee in it.

Whoever changes one can turn the next applicants' answers to an address of their own. So only coordinators may, others
who plan read it; what was posted past that changes nothing and says so.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from programs import access


class CommitteeAddress:
    """A form with one field that only the program's coordinators may change."""

    committee_field = ""

    def keep_for_committee(self, program):
        """To be called by the form once it knows its program."""
        field = self.fields[self.committee_field]
        if not access.may(self.for_user, access.ADDRESSES, program):
            field.disabled = True
            field.help_text = gettext("Only a coordinator of the program’s committee can change this.")

    def clean(self):
        cleaned = super().clean()
        field, name = self.fields[self.committee_field], self.committee_field
        posted = self.data.get(self.add_prefix(name))
        if field.disabled and posted is not None and posted.strip() != (self.get_initial_for_field(field, name) or ""):
            told = gettext("Only a coordinator of the program’s committee can change this. It stays as it was.")
            self.add_error(name, ValidationError(told))
        return cleaned

    def changed_address(self):
        """(row, field, before, after) or nothing."""
        name = self.committee_field
        before, after = self.initial.get(name) or "", self.cleaned_data.get(name) or ""
        return [(self.instance, name, before, after)] if before != after and not self.fields[name].disabled else []
