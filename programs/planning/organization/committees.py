"""Committees: who reads, decides and announces. Superusers hand out these duties, and program offices in their hosts.

An office appoints others, coordinators too, never itself: nobody comes to read applications by their own hand.
"""

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList

from programs.access import OFFICE, ProgramPolicy, hosts_for, programs_for
from programs.access.screens import ScopedCreateView
from programs.models import CommitteeMember, ProgramOffice
from programs.planning.screens import PlanningViewSet

from .joining import account_for, tell_member, without_account


class CommitteePolicy(ProgramPolicy):
    """Their own rows are nobody's to change but the superusers'."""

    def instances_user_has_any_permission_for(self, user, actions):
        rows = super().instances_user_has_any_permission_for(user, actions)
        return rows if user.is_superuser else rows.exclude(user=user.pk)


def people_of(hosts):
    """Those with a duty, now or once, on a program of these hosts or for one of them."""
    members = CommitteeMember.objects.filter(program__host__in=hosts).values("user")
    offices = ProgramOffice.objects.filter(host__in=hosts).values("user")
    return get_user_model().objects.filter(Q(pk__in=members) | Q(pk__in=offices), is_active=True)


class MemberForm(WagtailAdminModelForm):
    """Somebody who has an account, or whoever reads mail at this address. An office is offered the people of its hosts."""

    email = forms.EmailField(
        label=_("or the email address of somebody else"),
        required=False,
        max_length=150,  # as long as a name to sign in with
        help_text=_("They get a letter. Who has no account yet makes one with the link in it."),
    )
    invited = ""
    """The address of somebody who gets an account with this row."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["email"]
        else:
            self.fields["user"].required = False
        if not self.for_user.is_superuser:
            self.fields["program"].queryset = programs_for(self.for_user, OFFICE)
            self.fields["user"].queryset = self._people()

    def _people(self):
        offered = people_of(hosts_for(self.for_user).values("pk")).exclude(pk=self.for_user.pk)
        if self.instance.pk:
            offered |= get_user_model().objects.filter(pk=self.instance.user_id)
        return offered.distinct()

    def clean(self):
        cleaned = super().clean()
        if "email" in self.fields and not self.errors:
            self._find_person(cleaned)
        return cleaned

    def _find_person(self, cleaned):
        chosen, email = cleaned.get("user"), cleaned.get("email")
        if bool(chosen) == bool(email):
            self.add_error("user", gettext("Choose a person or give an address, not both."))
        elif email:
            self._find_by_address(cleaned, email)

    def _find_by_address(self, cleaned, email):
        found = list(get_user_model().objects.filter(email__iexact=email, is_active=True)[:2])
        if not found and without_account(email):
            self.invited = email
        elif len(found) != 1:
            told = gettext("More than one account has this address, or it was closed. Ask an administrator.")
            self.add_error("email", told)
        elif found[0].pk == self.for_user.pk and not self.for_user.is_superuser:
            self.add_error("email", gettext("Only an administrator can put you on a committee yourself."))
        else:
            cleaned["user"] = found[0]

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - (set() if self.invited else {"user"})

    def save(self, commit=True):
        if self.invited:
            self.instance.user = account_for(self.invited)
        return super().save(commit)


class CommitteeAddView(ScopedCreateView):
    def save_instance(self):
        row = super().save_instance()
        tell_member(row, by=self.request.user)
        return row


def fillable(request):
    return programs_for(request.user, OFFICE)


class CommitteeFilterSet(WagtailFilterSet):
    program = django_filters.ModelChoiceFilter(label=_("Program"), queryset=fillable)

    class Meta:
        model = CommitteeMember
        fields = ["program", "duty"]


class CommitteeViewSet(PlanningViewSet):
    model = CommitteeMember
    url_prefix = "mentoring/committees"
    policy = CommitteePolicy(CommitteeMember, add=OFFICE, change=OFFICE, delete=OFFICE, view=OFFICE)
    name = "committee"
    add_view_class = CommitteeAddView
    icon = "user"
    menu_label = _("Committees")
    menu_order = 60
    edit_handler = ObjectList(
        [FieldPanel(name) for name in ("program", "user", "email", "duty", "since", "until")],
        base_form_class=MemberForm,
    )
    list_display = ["user", "program", "duty", "since", "until"]
    filterset_class = CommitteeFilterSet
    search_fields = ["user__username", "user__email", "user__last_name", "program__name", "program__name_es"]


class OfficeViewSet(PlanningViewSet):
    """Program offices are the superusers' to appoint."""

    model = ProgramOffice
    url_prefix = "mentoring/offices"
    policy = ProgramPolicy(ProgramOffice)
    name = "office"
    icon = "clipboard-list"
    menu_label = _("Program offices")
    menu_order = 70
    edit_handler = ObjectList([FieldPanel(name) for name in ("host", "user", "since", "until")])
    list_display = ["user", "host", "since", "until"]
    list_filter = ["host"]
    search_fields = ["user__username", "user__email", "user__last_name", "host__name", "host__acronym"]
