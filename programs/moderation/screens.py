"""The screens of applications: the queue, one application, a decision on it."""

from django.urls import path, reverse
from wagtail.admin.admin_url_finder import ModelAdminURLFinder

from programs.access import DECIDE, READ, ProgramPolicy
from programs.access.screens import ScopedViewSet
from programs.models import Application

from .deciding.asking import AskView
from .deciding.one import DecideView
from .one.correcting import CorrectView
from .one.notes import DeleteNoteView, TagView
from .one.page import ApplicationView, SensitiveView
from .one.printing import PrintListView, PrintView
from .one.screens import AddNoteView, HereView
from .queue.listing import QueueView
from .queue.one_application import FileView, MembershipView
from .queue.saved import ForgetView, SaveView


class ApplicationViewSet(ScopedViewSet):
    """Applications are read and decided here; nobody adds, edits or deletes one in the admin."""

    model = Application
    policy = ProgramPolicy(Application, view=READ, change=DECIDE)
    url_prefix = "mentoring/applications"
    icon = "clipboard-list"
    menu_order = 10
    index_view_class = QueueView
    list_per_page = 50
    form_fields = []

    @property
    def menu_url(self):
        """The menu opens on what waits; everything else is one click away, on the filter's cross."""
        return reverse("application:index") + "?status=received"

    def get_common_view_kwargs(self, **kwargs):
        names = ("add", "edit", "delete", "history", "usage")
        return super().get_common_view_kwargs(**{f"{name}_url_name": None for name in names} | kwargs)

    @property
    def url_finder_class(self):
        return type("ApplicationURLFinder", (ModelAdminURLFinder,), {"edit_url_name": "application:inspect"})

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("filters/save/", self.construct_view(SaveView), name="save_filter"),
            path("filters/<int:pk>/delete/", self.construct_view(ForgetView), name="delete_filter"),
            path("<int:pk>/", self.construct_view(ApplicationView), name="inspect"),
            path("<int:pk>/files/<int:upload>/", self.construct_view(FileView), name="file"),
            path("<int:pk>/membership/", self.construct_view(MembershipView), name="membership"),
            path("<int:pk>/sensitive/", self.construct_view(SensitiveView), name="sensitive"),
            path("<int:pk>/here/", self.construct_view(HereView), name="here"),
            path("<int:pk>/correct/", self.construct_view(CorrectView), name="correct"),
            path("<int:pk>/notes/", self.construct_view(AddNoteView), name="add_note"),
            path("<int:pk>/notes/<int:note>/delete/", self.construct_view(DeleteNoteView), name="delete_note"),
            path("<int:pk>/tags/", self.construct_view(TagView), name="tag"),
            path("<int:pk>/print/", self.construct_view(PrintView), name="print"),
            path("print/", self.construct_view(PrintListView), name="print_list"),
            path("<int:pk>/ask/", self.construct_view(AskView), name="ask"),
            path("<int:pk>/<slug:verb>/", self.construct_view(DecideView), name="decide"),
        ]
