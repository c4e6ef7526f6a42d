"""The waiting list of one call: who waits next, moved by buttons."""

from django import forms
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from portal.site.addresses import ids_in
from programs.access import DECIDE, require
from programs.lifecycle import Refused
from programs.models import Call
from programs.moderation.places import places_of

from .turns import MOVES, move, waiting_list


class MoveForm(forms.Form):
    """The list as it was shown, and the button that was pressed."""

    seen = forms.CharField()
    move = forms.CharField()

    def clean_seen(self):
        return ids_in(self.cleaned_data["seen"].split(","))

    def clean(self):
        where, _at, key = self.cleaned_data.get("move", "").partition(":")
        keys = ids_in([key])
        if where not in MOVES or not keys or keys[0] not in self.cleaned_data.get("seen", []):
            raise forms.ValidationError(_("Press one of the buttons beside a person on the list."))
        return self.cleaned_data | {"where": where, "key": keys[0]}


class WaitingListView(BaseObjectMixin, WagtailAdminTemplateMixin, FormView):
    model = Call
    form_class = MoveForm
    header_icon = "list-ol"
    page_title = _("Waiting list")
    template_name = "programs/moderation/waiting_list.html"

    def get_base_object_queryset(self):
        return Call.objects.select_related("round__program", "role")

    def get_object(self):
        call = super().get_object()
        require(self.request.user, DECIDE, call)
        return call

    def get_page_subtitle(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        queue = {"url": f"{reverse('application:index')}?call={self.object.pk}", "label": _("Applications")}
        return [*self.breadcrumbs_items, queue, {"url": "", "label": self.page_title}]

    def form_valid(self, form):
        typed = form.cleaned_data
        try:
            move(self.object, typed["key"], typed["where"], by=self.request.user, seen=typed["seen"])
        except Refused as refused:
            messages.error(self.request, str(refused))
            return self.render_to_response(self.get_context_data(), status=409)
        messages.success(self.request, gettext("Moved. Nobody who applied is told of it."))
        return redirect(f"{self.request.path}#waits-{typed['key']}")

    def form_invalid(self, form):
        messages.validation_error(self.request, form.non_field_errors().as_text(), form)
        return self.render_to_response(self.get_context_data(), status=400)

    @cached_property
    def waiting(self):
        return list(waiting_list(self.object).select_related("correspondent"))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "call": self.object,
            "waiting": self.waiting,
            "seen": ",".join(str(row.pk) for row in self.waiting),
            "places": places_of([self.object.pk]),
        }


class WaitingListViewSet(ViewSet):
    name = "waitlist"
    url_prefix = "mentoring/waiting-list"
    add_to_admin_menu = False

    def get_urlpatterns(self):
        return [path("<int:pk>/", self.construct_view(WaitingListView), name="call")]
