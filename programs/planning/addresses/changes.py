"""Each change of such an address is logged with both values, told on the home of the committee, and by letter."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter, log
from wagtail.models import ModelLogEntry

from programs import access
from programs.models import Call, Program

from .forms import CommitteeAddress
from .letters import write_about

CHANGED = "programs.change_address"
TOLD_FOR = timedelta(days=14)
"""So long the admin's home of the committee tells of a change."""


class AddressChanged(LogFormatter):
    """In the program's history both values stand, a call's too."""

    label = _("Change an address")

    def format_message(self, entry):
        told = {
            "reply_to": gettext("Address changed: letters are answered to “%(after)s” instead of “%(before)s”"),
            "url": gettext("Address changed: the form elsewhere of “%(row)s” is “%(after)s” instead of “%(before)s”"),
        }
        return told[entry.data["field"]] % _values(entry)


def register_log_actions(actions):
    actions.register_action(CHANGED)(AddressChanged)


class LoggingAddresses:
    """A view that saves a form with such fields, or one with such forms inside: logs each change, and writes letters of it."""

    @transaction.atomic
    def save_instance(self):
        row = super().save_instance()
        for changed, name, before, after in self._changed_addresses():
            data = {"row": str(changed), "field": name, "old": before, "new": after}
            program = self._program_of(row)
            write_about(log(program, CHANGED, user=self.request.user, data=data), program)
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
    return told % ({"who": entry.user_display_name} | _values(entry))


def _values(entry):
    nothing = gettext("nothing")
    return {
        "row": entry.data["row"],
        "before": entry.data["old"] or nothing,
        "after": entry.data["new"] or nothing,
    }
