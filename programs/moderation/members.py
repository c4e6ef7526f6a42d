"""Lists of members: coordinators add the numbers with which a call's applicants are compared."""

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList

from programs.access import DECIDE, ProgramPolicy, scope
from programs.access.screens import ScopedViewSet
from programs.membership.lists import numbers_in, replace_numbers
from programs.models import Call, MemberList, Round


class MemberListForm(WagtailAdminModelForm):
    """The file is read and let go: nothing of it is kept but hashes."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "CSV or TXT, with one number first in each line. The numbers themselves are not kept, only what tells whether "
            "one of them is given: for this call, until its round is over. A new file takes the place of the list before."
        ),
    )

    everywhere = forms.BooleanField(
        label=_("Also for the program’s other calls"),
        required=False,
        help_text=_("Those of rounds that are not over. A list that one of them has is replaced."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        calls = scope(Call.objects.select_related("round__program", "role"), self.for_user, DECIDE)
        if self.instance.pk:
            self.fields["call"].disabled = True
        else:
            calls = calls.filter(member_list=None)
        self.fields["call"].queryset = calls.order_by("round__program__name", "-pk")

    def clean_file(self):
        self.numbers = numbers_in(self.cleaned_data["file"])
        return self.cleaned_data["file"]

    def save(self, commit=True):
        added = {"added_at": timezone.now(), "added_by": self.for_user}
        self.instance.count = len(self.numbers)
        self.instance.added_at, self.instance.added_by = added.values()
        with transaction.atomic():
            member_list = super().save(commit)
            replace_numbers(member_list, self.numbers)
            for call in self._others() if self.cleaned_data["everywhere"] else []:
                other, _made = MemberList.objects.update_or_create(call=call, defaults=added)
                replace_numbers(other, self.numbers)
        return member_list

    def _others(self):
        rounds = Round.objects.not_over(timezone.now()).filter(program=self.instance.program)
        return Call.objects.filter(round__in=rounds).exclude(pk=self.instance.call_id)


class MemberListViewSet(ScopedViewSet):
    model = MemberList
    policy = ProgramPolicy(MemberList, add=DECIDE, change=DECIDE, delete=DECIDE, view=DECIDE)
    url_prefix = "mentoring/members"
    name = "members"
    icon = "user"
    menu_label = _("Lists of members")
    menu_order = 15
    search_backend_name = None
    search_fields = ["call__round__program__name", "call__round__name"]
    edit_handler = ObjectList(
        [FieldPanel(name) for name in ("call", "file", "everywhere")], base_form_class=MemberListForm
    )
    list_display = ["call", "count", "added_at", "added_by"]
