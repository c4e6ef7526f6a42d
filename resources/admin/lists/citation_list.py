from urllib.parse import urlencode

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from portal.linkhealth.report import in_words
from resources.admin.choosing.choosers import CitationChooserViewSet
from resources.admin.editing.citation_form import CITATION_PANELS
from resources.admin.importing.screen import ImportView
from resources.citations.exporting import FORMATS, as_file
from resources.models import Citation

from .columns import STANDS_IN, TOPICS, field, in_apa
from .entry_list import EntryIndexView, EntryViewSet
from .filters import CitationFilterSet

NAMES = {"ris": "RIS", "bib": "BibTeX", "json": "CSL-JSON"}


def held_back(citation):
    """Why the entry is off the public site, in the editor's words; empty when it is published."""
    missing = citation.missing
    if missing:
        return gettext("Not published: no %(missing)s") % {"missing": "; ".join(missing)}
    return gettext("Draft") if citation.draft else ""


def to_do(citation):
    return "; ".join(filter(None, [held_back(citation), *map(in_words, citation.listed.dead)]))


class CitationIndexView(EntryIndexView):
    """The list; with ?format= what it lists, as a file."""

    def get(self, request, *args, **kwargs):
        ending = request.GET.get("format")
        if ending in FORMATS:
            return as_file(self.get_queryset(), ending, "citations")
        return super().get(request, *args, **kwargs)

    @cached_property
    def header_more_buttons(self):
        more = super().header_more_buttons
        if self.permission_policy.user_has_permission(self.request.user, "add"):
            more.append(Button(_("Import"), url=reverse(self.import_url_name), icon_name="upload", priority=10))
        listed = {key: self.request.GET.getlist(key) for key in self.request.GET if key not in {"p", "format"}}
        for place, (ending, name) in enumerate(NAMES.items()):
            url = f"{self.index_url}?{urlencode(listed | {'format': ending}, doseq=True)}"
            label = gettext("Export as %(format)s") % {"format": name}
            more.append(Button(label, url=url, icon_name="download", priority=20 + place))
        return more

    import_url_name = "wagtailsnippets_resources_citation:import"


FIELDS = [
    *("kind", "authors", "editors", "date", "title", "container", "volume", "issue", "pages", "edition", "publisher"),
    *("place", "doi", "isbn", "url", "language"),
]


class CitationViewSet(EntryViewSet):
    model = Citation
    icon = "openquote"
    menu_label = _("Citations")
    menu_order = 10
    index_view_class = CitationIndexView
    chooser_viewset_class = CitationChooserViewSet
    filterset_class = CitationFilterSet
    edit_handler = CITATION_PANELS
    search_fields = ["authors", "editors", "title", "container", "publisher", "doi", "isbn"]
    list_display = [
        "__str__",
        "kind",
        TOPICS,
        Column("held_back", label=_("Held back"), accessor=to_do),
        STANDS_IN,
    ]
    list_export = [
        *(field(Citation, name) for name in FIELDS),
        Column("address", label=_("Address")),
        Column("apa", label=_("In APA"), accessor=in_apa),
        TOPICS,
        Column("held_back", label=_("Held back"), accessor=to_do),
        STANDS_IN,
        field(Citation, "editors_note"),
    ]
    export_filename = "citations"

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("import/", ImportView.as_view(), name="import")]
