"""The screens of settings, in which two people may be as well: in place of Wagtail's own, at the same address."""

from django.urls import path
from wagtail.contrib.settings import views

from .editing import RowEditing


class SettingEditView(RowEditing, views.EditView):
    template_name = "portal/rows/setting_edit.html"

    def editing_sessions(self):
        """Not told: Wagtail's address for it asks about the row, and permissions on settings are given by site."""


def settings_addresses():
    """register_admin_urls, before Wagtail's."""
    return [path("settings/<slug:app_name>/<slug:model_name>/<int:pk>/", SettingEditView.as_view())]
