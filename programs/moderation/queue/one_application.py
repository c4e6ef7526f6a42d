"""One application: what was asked and answered, what was decided, what was written, what can be done now."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import registry

from programs.access import LETTERS, READ, may, scope
from programs.access.screens import ScopedRow
from programs.access.shown_to import Audience, answered, uploads_seen
from programs.lifecycle import TRANSITIONS, verbs_from
from programs.membership.claims import Membership, confirm, membership_of, membership_words, with_membership
from programs.models import Application, Decision, Look, Receipt
from programs.moderation.places import places_of
from programs.references.showing import for_committee, names_others
from programs.uploads.serving import handed_out

from .changes import changes_of, receipts_of
from .listing import list_at
from .neighbors import neighbors
from .reach import reach_of
from .waiting import overdue_words, promised_words, waiting_words, with_marks, with_silence


class OneApplication(ScopedRow, PermissionCheckedMixin, BaseObjectMixin, WagtailAdminTemplateMixin):
    """A view of one application, in the admin's furniture."""

    model = Application
    header_icon = "clipboard-list"

    def get_base_object_queryset(self):
        marked = with_membership(with_marks(with_silence(Application.objects.with_program())))
        return names_others(marked.select_related("version", "claim"))

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


class ApplicationView(OneApplication, TemplateView):
    any_permission_required = ["view", "change"]
    page_title = _("Application")
    template_name = "programs/moderation/application.html"

    def own_breadcrumbs(self):
        return [{"url": "", "label": str(self.object)}]

    def get(self, request, *args, **kwargs):
        answer = super().get(request, *args, **kwargs)
        Look.objects.note(self.object, request.user)
        return answer

    def get_context_data(self, **kwargs):
        application, user = self.object, self.request.user
        audience = reach_of(self.request).audience(application.call)
        decides = audience == Audience.COORDINATOR
        receipts = receipts_of(application)
        inquiries = list(application.inquiries.select_related("by"))
        others = others_of_this_address(application, user)
        before, after = neighbors(self.listing, application)
        return super().get_context_data(**kwargs) | {
            "application": application,
            "before": before,
            "after": after,
            "answered": answered(application, to=audience),
            "waiting": waiting_words(application),
            "promised": promised_words(application),
            "overdue": overdue_words(application),
            "membership": membership_words(application),
            "may_verify": decides and membership_of(application) == Membership.TO_VERIFY,
            "may_doubt": decides and bool(membership_words(application) and application.claim.confirmed_at),
            "verbs": verbs_offered(application) if decides else [],
            "places": places_of([application.call_id]) if decides else [],
            "history": history(application),
            "letters": letters_of(application) if may(user, LETTERS, application) else None,
            "references": for_committee(application, audience) if application.names_others else [],
            "inquiries": inquiries,
            "may_ask": decides and may_be_asked(application, inquiries),
            "changes": changes_of(application, audience, receipts),
            "second_tries": second_tries(receipts, audience),
            "others": others,
            "in_other_roles": [other for other in others if stands_beside(other, application)],
        }


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
        """Second tries have files of their own, which are seen as their answers are."""
        audience = reach_of(request).audience(self.object.call)
        sent = [self.object, *self.object.receipts.select_related("version")]
        if not any(upload in uploads_seen(one, to=audience) for one in sent):
            raise Http404
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


def history(application):
    """What happened, oldest first: decisions with their reasons, everything else from the audit log."""
    decisions = [
        {"at": decision.at, "who": decision.by, "what": decision.get_verb_display(), "reason": decision.reason}
        | {"decision": decision}
        for decision in application.decisions.select_related("by")
    ]
    rest = registry.get_logs_for_instance(application).exclude(
        action__in=[f"programs.{verb}" for verb in Decision.Verb.values]
    )
    logged = [
        {"at": entry.timestamp, "who": entry.user, "what": entry.message, "reason": entry.data.get("reason", "")}
        for entry in rest.select_related("user")
    ]
    return sorted(decisions + logged, key=lambda line: line["at"])


def second_tries(receipts, audience):
    """What the same person typed when they applied again, each under the reference that try was given."""
    again = [receipt for receipt in receipts if receipt.kind == Receipt.Kind.AGAIN]
    return [(receipt, answered(receipt, to=audience)) for receipt in again]


def others_of_this_address(application, user):
    """In this program only: what a person does in other programs is no business of this committee."""
    same = Application.objects.filter(correspondent=application.correspondent_id).exclude(pk=application.pk)
    return list(scope(same, user, READ).with_program())


def stands_beside(other, application):
    """Whether the same person would take another role in the same round, too."""
    gone = other.status in {Application.Status.WITHDRAWN, Application.Status.JUNK}
    return other.call.round_id == application.call.round_id and not gone


def letters_of(application):
    return application.letters.for_committees().order_by("created_at", "id")
