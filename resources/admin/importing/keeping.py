"""Records become drafts, once: what is here already is named, what cannot be kept is handed back with its reason."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from portal.rows import recording
from resources.citations.csl import from_csl
from resources.citations.reading_in import records
from resources.citations.sameness import Known
from resources.models import Citation

MOST = 1000
"""Records that one import takes."""


@dataclass
class Answer:
    """What became of each record: new drafts, pairs of a record and the citation that it is, records that failed."""

    kept: list = field(default_factory=list)
    known: list = field(default_factory=list)
    failed: list = field(default_factory=list)

    @property
    def count(self):
        return len(self.kept) + len(self.known) + len(self.failed)


def import_text(text, name="", by=None):
    """Keeps every good record of the text as a draft. Importing the same again keeps nothing. `by`: who imports."""
    answer, known = Answer(), Known(Citation.objects.all())
    for place, record in enumerate(records(text, name)):
        if place >= MOST and not record.reason:
            record.reason = gettext("One import takes %(count)d records. Import this one in the next.") % {
                "count": MOST
            }
        if record.reason:
            answer.failed.append(record)
        else:
            _take(record, answer, known, by)
    return answer


def _take(record, answer, known, by):
    citation = Citation(draft=True, **from_csl(record.item))
    same = known.same_as(citation)
    if same:
        answer.known.append((record, same))
        return
    try:
        citation.full_clean()
    except ValidationError as wrong:
        record.reason = _told(wrong)
        answer.failed.append(record)
        return
    citation.save()
    recording.created(citation, by)
    known.add(citation)
    answer.kept.append(citation)


def _told(wrong):
    """“title: too long.”, in the editor's words."""
    parts = []
    for name, messages in wrong.message_dict.items():
        label = "" if name == "__all__" else f"{Citation._meta.get_field(name).verbose_name}: "
        parts += [f"{label}{message}" for message in messages]
    return " ".join(parts)
