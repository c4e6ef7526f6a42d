from django.urls import path

from home.calendar import calendar, event_calendar
from home.door.views import resources
from home.feed import feed
from home.fit.views import fit
from home.search.views import search

urlpatterns = [
    path("calendar.ics", calendar, name="calendar"),
    path("calendar/event/<int:pk>.ics", event_calendar, name="event_calendar"),
    path("feed.atom", feed, name="feed"),
    path("fit/", fit, name="fit"),
    path("resources/", resources, name="resources"),
    path("search/", search, name="search"),
]
