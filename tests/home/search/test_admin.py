"""The association's own words for search: who keeps them, and what is refused."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from home.models import Synonyms
from tests.factories import make_user

pytestmark = pytest.mark.django_db

ADD = "synonyms:add"


def person(*codenames):
    user = make_user()
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    return user


def test_who_has_djangos_permission_keeps_them_and_nobody_else(client):
    client.force_login(person())
    client.post(reverse(ADD), {"words": "rookie, newcomer", "words_es": ""})
    assert not Synonyms.objects.exists()
    client.force_login(person("add_synonyms"))
    assert client.post(reverse(ADD), {"words": "rookie, newcomer", "words_es": ""}).status_code == 302
    assert Synonyms.objects.get().words == "rookie, newcomer"


@pytest.mark.parametrize(("words", "words_es"), [("rookie", ""), ("rookie, Rookie ,", ""), (" , ", "!"), ("", "")])
def test_one_word_alone_means_the_same_as_no_other(client, words, words_es):
    client.force_login(make_user(superuser=True))
    answer = client.post(reverse(ADD), {"words": words, "words_es": words_es})
    assert answer.status_code == 200
    assert "Give two words or more" in answer.content.decode()
    assert not Synonyms.objects.exists()


def test_a_word_in_each_language_is_enough(client):
    client.force_login(make_user(superuser=True))
    assert client.post(reverse(ADD), {"words": "rookie", "words_es": "novato"}).status_code == 302
