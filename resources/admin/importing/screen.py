from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .form import ImportForm
from .keeping import import_text


class ImportView(WagtailAdminTemplateMixin, FormView):
    """Takes records and tells what became of each. What could not be kept stands in the answer, whole."""

    form_class = ImportForm
    template_name = "resources/citations/import.html"
    page_title = _("Import citations")
    header_icon = "upload"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("resources.add_citation"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        listed = {"url": reverse("wagtailsnippets_resources_citation:list"), "label": _("Citations")}
        return [*super().get_breadcrumbs_items(), listed, {"url": "", "label": self.page_title}]

    def form_valid(self, form):
        with transaction.atomic():
            answer = import_text(form.cleaned_data["text"], form.cleaned_data["name"], self.request.user)
        empty = self.form_class()
        return self.render_to_response(self.get_context_data(form=empty, answer=answer))
