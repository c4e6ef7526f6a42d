"""The first step: host, name, kind and roles. Everything else has its own screens."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from portal.rows import recording
from programs.access import hosts_for
from programs.models import Host, Program

from .codes import proposed
from .presets import CHOICES, PAIR, add_roles

NEW_HOST = {"host_name": "name", "host_acronym": "acronym", "host_kind": "kind", "host_parent": "parent"}
PROGRAM = ("name", "name_es", "code", "kind")


def field_of(model, name, **options):
    return model._meta.get_field(name).formfield(**options)


class BeginForm(forms.Form):
    host = forms.ModelChoiceField(Host.objects.none(), label=_("Host"), required=False)
    host_name = field_of(Host, "name", required=False, label=_("Name of a new host"))
    host_acronym = field_of(Host, "acronym", label=_("Its acronym"))
    host_kind = field_of(Host, "kind", required=False, label=_("Its kind"))
    host_parent = forms.ModelChoiceField(Host.objects.none(), label=_("Part of"), required=False)
    name = field_of(Program, "name", label=_("Name of the program"))
    name_es = field_of(Program, "name_es")
    code = field_of(Program, "code", required=False)
    kind = field_of(Program, "kind")
    roles = forms.ChoiceField(
        label=_("Roles"),
        choices=CHOICES,
        initial=PAIR,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Their words can be changed afterwards."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["host"].queryset = self.fields["host_parent"].queryset = hosts_for(user)
        self.fields["host"].help_text = gettext("Choose one, or leave this empty and name a new host.")
        self.fields["code"].help_text = gettext("Stands at the front of every reference. Empty: one is proposed.")

    def clean(self):
        cleaned = super().clean()
        host = self._host(cleaned)
        if host is not None and not self.errors:
            code = cleaned.get("code") or proposed(cleaned["name"], host)
            self.program = Program(draft=True, **{name: cleaned[name] for name in PROGRAM} | {"code": code})
            self._check(self.program, {name: name for name in PROGRAM}, exclude={"host"})
        return cleaned

    def _host(self, cleaned):
        chosen, named = cleaned.get("host"), cleaned.get("host_name")
        if bool(chosen) == bool(named):
            self.add_error("host", gettext("Choose a host or name a new one, not both."))
            return None
        if chosen:
            return chosen
        host = Host(**{field: cleaned.get(name) for name, field in NEW_HOST.items()})
        if not (host.parent or self.user.is_superuser):
            self.add_error("host_parent", gettext("Say which of your hosts it is part of."))
        self._check(host, {field: name for name, field in NEW_HOST.items()})
        return host

    def _check(self, row, fields, exclude=None):
        """The model's own rules, told beside the fields of this form."""
        try:
            row.full_clean(exclude=exclude)
        except ValidationError as fault:
            for field, told in fault.message_dict.items():
                self.add_error(fields.get(field), told)

    @transaction.atomic
    def save(self):
        host = self.cleaned_data["host"]
        if host is None:
            host = Host.objects.create(**{field: self.cleaned_data[name] for name, field in NEW_HOST.items()})
            recording.created(host, self.user)
        self.program.host = host
        self.program.save()
        add_roles(self.program, self.cleaned_data["roles"])
        recording.created(self.program, self.user)
        return self.program


class BeginView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Whoever may add programs: superusers and program offices."""

    form_class = BeginForm
    permission_policy = None
    permission_required = "add"
    page_title = _("New program")
    header_icon = "group"
    template_name = "programs/planning/new_program/begin.html"

    def get_breadcrumbs_items(self):
        index = {"url": reverse("program:index"), "label": gettext("Programs")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.page_title}]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        self.program = form.save()
        return super().form_valid(form)

    def get_success_url(self):
        return reverse("program:steps", args=[self.program.pk])
