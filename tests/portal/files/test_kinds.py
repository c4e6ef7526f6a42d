import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.files.kinds import DOCUMENTS, PICTURES, judged

from .making import HTML, PDF, SVG, WORD, office, open_document, packed, picture

SHEET = WORD.replace("wordprocessingml.document", "spreadsheetml.sheet")
SLIDES = WORD.replace("wordprocessingml.document", "presentationml.presentation")

TRUE = {
    "handbook.pdf": PDF,
    "HANDBOOK.PDF": PDF,
    "flyer.html.pdf": PDF,
    "a.docx": office(),
    "a.xlsx": office(SHEET),
    "a.pptx": office(SLIDES),
    "a.odt": open_document(),
    "a.ods": open_document("spreadsheet"),
    "a.odp": open_document("presentation"),
    "a.csv": "name;library\r\nMaría;Sample".encode(),
    "a.txt": "\ufeffTwo < three, and 5 > 4.".encode(),
}
ENDINGS = [
    "page.html",
    "page.htm",
    "PAGE.HTML",
    "x.xhtml",
    "x.js",
    "x.mjs",
    "x.svg",
    "x.xml",
    "x.css",
    "x.swf",
    "x.exe",
]
ENDINGS += ["x.docm", "x.zip", "x.pdf.html", "x.pdf.HTML", "x.pdf.", "x.pdf .html", "x", ".pdf", "x.pdf\u202e.js"]
LIES = {
    "page.pdf": HTML,
    "late.pdf": HTML + PDF,
    "cut.pdf": PDF[:20],
    "empty.pdf": b"",
    "empty.docx": b"",
    "page.docx": HTML,
    "zip.docx": packed(page=HTML),
    "sheet.docx": office(SHEET),
    "macro.docx": office(**{"word/vbaProject.bin": b"x"}),
    "macro-type.docx": office("application/vnd.ms-word.document.macroEnabled.main+xml"),
    "front.docx": HTML + office(),
    "cut.docx": office()[:-30],
    "bomb.docx": office(WORD + " " * 2_000_000),
    "page.odt": open_document("text-web"),
    "macro.odt": open_document(**{"Basic/Standard/Module1.xml": b"x"}),
    "page.csv": HTML,
    "svg.txt": SVG,
    "comment.txt": b"<!-- -->",
    "null.txt": b"\0<script>",
    "escape.txt": b"\x1b(J",
    "utf16.txt": "<script>".encode("utf-16"),
    "utf7.txt": b"+ADw-script+AD4-\x00",
    "latin.csv": "José".encode("latin-1"),
}


@pytest.mark.parametrize("name", TRUE)
def test_a_document_is_what_it_says(name):
    file = SimpleUploadedFile(name, TRUE[name])
    assert judged(file, DOCUMENTS) is DOCUMENTS[name.lower().rpartition(".")[2]]
    assert file.read() == TRUE[name], "whoever stores the file finds it at its start"


@pytest.mark.parametrize("name", ENDINGS)
def test_no_other_ending_is_taken_whatever_the_file_holds(name):
    file = SimpleUploadedFile("x", PDF)
    file._name = name
    with pytest.raises(ValidationError, match=r"must end in one of: \.pdf, \.docx"):
        judged(file, DOCUMENTS)


@pytest.mark.parametrize("name", LIES)
def test_a_document_that_is_something_else_is_refused(name):
    with pytest.raises(ValidationError) as refused:
        judged(SimpleUploadedFile(name, LIES[name], content_type="application/pdf"), DOCUMENTS)
    assert refused.value.code in {"content", "text"}


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_is_what_it_says(file_format):
    name = f"a.{file_format.lower()}"
    assert judged(SimpleUploadedFile(name, picture(file_format)), PICTURES).name.upper() == file_format


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.png", SVG), ("a.jpg", HTML), ("a.png", picture("JPEG")), ("a.jpg", b""), ("a.avif", picture()[:20])],
)
def test_a_picture_that_is_something_else_is_refused(name, content):
    with pytest.raises(ValidationError, match="damaged"):
        judged(SimpleUploadedFile(name, content), PICTURES)
