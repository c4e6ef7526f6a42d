"""What a file is, judged by what is in it. Staff's documents ask here, and so may a question that takes a file.

A name proves nothing: its ending says what the file claims to be, and the content must be just that. Nothing that a
browser would run as a page or a script has a kind here.
"""

import re
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy
from PIL import Image, UnidentifiedImageError

MOST_DESCRIBED = 1_000_000
"""Bytes of an office file's own description of itself. Real ones have a few thousand."""
MARKUP = re.compile(r"<[a-z!/?]", re.IGNORECASE)
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Kind:
    """`is_one` reads an open file from its start. `name` is what a link says: “Handbook (PDF, 1.2 MB)”."""

    name: str
    content_type: str
    is_one: Callable


def is_pdf(file):
    """From the first byte: what other readers find before a late `%PDF` would be another file."""
    begins = file.read(5) == b"%PDF-"
    file.seek(max(0, file.seek(0, 2) - 2048))
    return begins and b"%%EOF" in file.read()


def is_text(file):
    """Words in UTF-8 in which no browser sees a tag."""
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return not CONTROLS.search(text) and not MARKUP.search(text)


def is_office(main):
    """Word, Excel and PowerPoint: a zip whose list of contents names this main part, and no macros."""

    def is_one(file):
        parts = _read_zip(file, "[Content_Types].xml")
        return (
            parts is not None and f'"application/vnd.openxmlformats-officedocument.{main}.main+xml"'.encode() in parts
        )

    return is_one


def is_open_document(content_type):
    """LibreOffice: a zip whose `mimetype` says what it is."""
    return lambda file: _read_zip(file, "mimetype") == content_type.encode()


def _read_zip(file, name):
    """One entry of a zip that begins at the first byte and carries no macros; None where there is none such."""
    if file.read(4) != b"PK\x03\x04":
        return None
    try:
        with zipfile.ZipFile(file) as packed:
            carries_macros = any(re.search(r"vbaProject|(^|/)Basic/", one, re.IGNORECASE) for one in packed.namelist())
            if carries_macros or packed.getinfo(name).file_size > MOST_DESCRIBED:
                return None
            return packed.read(name)
    except (zipfile.BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError, OSError, EOFError):
        return None


def opened(file, file_format):
    """The picture, nothing of it unpacked yet. How many pixels are too many is asked by who unpacks it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(file, formats=[file_format])


def is_picture(file_format):
    def is_one(file):
        try:
            with opened(file, file_format) as picture:
                picture.verify()
        except (UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, ValueError, OSError, EOFError):
            return False
        return True

    return is_one


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


def ending(name):
    return PurePath(name).suffix.lower().lstrip(".")


def judged(file, kinds):
    """The Kind of an uploaded file, one of `kinds` by ending; otherwise a ValidationError in the words of who uploads."""
    kind = kinds.get(ending(file.name))
    if kind is None:
        told = gettext("A file must end in one of: %(endings)s.")
        raise ValidationError(told % {"endings": ", ".join(f".{one}" for one in kinds)}, code="ending")
    file.seek(0)
    is_one = kind.is_one(file)
    file.seek(0)
    if not is_one:
        raise ValidationError(_unlike(kind, ending(file.name)), code="content")
    return kind


def _unlike(kind, end):
    if kind.is_one is is_text:
        return gettext("Text files may hold plain text in UTF-8 only, without anything that looks like HTML.")
    return gettext("The name ends in .%(ending)s, but the file is damaged, holds macros or is of another kind.") % {
        "ending": end
    }
