"""Late entries: a coordinator lets one person apply after a call has closed or filled up. Deleting one ends it."""

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn

from programs.access import DECIDE, ProgramPolicy, scope
from programs.access.screens import ScopedCreateView, ScopedDeleteView, ScopedIndexView, ScopedViewSet
from programs.forms.fields import EmailField
from programs.letters.writing import write
from programs.models import Application, Call, Invitation
from programs.offer import dates
from programs.offer.windows import today_of
from programs.people.correspondents import address_key, correspondent_for
from programs.people.erasing import erase


class InvitationForm(WagtailAdminModelForm):
    email = EmailField(
        label=_("Email address"),
        max_length=254,
        help_text=_("A letter with a private link goes there; only this address can apply by it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        calls = Call.objects.filter(form__live=True, url="", round__draft=False, round__called_off=False)
        calls = scope(calls, self.for_user, DECIDE).select_related("round__program", "role")
        self.initial["language"] = self.initial.get("language") or settings.LANGUAGE_CODE
        self.fields["call"].queryset = calls.order_by(F("closes").desc(nulls_first=True))

    def clean(self):
        cleaned = super().clean()
        call, until, email = (cleaned.get(name) for name in ("call", "until", "email"))
        if call and until and until < today_of(timezone.now(), call.zone):
            self.add_error("until", gettext("This day has passed."))
        if call and email:
            self._refuse_twice(call, email)
        return cleaned

    def _refuse_twice(self, call, email):
        same = {"call": call, "correspondent__email_key": address_key(email)}
        standing = Application.objects.standing().filter(**same).first()
        if standing:
            told = gettext("This address has applied already: %(reference)s.")
            self.add_error("email", told % {"reference": standing})
        elif Invitation.objects.filter(**same).exists():
            self.add_error(
                "email", gettext("This address is invited already. Delete that late entry to make a new one.")
            )

    def save(self, commit=True):
        invitation, email = self.instance, self.cleaned_data["email"]
        invitation.correspondent = correspondent_for(invitation.program, email, language=invitation.language)
        invitation.by = self.for_user
        return super().save(commit)


class InviteView(ScopedCreateView):
    def save_instance(self):
        """The letter goes in the same transaction."""
        invitation = super().save_instance()
        write("invited", invitation)
        return invitation

    def get_success_message(self, instance):
        return gettext("The invitation goes by letter to %(email)s.") % {"email": instance.correspondent.email}

    def get_success_buttons(self):
        return []


class EndView(ScopedDeleteView):
    def delete_action(self):
        """With its letters and links, so that the link opens nothing any more."""
        with transaction.atomic():
            erase(Invitation.objects.filter(pk=self.object.pk))
            super().delete_action()


class InvitationsView(ScopedIndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().with_program()


class InvitationViewSet(ScopedViewSet):
    """Made and ended, never changed: the letter has told what it says."""

    model = Invitation
    policy = ProgramPolicy(Invitation, add=DECIDE, delete=DECIDE, view=DECIDE)
    url_prefix = "mentoring/late"
    name = "invitation"
    icon = "mail"
    menu_label = _("Late entries")
    menu_order = 22
    add_view_class = InviteView
    delete_view_class = EndView
    index_view_class = InvitationsView
    inspect_view_enabled = False
    edit_handler = ObjectList(
        [FieldPanel(name) for name in ("call", "email", "language", "until")], base_form_class=InvitationForm
    )
    list_display = [
        Column("email", label=_("Email address"), accessor="correspondent.email"),
        Column("call", label=_("Call"), accessor="call"),
        Column("until", label=_("Until"), accessor=lambda invitation: dates.day(invitation.until)),
        TitleColumn("end", label=_("End it"), accessor=lambda invitation: _("End it"), url_name="invitation:delete"),
    ]
