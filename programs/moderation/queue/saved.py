"""Filters that a person saved under a name of their own: seen, and deleted, by nobody else.

What is kept are the names and values that this list knows, and never a whole address; nor the words of a search, which name
people and would stay when their application goes.
"""

from django import forms
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from programs.forms.fields import TextField
from programs.models import SavedFilter

from .listing import list_at

MOST = 30
LONGEST = SavedFilter._meta.get_field("query").max_length


class SaveForm(forms.Form):
    name = TextField(label=_("Name"), max_length=60, error_messages={"required": _("Give the filter a name")})
    query = forms.CharField(required=False, max_length=20 * LONGEST)


class OwnFilters(PermissionCheckedMixin, View):
    """For whoever reads applications at all; about their own filters."""

    any_permission_required = ["view", "change"]
    http_method_names = ["post"]
    model = None

    def own(self):
        return SavedFilter.objects.filter(user=self.request.user)


class SaveView(OwnFilters):
    """Keeps what the list is narrowed to; under a name that is there already, instead of that."""

    def post(self, request, *args, **kwargs):
        form = SaveForm(request.POST)
        form.is_valid()
        listing = list_at(request, QueryDict(form.cleaned_data.get("query", "")))
        refusal = self.refusal(form, listing.kept_query)
        if refusal:
            messages.error(request, refusal)
        else:
            self.own().update_or_create(
                user=request.user, name=form.cleaned_data["name"], defaults={"query": listing.kept_query}
            )
            messages.success(request, gettext("“%(name)s” is saved.") % {"name": form.cleaned_data["name"]})
        return redirect(reverse("application:index") + listing.address_query)

    def refusal(self, form, query):
        """Why it is not saved, if so."""
        if form.errors:
            return " ".join(form.errors.get("name", [gettext("This filter is too long to be saved.")]))
        if not query:
            return gettext("Nothing is filtered here. Choose something first, then save it.")
        if len(query) > LONGEST:
            return gettext("This filter is too long to be saved.")
        if self.own().exclude(name=form.cleaned_data["name"]).count() >= MOST:
            return gettext("You have %(most)d filters. Delete one before you save another.") % {"most": MOST}
        return ""


class ForgetView(OwnFilters):
    def post(self, request, *args, pk, **kwargs):
        get_object_or_404(self.own(), pk=pk).delete()
        messages.success(request, gettext("The filter is deleted."))
        return redirect("application:index")
