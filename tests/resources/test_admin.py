"""Citations in the admin: what is held back says why, and nothing empty is kept."""

import pytest
from django.core.exceptions import ValidationError

from resources.models import Citation
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_the_list_says_what_keeps_a_citation_off_the_site(client):
    Citation.objects.create(authors="Lacking, B.", date="2020")
    client.force_login(make_user(superuser=True))
    page = client.get("/admin/snippets/resources/citation/").content.decode()
    assert "Not published: no title; journal, magazine or site" in page


def test_an_empty_citation_is_refused():
    with pytest.raises(ValidationError, match="something to know this entry by"):
        Citation(kind="web").full_clean()
