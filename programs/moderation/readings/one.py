"""One reading: the application and its score on one page, for whom it was assigned to and for nobody else."""

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from programs.access.naming import audience_of, rubric_of
from programs.access.screens import ScopedRow
from programs.access.shown_to import Audience, by_section, uploads_seen
from programs.lifecycle.steps import Refused
from programs.models import Application, Look, Reading
from programs.readings.assigning import READABLE
from programs.readings.standing import Status, submit, take, waiting_for
from programs.uploads.serving import handed_out

from .form import ReadingForm, initial_of


class OneReading(ScopedRow, PermissionCheckedMixin, BaseObjectMixin, WagtailAdminTemplateMixin):
    """A view of a reading of one's own. Nothing in it names the application but its reference, whoever reads."""

    model = Reading
    any_permission_required = ["view", "change"]
    header_icon = "glasses"
    page_title = _("Read and score")

    def get_base_object_queryset(self):
        mine = Reading.objects.filter(reader=self.request.user)
        return mine.with_application().select_related("application__version")

    @cached_property
    def audience(self):
        return audience_of(self.request.user, self.object.application.call)

    def get_page_subtitle(self):
        return self.object.application.reference

    def get_breadcrumbs_items(self):
        index = {"url": reverse("reading:index"), "label": _("My readings")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.object.application.reference}]

    def own_address(self):
        return reverse("reading:read", args=[self.object.pk])


class ReadView(OneReading, FormView):
    form_class = ReadingForm
    template_name = "programs/moderation/readings/read.html"

    @cached_property
    def rubric(self):
        return rubric_of(self.object.application.program)

    @cached_property
    def criteria(self):
        return list(self.rubric.criteria.all()) if self.rubric.pk else []

    @property
    def is_gone(self):
        return self.object.application.status in {Application.Status.WITHDRAWN, Application.Status.JUNK}

    @cached_property
    def is_open(self):
        return self.object.status == Status.ASSIGNED and self.object.application.status in READABLE

    def get_form_kwargs(self):
        complete = "save" not in self.request.POST
        return super().get_form_kwargs() | {"rubric": self.rubric, "criteria": self.criteria, "complete": complete}

    def get_initial(self):
        return initial_of(self.object)

    def get(self, request, *args, **kwargs):
        answer = super().get(request, *args, **kwargs)
        Look.objects.note(self.object.application, request.user)
        return answer

    def form_valid(self, form):
        """A draft stays one; what is submitted is seen by others from then on."""
        mine = Reading.objects.filter(pk=self.object.pk, status=Status.ASSIGNED)
        if not self.is_open or not mine.update(**form.noted):
            return self.refuse(form)
        if "save" in self.request.POST:
            messages.success(self.request, gettext("Saved. Nobody else sees it until you submit it."))
            return redirect(self.own_address())
        try:
            submit(self.object, by=self.request.user)
        except Refused:
            return self.refuse(form)
        messages.success(self.request, gettext("Your reading is submitted."))
        return redirect(self.way_on())

    def refuse(self, form):
        """All that was typed stays on the screen."""
        told = gettext("Not saved: this application is not yours to read any more. What you typed still stands below.")
        messages.error(self.request, told)
        self.object.refresh_from_db()
        return self.render_to_response(self.get_context_data(form=form, kept=True))

    def way_on(self):
        """To the next one where that was asked for, the oldest that waits."""
        if "next" not in self.request.POST:
            return self.own_address()
        following = self.following()
        return reverse("reading:read", args=[following[0].pk]) if following else reverse("reading:index")

    def following(self):
        """What else waits for this person."""
        return list(waiting_for(self.request.user).exclude(pk=self.object.pk))

    def get_context_data(self, **kwargs):
        application = self.object.application
        anonymous = self.audience == Audience.ANONYMOUS
        following = self.following()
        return super().get_context_data(**kwargs) | {
            "reading": self.object,
            "anonymous": anonymous,
            "who": None if anonymous else application.name,
            "reference": application.reference,
            "call": application.call,
            "zone": application.program.time_zone,
            "sections": [] if self.is_gone else by_section(application, to=self.audience, sensitive=False),
            "has_files": bool(uploads_seen(application, to=self.audience)),
            "is_open": self.is_open,
            "is_gone": self.is_gone,
            "may_open": self.object.application.status in READABLE,
            "waiting": len(following),
            "next_one": following[0] if following else None,
            "others": others_of(self.object) if self.object.status == Status.SUBMITTED else [],
            "criteria": self.criteria,
            "named": {} if anonymous else {"application": application},
        }


def others_of(reading):
    """What others found: for whose own reading is in."""
    rows = Reading.objects.submitted().filter(application=reading.application_id).exclude(pk=reading.pk)
    return list(rows.select_related("reader"))


class RecuseForm(forms.Form):
    reason = forms.CharField(max_length=1000, error_messages={"required": _("Say in a few words why.")})


class RecuseView(OneReading, View):
    """Somebody else reads it: whoever knows the person, or cannot. The reason is for the coordinators."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        form = RecuseForm(request.POST)
        if not form.is_valid():
            messages.error(request, gettext("Say in a few words why you leave it to others."))
            return redirect(self.own_address())
        try:
            take(self.object, "recuse", by=request.user, recused_for=form.cleaned_data["reason"])
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, gettext("Thank you for saying so. Somebody else will read it."))
        return redirect("reading:index")


class OpenAgainView(OneReading, View):
    """To change what one has submitted, as long as nothing is decided for good; nobody sees it meanwhile."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        if self.object.application.status not in READABLE:
            messages.error(request, gettext("It is decided by now: readings do not change any more."))
            return redirect(self.own_address())
        try:
            take(self.object, "open", by=request.user, submitted_at=None)
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect(self.own_address())


class ReadFileView(OneReading, View):
    """A file of the application, for those who see the answer, under a name that says nothing but its question."""

    http_method_names = ["get", "head"]

    def get(self, request, *args, upload, **kwargs):
        application = self.object.application
        gone = application.status in {Application.Status.WITHDRAWN, Application.Status.JUNK}
        if gone or upload not in uploads_seen(application, to=self.audience):
            raise Http404
        return handed_out(get_object_or_404(application.uploads, pk=upload), application.reference)
