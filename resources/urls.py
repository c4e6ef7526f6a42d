from django.urls import path

from .views import citation_file, reading_list_file

urlpatterns = [
    path("readings/<int:page>/citations.<slug:ending>", reading_list_file, name="reading_list_file"),
    path("readings/<int:page>/<int:citation>.<slug:ending>", citation_file, name="citation_file"),
]
