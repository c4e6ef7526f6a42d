"""The admin in Spanish: what it answers, and its screens."""

import pytest
from django.utils import translation

from programs.lifecycle import TRANSITIONS, Refused, advance
from programs.models import Application, Decision
from tests.factories import make_application

from .reading import Words, english_in

pytestmark = pytest.mark.django_db


def answers(response):
    """What the admin says after a post; none of it may be English."""
    told = [str(Words(str(message))) for message in response.context["messages"]]
    assert [english_in(text) for text in told] == [[]] * len(told)
    return told


@pytest.mark.parametrize("verb", TRANSITIONS)
def test_deciding_one_is_answered_in_spanish(desk, application, verb):
    source = min(TRANSITIONS[verb].sources)
    Application.objects.update(status=source)
    address = f"/admin/mentoring/applications/{application.pk}/{verb}/"
    assert application.reference in answers(desk.post(address, {"seen": source}, follow=True))[0]
    assert application.reference in answers(desk.post(address, {"seen": source}))[0]


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("verb", Decision.Verb.values)
def test_deciding_and_announcing_several_is_answered_in_spanish(desk, call, verb, number):
    source = min(TRANSITIONS[verb].sources)
    rows = [make_application(call, status=source) for _ in range(number)]
    chosen = "&".join(f"id={row.pk}" for row in rows)
    for action, seen in ((verb, {row.pk: source for row in rows}), ("announce", None)):
        address = f"/admin/bulk/programs/application/{action}/?{chosen}&next=/admin/mentoring/applications/"
        seen = seen or {row.decisions.get().pk: verb for row in rows}
        typed = {"seen": ",".join(f"{pk}:{word}" for pk, word in seen.items()), "reason": ""}
        assert str(number) in " ".join(answers(desk.post(address, typed, follow=True)))


@pytest.mark.parametrize("state", Application.Status.values)
@pytest.mark.parametrize("verb", TRANSITIONS)
def test_refusal_names_state_and_verb_in_spanish(application, state, verb):
    if state in TRANSITIONS[verb].sources:
        return
    with translation.override("es"), pytest.raises(Refused) as refused:
        advance(application, verb, by=None, seen=state)
    assert english_in(str(refused.value)) == []
