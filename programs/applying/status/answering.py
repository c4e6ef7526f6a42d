"""Answering what the committee asked. The answer is kept as it was sent; it changes nothing else."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.log_actions import log

from programs.applying.before import about
from programs.forms.fields import TextField
from programs.models import Inquiry

from .own import own_application


class AnswerForm(forms.Form):
    answer = TextField(
        label=_("Your answer"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("The committee reads it with your application."),
        error_messages={"required": _("Enter your answer")},
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request, reference, number):
    application = own_application(request, reference)
    inquiry = get_object_or_404(application.inquiries, pk=number)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if inquiry.answered_at:
        messages.info(request, _("You have answered this question."))
        return redirect("status", reference=reference)
    if form.is_valid():
        keep(inquiry, form.cleaned_data["answer"])
        messages.success(request, _("The committee has your answer."))
        return redirect("status", reference=reference)
    context = about(application.call) | {"application": application, "inquiry": inquiry, "form": form}
    return render(request, "programs/applying/status/answer.html", context, status=422 if form.errors else 200)


def keep(inquiry, text, now=None):
    """Once: of two answers sent at the same moment the first stands."""
    with transaction.atomic():
        ours = Inquiry.objects.open().filter(pk=inquiry.pk).update(answer=text, answered_at=now or timezone.now())
        if ours:
            log(inquiry.application, "programs.answer")
    return bool(ours)
