"""Included by the addresses of applying, which say what a reference is made of."""

from django.urls import path

from . import answering, downloading, files, links, own_dates, page, referees
from .going_on import beginning_again, changing
from .leaving import deleting, withdrawing

urlpatterns = [
    path("status/", links.lost, name="status_lost"),
    path("status/close/", links.close, name="status_close"),
    path("status/open/<str:token>/", links.open_link, name="status_open"),
    path("status/<reference:reference>/", page.status, name="status"),
    path("status/<reference:reference>/files/<int:upload>/", files.own_file, name="status_file"),
    path("status/<reference:reference>/change/", changing.change, name="status_change"),
    path("status/<reference:reference>/again/<slug:slug>/", beginning_again.begin_again, name="status_again"),
    path("status/<reference:reference>/questions/<int:number>/", answering.answer, name="status_answer"),
    path("status/<reference:reference>/references/<int:number>/", referees.name_somebody_else, name="status_referee"),
    path(
        "status/<reference:reference>/references/<int:number>/again/", referees.once_more, name="status_referee_again"
    ),
    path("status/<reference:reference>/withdraw/", withdrawing.withdraw, name="status_withdraw"),
    path("status/<reference:reference>/delete/", deleting.delete, name="status_delete"),
    path("status/<reference:reference>/dates.ics", own_dates.calendar, name="status_dates"),
    path("status/<reference:reference>/copy.html", downloading.readable, name="status_copy"),
    path("status/<reference:reference>/copy.json", downloading.for_machines, name="status_data"),
]
