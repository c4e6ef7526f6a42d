"""What is posted from the page of one application, and what it asks while it is open."""

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.generic import View
from wagtail.admin import messages

from programs.access.shown_to import Audience
from programs.models import Look
from programs.moderation.queue.one_application import OneApplication

from .notes import NoteForm, add_note
from .page import ApplicationView


class AddNoteView(ApplicationView):
    """A note that cannot be kept comes back with the page, as it was typed."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        form = NoteForm(request.POST, decides=self.audience == Audience.COORDINATOR)
        if not form.is_valid():
            self.note_form = form
            messages.error(request, gettext("The note is not kept: see what is wrong with it below."))
            return self.render_to_response(self.get_context_data(), status=422)
        add_note(self.object, form, by=request.user)
        messages.success(request, gettext("The note is kept."))
        return redirect(f"{self.own_address()}#notes")


class HereView(OneApplication, View):
    """Says that the page is open still, and answers with who else has it open. Asked by programs/static/programs/one.js."""

    any_permission_required = ["view", "change"]
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        Look.objects.filter(application=self.object, user=request.user).update(here_at=timezone.now())
        here = Look.objects.here(self.object, request.user)
        return TemplateResponse(request, "programs/moderation/here.html", {"here": here})
