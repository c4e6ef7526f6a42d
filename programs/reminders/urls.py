from django.urls import path

from . import views

urlpatterns = [
    path("remind/<slug:code>/", views.remind, name="remind"),
]
