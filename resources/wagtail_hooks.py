from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .admin.bulk_publish import PublishBulkAction
from .admin.citation_list import CitationViewSet
from .links import external_links
from .models import Activity, GoalExample
from .needs import needs_citations

hooks.register("external_links", external_links)
hooks.register("needs_editor", needs_citations)
register_snippet(CitationViewSet)
register_snippet(Activity)
register_snippet(GoalExample)
hooks.register("register_bulk_action", PublishBulkAction)
