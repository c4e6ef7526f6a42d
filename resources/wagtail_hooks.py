from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Citation
from .needs import needs_citations


def held_back(citation):
    """Why the entry is off the public site, in the editor's words; empty when it is published."""
    missing = citation.missing
    return gettext("Not published: no %(missing)s") % {"missing": "; ".join(missing)} if missing else ""


class CitationViewSet(SnippetViewSet):
    model = Citation
    icon = "openquote"
    menu_label = _("Citations")
    menu_order = 250
    add_to_admin_menu = True
    copy_view_enabled = False
    list_filter = ["kind"]
    search_fields = ["authors", "title", "container"]
    list_display = [
        TitleColumn("__str__", label=_("Citation"), url_name="wagtailsnippets_resources_citation:edit"),
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("held_back", label=_("Held back"), accessor=held_back),
    ]


hooks.register("needs_editor", needs_citations)
register_snippet(CitationViewSet)
