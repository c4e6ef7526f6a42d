"""Files for tests, made on the spot: true ones of every kind, and what an attacker would send."""

import zipfile
from io import BytesIO

from PIL import Image

HTML = b"<!doctype html><script>fetch('/admin/users/')</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def packed(**entries):
    """A zip of these entries; a name may hold anything: packed(**{"a/b": b"..."})."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def office(main=WORD, **more):
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    return packed(**{"[Content_Types].xml": types, "word/document.xml": "<w:document/>"} | more)


def open_document(kind="text", **more):
    return packed(mimetype=f"application/vnd.oasis.opendocument.{kind}", **more)


def picture(file_format="PNG", size=(40, 30), **options):
    buffer = BytesIO()
    Image.new("RGB", size, "teal").save(buffer, file_format, **options)
    return buffer.getvalue()


def moving():
    buffer = BytesIO()
    frames = [Image.new("RGB", (8, 8), color) for color in ("red", "blue")]
    frames[0].save(buffer, "PNG", save_all=True, append_images=frames[1:])
    return buffer.getvalue()


def huge():
    """A small file that unpacks to 100 million pixels."""
    buffer = BytesIO()
    Image.new("1", (10_000, 10_000)).save(buffer, "PNG")
    return buffer.getvalue()


def photo_with_place():
    """A JPEG that says where it was taken and carries a script in a note."""
    exif = Image.Exif()
    exif[0x010E] = "<script>alert(1)</script>"
    exif.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", exif=exif, comment=b"<script>alert(2)</script>") + b"<script>alert(3)</script>"


RTF = (
    rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}\f0 Dear committee,\par caf\'e9 C:\\bin\\x {\field{\*\fldinst HYPERLINK "
)
RTF += rb'"https://example.org/import/"}{\fldrslt my page}} which will include an import\par}'


def rtf(more=b""):
    return RTF[:-1] + more + b"}"


def bomb(**more):
    """A Word file of a few hundred kilobytes that unpacks to 300 MB."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types><Override ContentType="{WORD}"/></Types>')
        with archive.open("word/document.xml", "w") as entry:
            for _ in range(300):
                entry.write(bytes(1_000_000))
    return buffer.getvalue()
