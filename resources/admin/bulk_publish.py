from urllib.parse import urlsplit

from django.db.models import Q
from django.http import QueryDict
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from resources.models import Citation

from .filters import CitationFilterSet


class PublishBulkAction(SnippetBulkAction):
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

    def get_all_objects_in_listing_query(self, parent_id):
        """“All” means what the list shows, filter and search included."""
        asked = QueryDict(urlsplit(self.next_url).query)
        listed = CitationFilterSet(asked, queryset=Citation.objects.all(), request=self.request).qs
        found = Q()
        for name in Citation.snippet_viewset.search_fields:
            found |= Q(**{f"{name}__icontains": asked.get("q", "")})
        return listed.filter(found).values_list("pk", flat=True)

    @classmethod
    def execute_action(cls, objects, **kwargs):
        drafts = [citation for citation in objects if citation.draft]
        for citation in drafts:
            citation.draft = False
            citation.save(update_fields=["draft", "written"])
        return len(drafts), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        told = ngettext("%(count)d draft is published.", "%(count)d drafts are published.", num_parent_objects)
        return told % {"count": num_parent_objects}
