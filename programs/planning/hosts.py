"""Hosts: the associations and their parts. For superusers, and whoever is given Django's permissions on hosts."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.permission_policies import ModelPermissionPolicy

from programs.models import Host

from .screens import PlanningViewSet


class HostViewSet(PlanningViewSet):
    model = Host
    url_prefix = "mentoring/hosts"
    policy = ModelPermissionPolicy(Host)
    icon = "globe"
    menu_label = _("Hosts")
    menu_order = 50
    panels = [FieldPanel(name) for name in ("name", "acronym", "kind", "parent", "url")]
    list_display = ["name", "acronym", "kind", "parent"]
    list_filter = ["kind"]
    search_fields = ["name", "acronym"]
    ordering = "name"
