"""One application: what was asked and answered, what was decided, what was written, what can be done now."""

from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.log_actions import log

from programs.access import LETTERS, READ, scope
from programs.access.shown_to import Audience, answered, by_section, sensitive_questions
from programs.membership.claims import Membership, membership_of, membership_words
from programs.models import Application, Look, Receipt
from programs.moderation.places import places_of
from programs.moderation.queue.changes import changes_of, receipts_of
from programs.moderation.queue.neighbors import neighbors
from programs.moderation.queue.one_application import OneApplication, may_be_asked, verbs_offered
from programs.moderation.queue.reach import reach_of
from programs.moderation.queue.waiting import overdue_words, promised_words, waiting_words
from programs.references.showing import for_committee

from .history import history
from .notes import NoteForm, notes_of, tags_of

KEYS = {"accept": "a", "waitlist": "w", "decline": "d", "reopen": "r"}
"""With Alt and Shift, by the verb."""


class ApplicationView(OneApplication, TemplateView):
    any_permission_required = ["view", "change"]
    page_title = _("Application")
    template_name = "programs/moderation/application.html"
    http_method_names = ["get", "head"]
    note_form = None
    """What somebody typed and cannot be kept as it is."""
    sensitive = False
    """Whether sensitive answers are shown, this once."""

    def own_breadcrumbs(self):
        return [{"url": "", "label": str(self.object)}]

    @cached_property
    def audience(self):
        return reach_of(self.request).audience(self.object.call)

    def get_context_data(self, **kwargs):
        application, user, audience = self.object, self.request.user, self.audience
        decides = audience == Audience.COORDINATOR
        since, here = Look.objects.note(application, user)
        receipts = receipts_of(application)
        references = for_committee(application, audience, sensitive=True) if application.names_others else []
        hidden = [] if self.sensitive else self.hidden(receipts, references)
        if hidden and references:
            references = for_committee(application, audience, sensitive=False)
        inquiries = list(application.inquiries.select_related("by")) if application.inquired else []
        others = others_of_this_address(application, user)
        before, after = neighbors(self.listing, application)
        told = history(application, shows_person=reach_of(self.request).shows_person(application.call))
        return super().get_context_data(**kwargs) | {
            "application": application,
            "before": before,
            "after": after,
            "sections": by_section(application, to=audience, sensitive=self.sensitive),
            "hidden": hidden,
            "waiting": waiting_words(application),
            "promised": promised_words(application),
            "overdue": overdue_words(application),
            "membership": membership_words(application),
            "may_verify": decides and membership_of(application) == Membership.TO_VERIFY,
            "may_doubt": decides and bool(membership_words(application) and application.claim.confirmed_at),
            "decides": decides,
            "verbs": [(*offered, KEYS.get(offered[0])) for offered in verbs_offered(application)] if decides else [],
            "places": places_of([application.call_id]) if decides else [],
            "history": told,
            "news": [line for line in told if since and line.at > since and line.who != user],
            "since": since,
            "here": here,
            "notes": notes_of(application, audience, user),
            "note_form": self.note_form or NoteForm(decides=decides),
            "tags": tags_of(application),
            "letters": letters_of(application, user) if decides else None,
            "references": references,
            "inquiries": inquiries,
            "may_ask": decides and may_be_asked(application, inquiries),
            "changes": changes_of(application, audience, receipts, sensitive=self.sensitive),
            "second_tries": second_tries(receipts, audience, sensitive=self.sensitive),
            "others": others,
            "in_other_roles": [other for other in others if stands_beside(other, application)],
            "doubles": doubles_of(application, reach_of(self.request)),
        }

    def hidden(self, receipts, references):
        """The sensitive questions, each once, whose answers somebody would see who asks for them."""
        sent = [self.object, *receipts, *(one.row for one in references if one.said)]
        labels = [label for one in sent for label in sensitive_questions(one, to=self.audience)]
        return list(dict.fromkeys(labels))


class SensitiveView(ApplicationView):
    """The same page once, with the sensitive answers; the history says who asked for it and when."""

    http_method_names = ["post"]
    sensitive = True

    def post(self, request, *args, **kwargs):
        note_sensitive(self.object, request.user)
        return self.render_to_response(self.get_context_data())


def note_sensitive(application, user):
    log(application, "programs.sensitive", user=user)


def second_tries(receipts, audience, *, sensitive):
    """What the same person typed when they applied again, each under the reference that try was given."""
    again = [receipt for receipt in receipts if receipt.kind == Receipt.Kind.AGAIN]
    return [(receipt, answered(receipt, to=audience, sensitive=sensitive)) for receipt in again]


def others_of_this_address(application, user):
    """In this program only: what a person does in other programs is no business of this committee."""
    same = Application.objects.filter(correspondent=application.correspondent_id).exclude(pk=application.pk)
    return list(scope(same, user, READ).with_program())


def stands_beside(other, application):
    """Whether the same person would take another role in the same round, too."""
    gone = other.status in {Application.Status.WITHDRAWN, Application.Status.JUNK}
    return other.call.round_id == application.call.round_id and not gone


def letters_of(application, user):
    return scope(application.letters.order_by("created_at", "id"), user, LETTERS)


def doubles_of(application, reach):
    """Of the same round, under the same name or from a variant of the same mailbox, as far as this person reads them. What
    came from the very same address is no guess, and stands apart from these."""
    words = getattr(application, "found_by", None)
    if not words or not reach.shows_person(application.call):
        return []
    alike = Q(found_by__mailbox=words.mailbox) | (Q(found_by__name=words.name) if words.name else Q())
    others = reach.applications().standing().filter(alike, call__round=application.call.round_id)
    others = others.exclude(correspondent=application.correspondent_id).order_by("submitted_at", "pk")
    return list(others.with_program().light()[:20])
