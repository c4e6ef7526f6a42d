from django.urls import path, register_converter

from . import views


class Code:
    """Only what a program's code is made of."""

    regex = "[A-Z][A-Z0-9]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(Code, "code")

urlpatterns = [
    path("calendar/<code:code>.ics", views.program_calendar, name="program_calendar"),
    path("programs.json", views.programs, name="program_list"),
]
