from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .admin.citation_list import CitationViewSet
from .needs import needs_citations

hooks.register("needs_editor", needs_citations)
register_snippet(CitationViewSet)
