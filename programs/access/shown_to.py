"""Who sees which answer of an application: templates, lists, letters, search and exports get answers from here alone.

Nothing else reads the field `answers` (a test looks for it), and nobody is an audience by default: whoever asks says for
whom. Observers of a committee see numbers and are no audience.
"""

from enum import StrEnum

from programs.forms.questions import QUESTIONS


class Audience(StrEnum):
    APPLICANT = "applicant"
    COORDINATOR = "coordinator"
    READER = "reader"
    PARTNER = "partner"
    """The other half of the applicant's match."""
    PUBLIC = "public"


COMMITTEE = (Audience.COORDINATOR, Audience.READER)


def sees(audience, question):
    """Whether this audience sees the answers to this question, by its definition. What names nobody is for the committee;
    what applicants said themselves they may always read again."""
    return audience == Audience.APPLICANT or audience in question.get("shown_to", COMMITTEE)


def answered(sent, *, to):
    """What this audience sees of an application or a receipt: [(label, [line, ...]), ...] in the order that was asked."""
    return [(question["label"], kind.reads(question, answer)) for question, kind, answer in _seen(sent, to)]


def exported(sent, *, to):
    """The same for a spreadsheet: [(key, label, cell), ...]. The key is the same in every version and language of a form."""
    return [
        (question["key"], question["label"], kind.cell(question, answer)) for question, kind, answer in _seen(sent, to)
    ]


def _seen(sent, to):
    audience = Audience(to)
    for question, answer in sent.version.restored(sent.answers):
        if sees(audience, question):
            yield question, QUESTIONS[question["type"]], answer
