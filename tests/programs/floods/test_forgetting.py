from datetime import timedelta

import pytest
from django.utils import timezone

from programs.floods.forgetting import erase_junk, forget_networks
from programs.letters.writing import write
from programs.lifecycle import advance
from programs.models import AccessLink, Application, Correspondent, Letter
from tests.factories import make_application, make_link, make_user

pytestmark = pytest.mark.django_db


def junk(days):
    application = make_application(name="Junk Sender")
    write("received", application)
    make_link(application)
    advance(application, "junk", by=make_user(), seen="received")
    Application.objects.filter(pk=application.pk).update(junked_at=timezone.now() - timedelta(days=days))
    return application


def test_junk_is_erased_after_a_month_with_all_that_is_known_of_its_sender():
    old, young, honest = junk(31), junk(29), make_application()
    assert erase_junk() == 1
    assert set(Application.objects.all()) == {young, honest}
    assert not Correspondent.objects.filter(pk=old.correspondent_id).exists()
    assert Letter.objects.count() == AccessLink.objects.count() == 1


def test_what_was_taken_back_from_junk_is_not_erased():
    application = junk(31)
    advance(application, "not-junk", by=make_user(), seen="junk")
    assert erase_junk() == 0
    assert Application.objects.get().status == "received"


def test_networks_are_forgotten_but_where_a_letter_still_waits():
    before = timezone.now() - timedelta(days=31)
    told = make_application(proven_at=None, network="a", submitted_at=before)
    write("received", told)
    waits = make_application(proven_at=None, network="b", suspected="many", submitted_at=before)
    suspect = make_application(proven_at=None, network="c", suspected="trap", submitted_at=before)
    young = make_application(proven_at=None, network="d")
    assert forget_networks() == 2
    left = dict(Application.objects.values_list("pk", "network"))
    assert left == {told.pk: "", waits.pk: "b", suspect.pk: "", young.pk: "d"}
