"""Values that are too long for their field go to the editor's note; none refuses a record."""

from resources.citations.records import squeeze

SHORTENED = {"title", "container", "publisher"}
"""Without these nobody would know the entry: they keep their beginning."""


def fitted(fields, limits):
    """The fields within `limits` ({field: (name in words, most letters)}), the note with what was left out."""
    fields, notes = dict(fields), []
    for field, (label, most) in limits.items():
        value = fields.get(field)
        if isinstance(value, str) and len(value) > most:
            fields[field] = _shortened(value, most) if field in SHORTENED else ""
            notes.append(f"{label}: {value}")
    if notes:
        fields["editors_note"] = "\n".join(filter(None, [fields.get("editors_note", ""), *notes]))
    return fields


def _shortened(value, most):
    words = squeeze(value)[: most - 2]
    return f"{words.rpartition(' ')[0] or words} …"
