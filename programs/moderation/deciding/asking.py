"""Asking one applicant one question: a letter takes it there, the answer comes back to the application's screen."""

from django import forms
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.log_actions import log

from programs.forms.fields import TextField
from programs.letters.writing import write
from programs.lifecycle import Refused
from programs.models import Inquiry
from programs.moderation.queue.one_application import OneApplication, may_be_asked


class AskForm(forms.Form):
    question = TextField(
        label=_("Your question"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("The applicant gets it by letter, in these words, and answers on the page of the application."),
        error_messages={"required": _("Enter your question")},
    )


def ask(application, question, *, by, now=None):
    """One question at a time. Raises Refused."""
    try:
        with transaction.atomic():
            Inquiry.objects.create(application=application, question=question, by=by, asked_at=now or timezone.now())
            write("ask", application, question=question)
            log(application, "programs.ask", user=by)
    except IntegrityError:
        told = gettext(
            "%(reference)s has a question to answer already. Wait for the answer before you ask another one."
        )
        raise Refused(told % {"reference": application}) from None


class AskView(OneApplication, FormView):
    permission_required = "change"
    template_name = "programs/moderation/ask.html"
    page_title = _("Ask")
    form_class = AskForm

    def own_breadcrumbs(self):
        return [{"url": self.own_address(), "label": str(self.object)}, {"url": "", "label": _("Ask")}]

    def form_valid(self, form):
        try:
            if not may_be_asked(self.object):
                raise Refused(gettext("This application takes no question now."))
            ask(self.object, form.cleaned_data["question"], by=self.request.user)
        except Refused as refused:
            messages.error(self.request, str(refused))
            return self.render_to_response(self.get_context_data(form=form), status=409)
        messages.success(self.request, gettext("Your question goes to the applicant by letter."))
        return redirect(self.own_address())

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"application": self.object}
