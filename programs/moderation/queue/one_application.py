"""The ground of every screen about one application: which one, in which list, and what can be done with it now."""

from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log

from programs.access.screens import ScopedRow
from programs.access.shown_to import uploads_seen
from programs.lifecycle import TRANSITIONS, verbs_from
from programs.membership.claims import confirm, with_membership
from programs.models import Application, Correction, Inquiry, Reading
from programs.moderation.waitlist.turns import with_turn
from programs.references.showing import names_others
from programs.uploads.serving import handed_out

from .listing import list_at
from .reach import reach_of
from .waiting import with_marks, with_silence


class OneApplication(ScopedRow, PermissionCheckedMixin, BaseObjectMixin, WagtailAdminTemplateMixin):
    """A view of one application, in the admin's furniture."""

    model = Application
    header_icon = "clipboard-list"

    def get_base_object_queryset(self):
        marked = with_membership(with_turn(with_marks(with_silence(Application.objects.with_program()))))
        marked = marked.select_related("version", "claim", "found_by", "call__round__program__rubric")
        of_it = {"application": OuterRef("pk")}
        marked = marked.annotate(
            corrected=Exists(Correction.objects.filter(**of_it)),
            inquired=Exists(Inquiry.objects.filter(**of_it)),
            has_readings=Exists(Reading.objects.filter(**of_it)),
        )
        return names_others(marked.defer("found_by__coordinator", "found_by__reader"))

    def get_page_subtitle(self):
        return str(self.object)

    @cached_property
    def listing(self):
        """The list this person came from; its filter and order stand in the address of everything they open from it."""
        return list_at(self.request, self.request.GET)

    def own_address(self):
        """Of the application, in that list."""
        return reverse("application:inspect", args=[self.object.pk]) + self.listing.address_query

    def get_context_data(self, **kwargs):
        listed = {"list_query": self.listing.address_query, "own_address": self.own_address()}
        return super().get_context_data(**kwargs) | listed

    def get_breadcrumbs_items(self):
        index = reverse("application:index") + self.listing.address_query
        queue = {"url": index, "label": _("Applications")}
        return [*self.breadcrumbs_items, queue, *self.own_breadcrumbs()]


class MembershipView(OneApplication, View):
    """Says that somebody of the committee has looked the number up, or takes that back."""

    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        confirm(self.object, by=request.user, yes="doubt" not in request.POST)
        return redirect("application:inspect", self.object.pk)


class FileView(OneApplication, View):
    """A file that was sent with it, for those of the committee who see the answer."""

    any_permission_required = ["view", "change"]
    http_method_names = ["get", "head"]

    def get(self, request, *args, upload, **kwargs):
        """Second tries have files of their own, which are seen as their answers are. The history tells of a sensitive one."""
        audience = reach_of(request).audience(self.object.call)
        sent = [self.object, *self.object.receipts.select_related("version")]
        if not any(upload in uploads_seen(one, to=audience) for one in sent):
            raise Http404
        if not any(upload in uploads_seen(one, to=audience, sensitive=False) for one in sent):
            log(self.object, "programs.sensitive", user=request.user)
        return handed_out(get_object_or_404(self.object.uploads, pk=upload), self.object.reference)


def verbs_offered(application):
    """Every verb of its state; of one that nobody suspects nobody has to say that it is no junk."""
    clear = application.status == Application.Status.RECEIVED and not application.suspected
    verbs = [
        verb for verb in verbs_from(application.status, silent=application.silent) if not (clear and verb == "not-junk")
    ]
    return [(verb, TRANSITIONS[verb].label) for verb in verbs]


def may_be_asked(application, inquiries=None):
    """One question at a time, of somebody who has not withdrawn. `inquiries` are those that were read already."""
    stands = application.status not in {Application.Status.WITHDRAWN, "junk"}
    asked = application.inquiries.all() if inquiries is None else inquiries
    return stands and not any(inquiry.answered_at is None for inquiry in asked)
