from django.urls import path

from . import links, views

urlpatterns = [
    path("remind/<slug:code>/", views.remind, name="remind"),
    path("remind/confirm/<str:token>/", links.confirm_link, name="remind_confirm"),
    path("remind/leave/<str:token>/", links.leave_link, name="remind_leave"),
]
