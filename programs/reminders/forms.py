from django import forms
from django.utils.translation import gettext_lazy as _

from programs.forms.fields import email_field


class ReminderForm(forms.Form):
    """One address. It stands on pages that have other forms, hence its own ids."""

    email = email_field(
        _("We write to you twice at most: now, to ask you to confirm, and when applications open. Then we forget it.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="remind-%s", **kwargs)
