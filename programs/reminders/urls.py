from django.urls import path

from . import link_views, views

urlpatterns = [
    path("remind/<slug:code>/", views.remind, name="remind"),
    path("remind/confirm/<str:token>/", link_views.confirm_link, name="remind_confirm"),
    path("remind/leave/<str:token>/", link_views.leave_link, name="remind_leave"),
]
