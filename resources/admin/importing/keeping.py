"""Records become drafts, once: what is here already is named, what cannot be kept is handed back with its reason."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from portal.rows import recording
from resources.citations.csl import VARIABLES, from_csl
from resources.citations.reading_in import records
from resources.citations.records import Record, extras, squeeze
from resources.citations.sameness import Known
from resources.models import Citation

MOST = 1000
"""Records that one import takes, kept or not."""

SHORTENED = {"title", "container", "publisher"}
"""Without these nobody would know the entry: they keep their beginning."""


@dataclass
class Answer:
    """What became of each record: new drafts, pairs of a record and the citation that it is, records that failed.

    `passed` are headings between records. `beside` counts, of the kept, fields that are kept in the original alone.
    """

    kept: list = field(default_factory=list)
    known: list = field(default_factory=list)
    failed: list = field(default_factory=list)
    passed: list = field(default_factory=list)
    beside: Counter = field(default_factory=Counter)

    @property
    def count(self):
        return len(self.kept) + len(self.known) + len(self.failed)


def import_text(text, name="", by=None):
    """Keeps every good record of the text as a draft. Importing the same again keeps nothing. `by`: who imports."""
    answer, known = Answer(), Known(Citation.objects.all())
    for record in records(text, name):
        if record.passed:
            answer.passed.append(record)
        elif answer.count >= MOST:
            reason = gettext(
                "One import takes %(count)d records. From here on nothing was read: import the rest by itself."
            )
            answer.failed.append(Record(record.line, record.text[:500], reason=reason % {"count": MOST}))
            break
        elif record.reason:
            answer.failed.append(record)
        else:
            _take(record, answer, known, by)
    return answer


def _take(record, answer, known, by):
    citation = Citation(draft=True, original=record.text, **fitted(from_csl(record.item), _limits()))
    same = known.same_as(citation)
    if same:
        answer.known.append((record, same))
        return
    if near := next(known.with_marks_of(citation), None):
        told = gettext("Another entry has its DOI or title: %(entry)s. They seem to be different works.") % {
            "entry": near
        }
        citation.editors_note = "\n".join(filter(None, [citation.editors_note, told]))
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
    answer.beside.update(_beside(record.item))


def fitted(fields, limits):
    """The fields within `limits` ({field: (its name, the letters it holds)}); what was too long stands in the note.

    No value refuses a record.
    """
    fields, notes = dict(fields), []
    for name, (label, most) in limits.items():
        value = fields.get(name)
        if isinstance(value, str) and len(value) > most:
            fields[name] = _shortened(value, most) if name in SHORTENED else ""
            notes.append(f"{label}: {value}")
    if notes:
        fields["editors_note"] = "\n".join(filter(None, [fields.get("editors_note", ""), *notes]))
    return fields


def _shortened(value, most):
    words = squeeze(value)[: most - 2]
    return f"{words.rpartition(' ')[0] or words} …"


@cache
def _limits():
    """{field: (its name, the letters it holds)} of all fields that a record fills."""
    fields = (Citation._meta.get_field(name) for name in [*VARIABLES, "date"])
    return {each.name: (each.verbose_name, each.max_length) for each in fields}


def _beside(item):
    for name in ("ris", "bibtex"):
        yield from (field for field, _value in extras(item, name))
    yield from item.get("beside", [])


def _told(wrong):
    """“title: too long.”, in the editor's words."""
    parts = []
    for name, messages in wrong.message_dict.items():
        label = "" if name == "__all__" else f"{Citation._meta.get_field(name).verbose_name}: "
        parts += [f"{label}{message}" for message in messages]
    return " ".join(parts)
