import pytest
from django.urls import reverse
from wagtail.models import Site

from resources.models import ReadingSettings
from tests.saving import fields

pytestmark = pytest.mark.django_db


def test_a_setting_is_not_saved_over_what_somebody_saved_meanwhile(admin_client):
    site = Site.objects.get(is_default_site=True)
    address = reverse("wagtailsettings:edit", args=["resources", "readingsettings", site.pk])
    opened = fields(admin_client.get(address))
    ReadingSettings.objects.update(style="mla")
    answer = admin_client.post(address, opened | {"style": "chicago"})
    assert [(each.label, each.saved) for each in answer.context["conflict"].clashes] == [
        ("Citation style", "MLA (9th edition)")
    ]
    assert ReadingSettings.objects.get().style == "mla"
    assert admin_client.post(address, fields(answer)).status_code == 302
    assert ReadingSettings.objects.get().style == "chicago"


def test_a_setting_needs_its_permission(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody"))
    site = Site.objects.get(is_default_site=True)
    answer = client.get(reverse("wagtailsettings:edit", args=["resources", "readingsettings", site.pk]))
    assert answer.status_code == 302
    assert "/login/" in answer.url or answer.url == "/admin/"
