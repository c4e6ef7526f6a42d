"""What the front door adds to the Wagtail admin: a list of registrations, nothing else."""

from wagtail import hooks

from .search.admin import SynonymsViewSet


@hooks.register("register_admin_viewset")
def search_screens():
    return SynonymsViewSet()
