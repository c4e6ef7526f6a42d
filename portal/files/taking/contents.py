"""What a file is by what is in it. Each function reads an open file from its start; none unpacks more than it needs."""

import re
import warnings
import zipfile

from PIL import Image, UnidentifiedImageError

MOST_DESCRIBED = 1_000_000
"""Bytes of an office file's own description of itself. Real ones have a few thousand."""
MOST_UNPACKED = 200_000_000
"""Bytes of an office file when whoever reads it unpacks it. Letters with many pictures have a tenth of it."""
MARKUP = re.compile(r"<[a-z!/?]", re.IGNORECASE)
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
MACROS = re.compile(r"vbaProject|(^|/)(Basic|Scripts|activeX)/", re.IGNORECASE)
FETCHED = re.compile(rb"https?:")
RTF_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
RTF_RUNS = re.compile(rb"(?<!\\)(?:\\\\)*\\(?:obj|bin-?\d)|<(?:!|html|script|svg|iframe)", re.IGNORECASE)
"""Embedded objects and bytes, pages in disguise."""
RTF_GROUPS = [
    (re.compile(begins, re.IGNORECASE), re.compile(goes_on, re.IGNORECASE))
    for begins, goes_on in (
        (rb"(?<!\\)(?:\\\\)*\\template", rb"https?:|\\\\\\\\"),
        (rb"fldinst", rb"(?<=[\s{])(?:DDE(?:AUTO)?|INCLUDE(?:TEXT|PICTURE)|IMPORT)\b"),
    )
]
"""What begins a group and what may not follow in it: templates from elsewhere, fields that fetch or start something."""


def is_pdf(file):
    """From the first byte: what other readers find before a late `%PDF`, behind the end or in a zip would be another file."""
    begins = file.read(5) == b"%PDF-"
    file.seek(max(0, file.seek(0, 2) - 2048))
    _before, ends, behind = file.read().rpartition(b"%%EOF")
    return begins and bool(ends) and not MARKUP.search(behind.decode("latin-1")) and not zipfile.is_zipfile(file)


def is_text(file):
    """Words in UTF-8 in which no browser sees a tag."""
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return not CONTROLS.search(text) and not MARKUP.search(text)


def is_rtf(file):
    """Formatted text, and nothing in it that a word processor would run, unpack or fetch."""
    content = file.read().rstrip(b"\0\r\n\t ")
    plain = content.startswith(b"{\\rtf1") and content.endswith(b"}") and not RTF_CONTROLS.search(content)
    return plain and not RTF_RUNS.search(content) and not _reaches_out(content)


def _reaches_out(content):
    """Group by group, and in each from where it begins first: files made of beginnings alone are read once, too."""
    for group in content.split(b"}"):
        for begins, goes_on in RTF_GROUPS:
            first = begins.search(group)
            if first and goes_on.search(group, first.end()):
                return True
    return False


def is_office(main):
    """Word, Excel and PowerPoint: a zip whose list of contents names this main part, and no macros."""

    def is_one(file):
        parts = read_zip(file, "[Content_Types].xml")
        named = f'"application/vnd.openxmlformats-officedocument.{main}.main+xml"'.encode()
        return parts is not None and named in parts

    return is_one


def is_open_document(content_type):
    """LibreOffice: a zip whose `mimetype` says what it is."""
    return lambda file: read_zip(file, "mimetype") == content_type.encode()


def read_zip(file, name):
    """One entry of a zip that begins at the first byte and carries nothing that runs; None where there is none such."""
    if file.read(4) != b"PK\x03\x04":
        return None
    try:
        with zipfile.ZipFile(file) as packed:
            return None if _is_unfit(packed) else _entry(packed, name)
    except (zipfile.BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError, OSError, EOFError):
        return None


def _is_unfit(packed):
    """By its list of contents; and by the one part in which Word names a template."""
    runs = any(MACROS.search(one) for one in packed.namelist())
    if runs or sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED:
        return True
    settings = "word/_rels/settings.xml.rels"
    return settings in packed.namelist() and _fetches(_entry(packed, settings))


def _fetches(parts):
    """Whether a letter's template is one that Word loads from another site, macros and all."""
    return any(b"attachedtemplate" in tag and FETCHED.search(tag) for tag in parts.lower().split(b">"))


def _entry(packed, name):
    if packed.getinfo(name).file_size > MOST_DESCRIBED:
        raise ValueError(name)
    return packed.read(name)


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
