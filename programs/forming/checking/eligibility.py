"""What calls ask of applicants that their form does not mention: the committee would have to write to everybody."""

import re

from django.utils.translation import gettext

from portal.checks.findings import Finding
from programs.forms.purposes import Purpose
from programs.offer.eligibility import by_subject

MENTIONS = {
    "membership": r"member|belong|join(ed|ing)?\b|miembr|soci[oa]s?\b|membres|afilia|pertenece",
    "experience": r"experience|years?\b|how long|since when|experiencia|años?\b|cuánto tiempo|desde cuándo",
    "first year": r"first year|new to|how long|since when|years?\b|start(ed)?\b|primer año|cuánto tiempo|desde cuándo|años?\b",
    "students": r"student|studying|enrol|degree|graduat|estudi|matricul|carrera|titulaci|gradu",
    "age": r"\bage\b|years old|\b1[68]\b|birth|\bedad\b|nacimiento|mayor(es)? de|cumplid",
}
"""By what words a form shows that it asks, in the languages of the site. New people are welcome without a question."""


def not_mentioned(form, calls):
    """A sentence for each condition, named once for all calls that have it."""
    if form.purpose != Purpose.APPLICATION:
        return
    where, path = form.whole
    told = {}
    for call in calls:
        for subject, sentence in by_subject(call.asks).items():
            if sentence and subject in MENTIONS and not re.search(MENTIONS[subject], form.text, re.IGNORECASE):
                told.setdefault(sentence, call)
    for sentence, call in told.items():
        said = gettext("“%(call)s” says “%(sentence)s”, and no question mentions it.")
        yield Finding(where, said % {"call": call, "sentence": sentence}, path)
