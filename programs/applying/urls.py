from django.urls import path

from . import status, views

urlpatterns = [
    path("apply/<slug:slug>/", views.apply, name="apply"),
    path("apply/<slug:slug>/received/<str:reference>/", views.received, name="apply_received"),
    path("status/", status.lost, name="status_lost"),
    path("status/open/<str:token>/", status.open_link, name="status_open"),
    path("status/<str:reference>/", status.status, name="status"),
    path("status/<str:reference>/withdraw/", status.withdraw, name="status_withdraw"),
]
