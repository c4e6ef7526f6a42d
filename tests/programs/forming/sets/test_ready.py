"""The sets that come with the portal can be published as they are, in either language."""

import pytest

from portal.checks.walking.pages import findings_of
from programs.forming.exchange.raw import raw_sections
from programs.forming.sets.ready import READY

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("ready", READY, ids=[ready.name for ready in READY])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_set_is_a_form_without_faults_and_findings(form_of, ready, language):
    form = form_of(sections=raw_sections(ready.sections(language)))
    assert not list(form.faults())
    assert not findings_of(form)
    assert form.definition() == [
        section | {"questions": [dict(question) for question in section["questions"]]}
        for section in form.version().sections
    ]


def test_all_sets_together_share_no_key(form_of):
    form = form_of(sections=[one for ready in READY for one in raw_sections(ready.sections("en"))])
    assert not list(form.faults())


def test_demographics_are_sensitive_with_a_reason_and_never_required():
    (ready,) = [ready for ready in READY if ready.name == "demographics"]
    (section,) = ready.sections("en")
    assert section["intro"]
    for question in section["questions"]:
        assert question["sensitive"]
        assert question["why"]
        assert not question["required"]
        assert question["shown_to"] == ["coordinator"]
