"""Addresses that belong to the committee: where letters are answered to, and a form on another site.

Whoever changes one can turn the next applicants' answers to an address of their own. So only coordinators may, others
who plan read it; what was posted past that changes nothing and says so; and each change is logged with both values.
"""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from programs import access
from programs.models import Call, Program

CHANGED = "programs.change_address"
TOLD_FOR = timedelta(days=14)
"""So long the admin's home of the committee tells of a change."""


def register_log_actions(actions):
    actions.register_action(CHANGED, _("Change an address"), _("Address changed"))


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


class LoggingAddresses:
    """A view that saves a form with such fields, or one with such forms inside: logs each change, with both values."""

    def save_instance(self):
        row = super().save_instance()
        for changed, name, before, after in self._changed_addresses():
            data = {"row": str(changed), "field": name, "old": before, "new": after}
            log(self._program_of(row), CHANGED, user=self.request.user, data=data)
        return row

    def _changed_addresses(self):
        inside = [form for formset in self.form.formsets.values() for form in formset.forms if form.has_changed()]
        forms = [form for form in [self.form, *inside] if isinstance(form, CommitteeAddress)]
        return [change for form in forms for change in form.changed_address()]

    def _program_of(self, row):
        return row if isinstance(row, Program) else row.program


def needs_committee(user):
    """needs_editor: what was changed of late, for those whose it is."""
    programs = [str(pk) for pk in access.programs_for(user, access.ADDRESSES).values_list("pk", flat=True)]
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Program),
        action=CHANGED,
        object_id__in=programs,
        timestamp__gte=timezone.now() - TOLD_FOR,
    )
    for entry in entries.select_related("user").order_by("-timestamp"):
        yield _told(entry), reverse("program:history", args=[entry.object_id])


def _told(entry):
    told = {
        Program: gettext(
            "%(who)s changed where letters of “%(row)s” are answered to, from “%(before)s” to “%(after)s”."
        ),
        Call: gettext("%(who)s changed the form elsewhere of “%(row)s” from “%(before)s” to “%(after)s”."),
    }[Program if entry.data["field"] == "reply_to" else Call]
    nothing = gettext("nothing")
    return told % {
        "who": entry.user_display_name,
        "row": entry.data["row"],
        "before": entry.data["old"] or nothing,
        "after": entry.data["new"] or nothing,
    }
