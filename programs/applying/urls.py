from django.urls import include, path, register_converter

from programs.floods import own_links

from . import before, filling, resuming, sending
from .again import received
from .beginning import inviting


class Reference:
    """Only what a reference is made of; PostgreSQL refuses to be asked for some other strings."""

    regex = "[A-Z0-9-]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class Number:
    """The number of a step: plain digits, few."""

    regex = "[1-9][0-9]{0,2}"
    to_python = int
    to_url = str


register_converter(Reference, "reference")
register_converter(Number, "step")

urlpatterns = [
    *own_links.urlpatterns,
    path("apply/<slug:slug>/", before.start, name="apply"),
    path("apply/<slug:slug>/form/", filling.step, name="apply_form"),
    path("apply/<slug:slug>/form/<step:number>/", filling.step, name="apply_step"),
    path("apply/<slug:slug>/check/", filling.check, name="apply_check"),
    path("apply/<slug:slug>/saved/", filling.saved, name="apply_saved"),
    path("apply/<slug:slug>/send/", sending.send, name="apply_send"),
    path("apply/<slug:slug>/received/<reference:reference>/", received.received, name="apply_received"),
    path(
        "apply/<slug:slug>/received/<reference:reference>/as/<slug:other>/",
        received.begin_another,
        name="apply_another",
    ),
    path("draft/open/<str:token>/", resuming.open_link, name="draft_open"),
    path("invitation/open/<str:token>/", inviting.open_link, name="invitation_open"),
    path("", include("programs.applying.status.urls")),
]
