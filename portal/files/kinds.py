"""What a file is, judged by what is in it. Staff's documents ask here, and so may a question that takes a file.

A name proves nothing: its ending says what the file claims to be, and the content must be just that. Nothing that a
browser would run as a page or a script has a kind here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from .taking.contents import is_office, is_open_document, is_pdf, is_picture, is_rtf, is_text
from .taking.names import ending
from .taking.refusals import refused


@dataclass(frozen=True)
class Kind:
    """`is_one` reads an open file from its start. `name` is what a link says: “Handbook (PDF, 1.2 MB)”."""

    name: str
    content_type: str
    is_one: Callable


OPENXML, ODF = "application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument."
DOCUMENTS = {
    "pdf": Kind("PDF", "application/pdf", is_pdf),
    "docx": Kind("Word", f"{OPENXML}wordprocessingml.document", is_office("wordprocessingml.document")),
    "xlsx": Kind("Excel", f"{OPENXML}spreadsheetml.sheet", is_office("spreadsheetml.sheet")),
    "pptx": Kind("PowerPoint", f"{OPENXML}presentationml.presentation", is_office("presentationml.presentation")),
    "odt": Kind("ODT", f"{ODF}text", is_open_document(f"{ODF}text")),
    "ods": Kind("ODS", f"{ODF}spreadsheet", is_open_document(f"{ODF}spreadsheet")),
    "odp": Kind("ODP", f"{ODF}presentation", is_open_document(f"{ODF}presentation")),
    "csv": Kind("CSV", "text/csv", is_text),
    "txt": Kind(gettext_lazy("text file"), "text/plain", is_text),
}
PICTURES = {
    "jpg": Kind("JPEG", "image/jpeg", is_picture("JPEG")),
    "jpeg": Kind("JPEG", "image/jpeg", is_picture("JPEG")),
    "png": Kind("PNG", "image/png", is_picture("PNG")),
    "webp": Kind("WebP", "image/webp", is_picture("WEBP")),
    "avif": Kind("AVIF", "image/avif", is_picture("AVIF")),
}


RTF = Kind("RTF", "application/rtf", is_rtf)
APPLICANTS = {end: DOCUMENTS[end] for end in ("pdf", "docx", "odt")} | {"rtf": RTF, "txt": DOCUMENTS["txt"]}
APPLICANTS |= {end: PICTURES[end] for end in ("jpg", "jpeg", "png")}
"""What somebody may send with a form that everybody can open."""


def judged(file, kinds):
    """The Kind of an uploaded file, one of `kinds` by ending; otherwise a ValidationError in the words of who uploads."""
    end = ending(file.name)
    kind = kinds.get(end)
    if kind is None:
        raise refused("ending", endings=", ".join(f".{one}" for one in kinds), ending=end)
    file.seek(0)
    is_one = kind.is_one(file)
    file.seek(0)
    if not is_one:
        raise refused("text" if kind.is_one is is_text else "content", ending=end)
    return kind
