from django.urls import path, register_converter

from . import files, status, views


class Reference:
    """Only what a reference is made of; PostgreSQL refuses to be asked for some other strings."""

    regex = "[A-Z0-9-]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(Reference, "reference")

urlpatterns = [
    path("apply/<slug:slug>/", views.apply, name="apply"),
    path("apply/<slug:slug>/received/<reference:reference>/", views.received, name="apply_received"),
    path("status/", status.lost, name="status_lost"),
    path("status/close/", status.close, name="status_close"),
    path("status/open/<str:token>/", status.open_link, name="status_open"),
    path("status/<reference:reference>/", status.status, name="status"),
    path("status/<reference:reference>/files/<int:upload>/", files.own_file, name="status_file"),
    path("status/<reference:reference>/withdraw/", status.withdraw, name="status_withdraw"),
]
