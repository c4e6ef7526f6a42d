"""Programs and rounds begin as drafts, which no reader sees, and become public when somebody publishes them."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from .before_calls import calls_made_public, missing, refusals
from .public_words import readers_will_see


class DraftPanel(Panel):
    """On a draft: that it is one, and what readers will see once it is published."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "programs/planning/draft.html"

        def is_shown(self):
            return bool(self.instance.pk) and self.instance.draft

        def get_context_data(self, parent_context=None):
            told = {"will_see": readers_will_see(self.instance), "missing": missing(self.request.user)}
            return super().get_context_data(parent_context) | told


class Drafting:
    """A view that saves a draft, or publishes. What is public stays so; its changes are public at once."""

    @property
    def saves_draft(self):
        return self.object is None or self.object.pk is None or self.object.draft

    @property
    def submit_button_label(self):
        return _("Save draft") if self.saves_draft else _("Publish changes")

    @property
    def submit_button_active_label(self):
        return _("Saving…") if self.saves_draft else _("Publishing…")

    def is_valid(self, form):
        """Not before readers can learn what becomes of what they send."""
        publishing, found = self.action == "publish", super().is_valid(form)
        if not (found and (publishing or not self.saves_draft) and calls_made_public(form, publishing)):
            return found
        told = refusals(self.request.user)
        for each in told:
            form.add_error(None, each)
            self.produced_error_message = self.get_error_message()
        return not told

    def save_instance(self):
        row = self.form.instance
        if self.action == "publish":
            row.draft = False
        elif row.pk is None:
            row.draft = True
        return super().save_instance()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"saves_draft": self.saves_draft}


class DraftCreating(Drafting):
    template_name = "programs/planning/create_draft.html"
    actions = ["create", "publish"]


class DraftEditing(Drafting):
    template_name = "programs/planning/edit_draft.html"
    actions = ["edit", "publish"]


def status_words(row):
    return gettext("Draft") if row.draft else gettext("Public")


def draft_words(row):
    """Empty for what is public."""
    return gettext("Draft: readers do not see it") if row.draft else ""
