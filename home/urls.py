from django.urls import path

from home.calendar import calendar
from home.search.views import search

urlpatterns = [
    path("calendar.ics", calendar, name="calendar"),
    path("search/", search, name="search"),
]
