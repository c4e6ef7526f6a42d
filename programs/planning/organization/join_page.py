"""The page behind the secret link of an invitation to a committee: one's name and a password, and there is an account.

A GET changes nothing. The link opens the form until a password is chosen; afterwards it says how to sign in.
"""

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import SetPasswordForm
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from programs.people.secret_links import note_use, opened

from .joining import LINK_OPENS, MEMBERSHIP


class JoinForm(SetPasswordForm):
    """Django's own judgement of passwords, in fewer words."""

    first_name = forms.CharField(
        label=_("Your first name"), max_length=150, error_messages={"required": _("Type your first name.")}
    )
    last_name = forms.CharField(
        label=_("Your last name"), max_length=150, error_messages={"required": _("Type your last name.")}
    )

    field_order = ["first_name", "last_name", "new_password1", "new_password2"]

    def __init__(self, user, *args, **kwargs):
        super().__init__(user, *args, **kwargs)
        self.initial |= {"first_name": user.first_name, "last_name": user.last_name}
        password, again = self.fields["new_password1"], self.fields["new_password2"]
        password.label, again.label = _("A password"), _("The same password once more")
        password.help_text, again.help_text = _("Several words in a row make a good one."), ""
        password.error_messages["required"] = _("Choose a password.")
        again.error_messages["required"] = _("Type the password once more.")
        for name, kind in (("first_name", "given-name"), ("last_name", "family-name")):
            self.fields[name].widget.attrs["autocomplete"] = kind

    def save(self, commit=True):
        self.user.first_name, self.user.last_name = self.cleaned_data["first_name"], self.cleaned_data["last_name"]
        return super().save(commit)


@csrf_exempt
@never_cache
@sensitive_post_parameters("new_password1", "new_password2")
@require_http_methods(["GET", "HEAD", "POST"])
def join(request, token):
    notice = opened(token, MEMBERSHIP)
    if notice is None:
        return render(request, "programs/joining/link_unknown.html", {"days": LINK_OPENS.days}, status=404)
    context = {"program": notice.program.said("name"), "member": notice.member}
    with transaction.atomic():
        user = get_user_model().objects.select_for_update().get(pk=notice.member.user_id)
        if user.has_usable_password():
            return render(request, "programs/joining/joined.html", context)
        form = JoinForm(user, request.POST or None)
        if request.method == "POST" and form.is_valid():
            form.save()
            note_use(token)
            return redirect(request.path)
    return render(request, "programs/joining/join.html", context | {"form": form}, status=422 if form.errors else 200)


urlpatterns = [path("committee/join/<str:token>/", join, name="committee_join")]
