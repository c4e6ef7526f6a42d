from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from portal.rows import recording
from resources.models import Citation

from .within_list import WithinList


def publish(citation, by):
    """As it is stored now: nothing that somebody saved since the selection was shown is undone."""
    with recording.recorded(citation, by) as now:
        if now:
            citation.refresh_from_db()
            citation.draft = False
            citation.save(update_fields=["draft", "written"])


class PublishBulkAction(WithinList, SnippetBulkAction):
    """Ends the draft of the chosen citations; those that lack something stay held back for that."""

    display_name = _("Publish")
    action_type = "publish"
    aria_label = _("Publish the chosen citations")
    template_name = "resources/citations/bulk_publish.html"
    action_priority = 20

    @classproperty
    def models(cls):  # noqa: N805
        return [Citation]

    def check_perm(self, citation):
        return self.request.user.has_perm("resources.change_citation")

    @classmethod
    def execute_action(cls, objects, **kwargs):
        drafts = [citation for citation in objects if citation.draft]
        for citation in drafts:
            publish(citation, kwargs["self"].request.user)
        return len(drafts), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        told = ngettext("%(count)d draft is published.", "%(count)d drafts are published.", num_parent_objects)
        return told % {"count": num_parent_objects}
