"""The screens of readings: one's own, and those of a program."""

from django.urls import path, reverse

from programs.access import SCORE, ProgramPolicy
from programs.access.screens import ScopedViewSet
from programs.models import Reading

from .declaring import DeclaredView, DeleteDeclaredView
from .listing import MyReadingsView
from .one import OpenAgainView, ReadFileView, ReadView, RecuseView
from .overview import ProgramsView, ProgramView
from .people import AssignView, NextView, TakeAwayView


class ReadingViewSet(ScopedViewSet):
    """Readings are given and taken by verbs; nobody adds, edits or deletes one as a row."""

    model = Reading
    policy = ProgramPolicy(Reading, view=SCORE, change=SCORE)
    url_prefix = "mentoring/readings"
    icon = "glasses"
    menu_label = MyReadingsView.page_title
    menu_order = 12
    index_view_class = MyReadingsView
    list_per_page = 50
    form_fields = []

    @property
    def menu_url(self):
        return reverse("reading:index") + "?status=assigned"

    def get_common_view_kwargs(self, **kwargs):
        names = ("add", "edit", "delete", "history", "usage", "inspect")
        return super().get_common_view_kwargs(**{f"{name}_url_name": None for name in names} | kwargs)

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("next/", NextView.as_view(), name="next"),
            path("declared/", DeclaredView.as_view(), name="declared"),
            path("declared/<int:pk>/delete/", DeleteDeclaredView.as_view(), name="delete_declared"),
            path("programs/", ProgramsView.as_view(), name="programs"),
            path("programs/<int:pk>/", ProgramView.as_view(), name="program"),
            path("of/<int:pk>/", AssignView.as_view(), name="assign"),
            path("<int:pk>/", self.construct_view(ReadView), name="read"),
            path("<int:pk>/files/<int:upload>/", self.construct_view(ReadFileView), name="file"),
            path("<int:pk>/recuse/", self.construct_view(RecuseView), name="recuse"),
            path("<int:pk>/open/", self.construct_view(OpenAgainView), name="open"),
            path("<int:pk>/take/", TakeAwayView.as_view(), name="take"),
        ]
