"""Files that come with a form: judged, kept with the draft, then with the application."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils import translation
from django.utils.datastructures import MultiValueDict
from PIL import Image

from portal.files.taking.names import clean_name
from programs.access.shown_to import answered
from programs.forms.questions.files import File, named
from programs.models import Application, Draft, Upload
from programs.uploads.placing import received
from programs.uploads.taking import Gone, attach, bring_along, fit, take_in, uploads_of
from tests.factories import make_application
from tests.portal.files.making import (
    HTML,
    PDF,
    RTF,
    SVG,
    WORD,
    bomb,
    huge,
    moving,
    office,
    open_document,
    packed,
    photo_with_place,
    picture,
    rtf,
)

MIB = 1024 * 1024
SENT = "What can be sent: PDF, Word (.docx), ODT, RTF, plain text, JPEG or PNG, at most 5\xa0MB. Most programs can save as PDF."
TAKEN = {
    "cv.pdf": PDF,
    "CV.PDF": PDF,
    "cv.docx": office(),
    "cv.odt": open_document(),
    "cv.rtf": RTF,
    "end.rtf": RTF + b"\r\n\0",
    "cv.txt": "María\tSample\r\n1 < 2".encode(),
    "me.jpg": picture("JPEG"),
    "me.jpeg": photo_with_place(),
    "me.png": picture(),
    "full.pdf": b"%PDF-1.4\n" + b"x" * (5 * MIB - 15) + b"\n%%EOF",
    "two.endings.pdf": PDF,
    "حياتي.pdf": PDF,
}
EXTERNAL = '<Relationship Type=".../attachedTemplate" Target="https://example.org/x.dotm" TargetMode="External"/>'
HOSTILE = {
    # what does not stand among the kinds
    "cv.exe": (b"MZ\x90\0", "ending"),
    "cv.html": (HTML, "ending"),
    "cv.svg": (SVG, "ending"),
    "cv.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ending"),
    "cv.docm": (office(), "ending"),
    "cv.xlsx": (office(), "ending"),
    "cv.zip": (packed(a="b"), "ending"),
    "cv.webp": (picture("WEBP"), "ending"),
    "cv": (PDF, "ending"),
    "cv.pdf.exe": (PDF, "ending"),
    "cv\u202efdp.exe": (PDF, "ending"),
    "cv.pdf\u202egnp.js": (PDF, "ending"),
    # what is something else than its name says
    "html.pdf": (HTML, "content"),
    "late.pdf": (HTML + PDF, "content"),
    "behind.pdf": (PDF + HTML, "content"),
    "zip.pdf": (PDF + packed(a=HTML), "content"),
    "cut.pdf": (PDF[:30], "content"),
    "word.pdf": (office(), "content"),
    "pdf.docx": (PDF, "content"),
    "zip.docx": (packed(page=HTML), "content"),
    "odt.docx": (open_document(), "content"),
    "front.docx": (HTML + office(), "content"),
    "cut.docx": (office()[:-30], "content"),
    "sheet.odt": (open_document("spreadsheet"), "content"),
    "jpg.png": (picture("JPEG"), "content"),
    "svg.png": (SVG, "content"),
    "html.jpg": (HTML, "content"),
    "text.rtf": (b"Dear committee", "content"),
    "late.rtf": (HTML + RTF, "content"),
    # what would run, fetch or unpack something
    "macro.docx": (office(**{"word/vbaProject.bin": b"x"}), "content"),
    "hidden.docx": (office(**{"word/VBAPROJECT.BIN": b"x"}), "content"),
    "active.docx": (office(**{"word/activeX/activeX1.bin": b"x"}), "content"),
    "enabled.docx": (office("application/vnd.ms-word.document.macroEnabled.main+xml"), "content"),
    "template.docx": (office(**{"word/_rels/settings.xml.rels": EXTERNAL}), "content"),
    "macro.odt": (open_document(**{"Basic/Standard/Module1.xml": b"x"}), "content"),
    "script.odt": (open_document(**{"Scripts/python/a.py": b"x"}), "content"),
    "bomb.docx": (bomb(), "content"),
    "types.docx": (office(WORD + " " * 2_000_000), "content"),
    "object.rtf": (rtf(rb"{\object\objemb{\*\objdata 0105}}"), "content"),
    "escaped.rtf": (rtf(rb"\\\objdata 0105"), "content"),
    "bytes.rtf": (rtf(rb"{\pict\bin4 abcd}"), "content"),
    "template.rtf": (rtf(rb"{\*\template http://example.org/x.dotm}"), "content"),
    "dde.rtf": (rtf(rb'{\field{\*\fldinst DDEAUTO c:\\x "a"}}'), "content"),
    "page.rtf": (rtf(b"<script>alert(1)</script>"), "content"),
    "null.rtf": (rtf(b"\0\0"), "content"),
    "page.txt": (HTML, "text"),
    "svg.txt": (SVG, "text"),
    "null.txt": (b"a\0b", "text"),
    "utf16.txt": ("<script>".encode("utf-16"), "text"),
    "latin.txt": ("José".encode("latin-1"), "text"),
    # what is too much or too little
    "empty.pdf": (b"", "empty"),
    "empty.txt": (b"", "empty"),
    "large.pdf": (TAKEN["full.pdf"] + b"\n", "large"),
    "large.exe": (b"x" * (5 * MIB + 1), "large"),
    "huge.png": (huge(), "pixels"),
    "moving.png": (moving(), "moves"),
    "cut.png": (picture(size=(200, 200))[:90], "content"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_people_send_is_taken(name):
    kept, end = fit(SimpleUploadedFile(name, TAKEN[name]), name)
    assert end == name.rpartition(".")[2].lower()
    assert len(kept.read()) > 0


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_judged_rightly(name):
    content, code = HOSTILE[name]
    with pytest.raises(ValidationError) as refused:
        fit(SimpleUploadedFile("x", content), clean_name(name))
    assert refused.value.code == code


@pytest.mark.parametrize("begins", [rb"\template", rb"fldinst", rb"{\*\template x}"])
def test_a_megabyte_of_what_begins_a_reference_is_read_once(begins):
    """Read anew from each of them, it would take the better part of an hour."""
    name, content = "letter.rtf", rtf(begins * (1_000_000 // len(begins)))
    assert fit(SimpleUploadedFile(name, content), name)


@pytest.mark.parametrize("begins", ["attachedTemplate", "http:"])
def test_a_word_file_of_what_begins_a_reference_is_read_once(begins):
    parts = {"word/_rels/settings.xml.rels": begins * (900_000 // len(begins))}
    assert fit(SimpleUploadedFile("letter.docx", office(**parts)), "letter.docx")


def test_there_are_enough_of_them():
    assert len(HOSTILE) >= 40


def test_a_file_waits_with_the_draft_under_a_generated_name(draft, step, storage, lying):
    typed = step(cv=("../Me & cv\u202e.pdf", PDF))
    upload = uploads_of(draft).get()
    assert named(typed["q-cv_given"][0]) == {"upload": upload.pk, "name": "Me & cv.pdf", "size": len(PDF)}
    assert (upload.kind, upload.question, upload.application) == ("pdf", "cv", None)
    assert "cv" not in upload.file.name
    assert storage.open(upload.file.name).read() == PDF
    assert lying() == 1


def test_a_picture_is_drawn_anew(draft, step):
    step(cv=("me.jpg", photo_with_place()))
    upload = draft.uploads.get()
    with upload.file.open() as file:
        content = file.read()
    assert b"<script" not in content
    assert upload.size == len(content)
    with upload.file.open() as file:
        assert Image.open(file).size == (40, 30)


def test_a_step_without_a_file_keeps_the_one_before(step):
    before = step(cv=("cv.pdf", PDF))
    assert step() == before


def test_another_file_takes_its_place_and_the_first_goes(draft, step, lying, django_capture_on_commit_callbacks):
    step(cv=("cv.pdf", PDF))
    with django_capture_on_commit_callbacks(execute=True):
        typed = step(cv=("cv.txt", b"Me"))
    assert named(typed["q-cv_given"][0])["name"] == "cv.txt"
    assert draft.uploads.get().kind == "txt"
    assert lying() == 1


def test_a_file_that_is_removed_goes(draft, step, lying, django_capture_on_commit_callbacks):
    step(cv=("cv.pdf", PDF))
    with django_capture_on_commit_callbacks(execute=True):
        assert step({"q-cv_remove": ["on"]}) == {}
    assert not draft.uploads.exists()
    assert lying() == 0


def test_a_refused_file_leaves_the_one_before_and_says_why(draft, step, lying):
    before = step(cv=("cv.pdf", PDF))
    typed = step(cv=("cv.exe", b"MZ"))
    assert typed["q-cv_given"] == before["q-cv_given"]
    assert json.loads(typed["q-cv_refused"][0])["name"] == "cv.exe"
    assert lying() == 1
    assert step() == before, "said once"


def one_file(field, name, content):
    return MultiValueDict({field: [SimpleUploadedFile(name, content)]})


def test_what_is_typed_names_no_file_by_itself(draft, step, call, version):
    other = Draft.objects.create(
        once="2", call=call, version=version, language="en", begun_at=draft.begun_at, saved_at=draft.saved_at
    )
    theirs = received(other, version.asked, {}, one_file("q-cv", "theirs.pdf", PDF), prefix="q-")
    made_up = {"q-cv_given": ['{"upload": 1}'], "q-cv": ["1"], "q-cv_refused": ["x"], "q-work": ["A library"]}
    assert step(made_up) == {"q-work": ["A library"]}
    assert step(theirs) == {}


def test_a_scanner_that_is_away_takes_nothing_and_says_so(step, settings, draft):
    settings.CLAMD = "127.0.0.1:9"
    with translation.override("en"):
        assert "could not be checked" in error_of(step(cv=("cv.pdf", PDF)))
    assert not draft.uploads.exists()


def error_of(typed):
    data = QueryDict(mutable=True)
    for name, texts in typed.items():
        data.setlist(name, texts)
    field = File.field({"type": "file", "key": "cv", "label": "CV", "hint": "", "why": "", "required": True})
    with pytest.raises(ValidationError) as wrong:
        field.clean(field.widget.value_from_datadict(data, {}, "q-cv"))
    return " ".join(wrong.value.messages)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("cv.exe", b"MZ", SENT),
        ("cv.pdf", HTML, f"The name ends in .pdf, but the file is damaged, holds macros or is of another kind. {SENT}"),
        ("cv.pdf", b"x" * (5 * MIB + 1), "The file is too large: at most 5\xa0MB."),
        ("cv.png", huge(), "The picture has 10000 × 10000 pixels. At most 25 million can be kept."),
    ],
)
def test_a_refusal_says_which_file_why_and_what_can_be_sent(step, name, content, told):
    assert error_of(step(cv=(name, content))) == f"“{name}” was not taken. {told}"


def test_take_in_raises_in_the_words_of_who_sends(draft):
    with pytest.raises(ValidationError, match="must end in one of"):
        take_in(draft, {"key": "cv"}, SimpleUploadedFile("cv.exe", b"MZ"))


def answers_of(typed, *keys):
    return {key: named(typed[f"q-{key}_given"][0]) if f"q-{key}_given" in typed else None for key in keys}


def test_what_is_sent_becomes_the_applications(draft, step, version, call, lying, django_capture_on_commit_callbacks):
    typed = step(cv=("cv.pdf", PDF), letter=("letter.txt", b"Dear"))
    answers = answers_of(typed, "cv") | {"letter": None}
    application = make_application(call, version=version, answers=answers)
    with django_capture_on_commit_callbacks(execute=True):
        attach(draft, application, version, answers)
    upload = application.uploads.get()
    assert (upload.name, upload.draft) == ("cv.pdf", None)
    assert not draft.uploads.exists(), "an answer that is hidden is not kept"
    assert lying() == 1
    draft.delete()
    assert Upload.objects.get() == upload


def test_a_change_keeps_the_files_that_it_names_and_brings_new_ones(draft, step, version, call):
    answers = answers_of(step(cv=("cv.pdf", PDF)), "cv")
    application = make_application(call, version=version, answers=answers)
    attach(draft, application, version, answers)
    change = Draft.objects.create(
        once="2",
        call=call,
        version=version,
        application=application,
        language="en",
        typed=File.refilled(None, "q-cv", answers["cv"]),
        begun_at=draft.begun_at,
        saved_at=draft.saved_at,
    )
    typed = received(change, version.asked, {}, one_file("q-letter", "letter.txt", b"Dear"), prefix="q-")
    changed = answers_of(typed, "cv", "letter")
    assert changed["cv"] == answers["cv"]
    attach(change, application, version, changed)
    assert {upload.name for upload in application.uploads.all()} == {"cv.pdf", "letter.txt"}
    with pytest.raises(Gone):
        attach(change, make_application(call), version, changed)


def test_answers_that_name_what_is_gone_are_not_stored_in_silence(draft, step, version, call):
    answers = answers_of(step(cv=("cv.pdf", PDF)), "cv")
    step(cv=("other.pdf", PDF))
    application = make_application(call, version=version, answers=answers)
    with pytest.raises(Gone) as gone:
        attach(draft, application, version, answers)
    assert gone.value.keys == ["cv"]


def test_a_form_without_files_asks_the_database_nothing(draft, call, django_assert_num_queries):
    application = make_application(call)
    with django_assert_num_queries(0):
        attach(draft, application, application.version, {"work": "A library"})
        received(draft, application.version.asked, {"q-work": ["x"]}, {}, prefix="q-")


def test_old_answers_bring_their_files_along_as_copies(draft, step, version, call, lying):
    answers = answers_of(step(cv=("cv.pdf", PDF)), "cv")
    old = make_application(call, version=version, answers=answers)
    attach(draft, old, version, answers)
    typed = File.refilled(None, "q-cv", answers["cv"]) | {"q-work": ["A library"]}
    brought = bring_along(draft, version.asked, typed, old, prefix="q-")
    copy = draft.uploads.get()
    assert named(brought["q-cv_given"][0]) == {"upload": copy.pk, "name": "cv.pdf", "size": len(PDF)}
    assert brought["q-work"] == ["A library"]
    Application.objects.filter(pk=old.pk).delete()
    with copy.file.open() as file:
        assert file.read() == PDF


def test_a_file_that_is_no_more_is_left_out_of_old_answers(draft, step, version, call, storage):
    answers = answers_of(step(cv=("cv.pdf", PDF)), "cv")
    old = make_application(call, version=version, answers=answers)
    attach(draft, old, version, answers)
    storage.delete(old.uploads.get().file.name)
    typed = File.refilled(None, "q-cv", answers["cv"])
    assert bring_along(draft, version.asked, typed, old, prefix="q-") == {}


@pytest.fixture
def several(draft):
    """Posts a step whose one question takes up to three files; what the draft then has, by name, and what was refused."""
    asked = {"type": "file", "key": "proof", "label": "Proof", "most": 3, "required": False}

    def post(typed=None, **sent):
        files = MultiValueDict(
            {
                name.replace("proof", "q-proof"): [SimpleUploadedFile(*each) for each in each_file]
                for name, each_file in sent.items()
            }
        )
        draft.typed = received(draft, [asked], typed or {}, files, prefix="q-")
        draft.save()
        given = map(named, draft.typed.get("q-proof_given", []))
        refusals = map(json.loads, draft.typed.get("q-proof_refused", []))
        return {one["name"]: one["upload"] for one in given}, [(one["name"], one["code"]) for one in refusals]

    return post


def test_several_files_are_given_at_once_or_one_after_the_other(several, lying):
    assert [*several(proof=[("a.pdf", PDF), ("b.pdf", PDF)])[0]] == ["a.pdf", "b.pdf"]
    held, wrong = several(proof=[("c.txt", b"Me"), ("d.txt", b"Me")])
    assert [*held] == ["a.pdf", "b.pdf", "c.txt"]
    assert wrong == [("d.txt", "many")]
    assert several() == (held, [])
    assert lying() == 3


def test_one_of_several_is_removed_or_replaced_and_keeps_its_place(
    several, draft, lying, django_capture_on_commit_callbacks
):
    first, _wrong = several(proof=[("a.pdf", PDF), ("b.pdf", PDF), ("c.pdf", PDF)])
    with django_capture_on_commit_callbacks(execute=True):
        second, _wrong = several(**{f"proof_replace_{first['b.pdf']}": [("new.txt", b"Me")]})
        assert [*second] == ["a.pdf", "new.txt", "c.pdf"]
        third, _wrong = several({"q-proof_remove": [str(first["a.pdf"])]}, proof=[("d.pdf", PDF)])
    assert [*third] == ["new.txt", "c.pdf", "d.pdf"]
    assert {upload.name for upload in draft.uploads.all()} == {*third}
    assert lying() == 3


def test_of_several_each_is_judged_alone(several):
    first, _wrong = several(proof=[("a.pdf", PDF)])
    replace = f"proof_replace_{first['a.pdf']}"
    held, wrong = several(**{replace: [("a.exe", b"MZ")]}, proof=[("b.pdf", PDF), ("c.html", HTML)])
    assert [*held] == ["a.pdf", "b.pdf"]
    assert held["a.pdf"] == first["a.pdf"]
    assert wrong == [("a.exe", "ending"), ("c.html", "ending")]


def test_a_file_for_the_place_of_one_that_is_gone_is_added(several):
    """Another tab removed that one meanwhile: nothing that was chosen is lost."""
    several(proof=[("a.pdf", PDF)])
    assert [*several(proof_replace_4040=[("b.pdf", PDF)])[0]] == ["a.pdf", "b.pdf"]


def test_nobody_removes_a_file_of_another_draft(several, step, draft, call, version):
    held, _wrong = several(proof=[("a.pdf", PDF)])
    theirs = Draft.objects.create(
        once="2", call=call, version=version, language="en", begun_at=draft.begun_at, saved_at=draft.saved_at
    )
    typed = {"q-cv_remove": [str(held["a.pdf"])]}
    received(theirs, version.asked, typed, MultiValueDict(), prefix="q-")
    assert draft.uploads.get().pk == held["a.pdf"]


def test_several_become_the_applications_together(several, draft, version, call):
    held, _wrong = several(proof=[("a.pdf", PDF), ("b.pdf", PDF)])
    version.sections[0]["questions"].append({"type": "file", "key": "proof", "label": "Proof", "most": 3})
    answers = {"proof": [named(text) for text in draft.typed["q-proof_given"]]}
    application = make_application(call, version=version, answers=answers)
    attach(draft, application, version, answers)
    assert {upload.name for upload in application.uploads.all()} == {*held}
    draft.delete()
    assert [line.name for _label, lines in answered(application, to="applicant") for line in lines] == [*held]
    application.uploads.first().delete()
    with pytest.raises(Gone) as gone:
        attach(Draft(pk=0), application, version, answers)
    assert gone.value.keys == ["proof"]
    assert [named(text)["name"] for text in gone.value.rest(draft.typed, prefix="q-")["q-proof_given"]] == ["b.pdf"]
