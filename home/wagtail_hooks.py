"""What the front door adds to the Wagtail admin: a list of registrations, nothing else."""

from wagtail import hooks

from .first_day import keeping, leaving, needs
from .search.admin import SynonymsViewSet

hooks.register("before_calls", needs.before_calls)
hooks.register("needs_editor", needs.needs_administrator)
hooks.register("before_unpublish_page", keeping.keep_last_notice)
hooks.register("consequences", leaving.consequences_for_notice)
hooks.register("before_delete_page", keeping.keep_last_notice_undeleted)
hooks.register("before_bulk_action", keeping.keep_last_notice_in_bulk)


@hooks.register("register_admin_viewset")
def search_screens():
    return SynonymsViewSet()
