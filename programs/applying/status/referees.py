"""The owner of an application and whom they named: the letter once more, or somebody else."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from programs.applying.before import about
from programs.forms.questions.several.referee import parts
from programs.references.asking import ask_again
from programs.references.naming import name_another, refusal
from programs.references.standing import Status, takes_references

from .own import own_application

REFUSALS = {
    "own": _("This is your own address. Name somebody else"),
    "twice": _("You have named this person already. Name somebody else"),
}


class NameForm(forms.Form):
    def __init__(self, row, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.row = row
        self.fields |= parts()

    def clean_email(self):
        email = self.cleaned_data["email"]
        if why := refusal(self.row, email):
            raise forms.ValidationError(REFUSALS[why])
        return email


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def name_somebody_else(request, reference, number):
    application, row = own_referee(request, reference, number)
    if row.status == Status.ANSWERED or not takes_references(application):
        messages.info(request, gettext("This reference is here, or none is waited for any more."))
        return redirect("status", reference=reference)
    form = NameForm(row, request.POST if request.method == "POST" else None)
    if form.is_valid():
        if name_another(row, form.cleaned_data):
            messages.success(request, gettext("We write to this person soon. You see here when we have."))
            return redirect("status", reference=reference)
        form.add_error(None, gettext("You have named many people for this application. Please write to the program."))
    context = about(application.call) | {"application": application, "referee": row, "form": form}
    return render(request, "programs/references/name_another.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
def once_more(request, reference, number):
    _application, row = own_referee(request, reference, number)
    if ask_again(row):
        messages.success(request, gettext("The letter goes to this person once more."))
    else:
        messages.info(request, gettext("This person was written to a short time ago. Try again tomorrow."))
    return redirect("status", reference=reference)


def own_referee(request, reference, number):
    application = own_application(request, reference)
    rows = application.referees.current().with_program()
    return application, get_object_or_404(rows, pk=number)
