"""What a reader declares of themselves: whose applications they shall not be given. Coordinators see it; nobody else."""

from django import forms
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from programs.access import SCORE, programs_for, require
from programs.models import Conflict

MOST = 50


class ConflictForm(forms.ModelForm):
    class Meta:
        model = Conflict
        fields = ["program", "about"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.user = user
        self.fields["program"].queryset = programs_for(user, SCORE).order_by("name")

    def clean(self):
        cleaned = super().clean()
        user, program, about = self.instance.user, cleaned.get("program"), cleaned.get("about")
        same = Conflict.objects.filter(user=user, program=program)
        if program and about and same.filter(about=about).exists():
            self.add_error("about", gettext("You have declared this already."))
        elif program and same.count() >= MOST:
            told = gettext("You have declared %(most)d. Delete one before you add another.")
            self.add_error(None, told % {"most": MOST})
        return cleaned


class DeclaredView(WagtailAdminTemplateMixin, FormView):
    page_title = _("Conflicts of mine")
    header_icon = "warning"
    form_class = ConflictForm
    template_name = "programs/moderation/readings/declared.html"

    def dispatch(self, request, *args, **kwargs):
        require(request.user, SCORE)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        index = {"url": reverse("reading:index"), "label": _("My readings")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.page_title}]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def get_initial(self):
        programs = list(programs_for(self.request.user, SCORE).order_by("name")[:2])
        return {"program": programs[0]} if len(programs) == 1 else {}

    def form_valid(self, form):
        form.save()
        messages.success(self.request, gettext("Declared. You are not given such an application from now on."))
        return redirect("reading:declared")

    def get_context_data(self, **kwargs):
        own = Conflict.objects.filter(user=self.request.user).select_related("program")
        return super().get_context_data(**kwargs) | {"declared": own.order_by("program__name", "about", "pk")}


class DeleteDeclaredView(View):
    http_method_names = ["post"]

    def post(self, request, *args, pk, **kwargs):
        get_object_or_404(Conflict, pk=pk, user=request.user).delete()
        messages.success(request, gettext("Deleted."))
        return redirect("reading:declared")
