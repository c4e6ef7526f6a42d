"""One application: what was asked and answered, what was decided, what was written, what can be done now."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import registry

from programs.access import DECIDE, LETTERS, may
from programs.access.screens import ScopedRow
from programs.access.shown_to import Audience, answered
from programs.lifecycle import TRANSITIONS, verbs_from
from programs.models import Application, Decision, Receipt

from .changes import changes_of
from .waiting import overdue_words, promised_words, waiting_words, with_silence


class OneApplication(ScopedRow, PermissionCheckedMixin, BaseObjectMixin, WagtailAdminTemplateMixin):
    """A view of one application, in the admin's furniture."""

    model = Application
    header_icon = "clipboard-list"

    def get_base_object_queryset(self):
        return with_silence(Application.objects.with_program()).select_related("version")

    def get_page_subtitle(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        queue = {"url": reverse("application:index"), "label": _("Applications")}
        return [*self.breadcrumbs_items, queue, *self.own_breadcrumbs()]


class ApplicationView(OneApplication, TemplateView):
    any_permission_required = ["view", "change"]
    page_title = _("Application")
    template_name = "programs/moderation/application.html"

    def own_breadcrumbs(self):
        return [{"url": "", "label": str(self.object)}]

    def get_context_data(self, **kwargs):
        application, user = self.object, self.request.user
        decides = may(user, DECIDE, application)
        audience = Audience.COORDINATOR if decides else Audience.READER  # nobody else may open this
        return super().get_context_data(**kwargs) | {
            "application": application,
            "answered": answered(application, to=audience),
            "waiting": waiting_words(application),
            "promised": promised_words(application),
            "overdue": overdue_words(application),
            "verbs": verbs_offered(application) if decides else [],
            "history": history(application),
            "letters": letters_of(application) if may(user, LETTERS, application) else None,
            "inquiries": application.inquiries.select_related("by"),
            "may_ask": decides and may_be_asked(application),
            "changes": changes_of(application, audience),
            "second_tries": second_tries(application, audience),
            "others": others_of_this_address(application),
        }


def verbs_offered(application):
    return [(verb, TRANSITIONS[verb].label) for verb in verbs_from(application.status)]


def may_be_asked(application):
    """One question at a time, of somebody who has not withdrawn."""
    stands = application.status not in {Application.Status.WITHDRAWN, "junk"}
    return stands and not application.inquiries.open().exists()


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


def second_tries(application, audience):
    """What the same person typed when they applied again, each under the reference that try was given."""
    again = application.receipts.filter(kind=Receipt.Kind.AGAIN).select_related("version")
    return [(receipt, answered(receipt, to=audience)) for receipt in again]


def others_of_this_address(application):
    """In this program only: what a person does in other programs is no business of this committee."""
    return (
        Application.objects.filter(correspondent=application.correspondent_id).exclude(pk=application.pk).with_program()
    )


def letters_of(application):
    return application.letters.for_committees().order_by("created_at", "id")
