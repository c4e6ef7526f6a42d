"""The question that is answered with a file: how it is asked and how it reads."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import translation
from lxml import html

from portal.files.taking.refusals import refused
from programs.forms.questions import files
from programs.forms.questions.files import File

ASKED = {"type": "file", "key": "cv", "label": "Your CV", "hint": "Two pages.", "why": "", "required": True}
ANSWER = {"upload": 7, "name": "My <life>.pdf", "size": 1_258_291}


def form(typed=None, **more):
    data = QueryDict(mutable=True)
    for name, texts in (typed or {}).items():
        data.setlist(name, texts)
    made = forms.Form(data)
    made.fields["q-cv"] = File.field(ASKED | more)
    return made


def test_a_file_that_was_given_is_the_answer():
    filled = form(File.refilled(ASKED, "q-cv", ANSWER))
    assert filled.is_valid()
    assert filled.cleaned_data["q-cv"] == ANSWER
    assert File.restored(File.kept(ANSWER)) == ANSWER


def test_a_required_file_is_asked_for_and_an_optional_one_is_not():
    assert form().errors["q-cv"] == ["Choose a file for “Your CV”"]
    optional = form(required=False)
    assert optional.is_valid()
    assert optional.cleaned_data["q-cv"] is None


MADE_UP = {
    "number": "7",
    "json": '{"upload": 7}',
    "signed for else": files.signing.dumps(ANSWER),
    "none": "",
    "x": "x:y:z",
}


@pytest.mark.parametrize("made_up", MADE_UP.values(), ids=MADE_UP)
def test_a_file_that_somebody_made_up_is_none(made_up):
    assert not form({"q-cv_given": [made_up]}).is_valid()


def test_a_refusal_is_said_in_the_language_of_the_page():
    typed = {"q-cv_refused": [files.refused("cv.exe", refused("large", most="5 MB"))]}
    assert "too large: at most 5 MB" in form(typed).errors["q-cv"][0]
    with translation.override("es"):
        assert "cv.exe" in form(typed).errors["q-cv"][0]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"name": 1}', '{"name":"a","code":"pixels","values":{}}'])
def test_a_refusal_of_an_earlier_release_breaks_no_form(text):
    with pytest.raises(ValidationError):
        form().fields["q-cv"].clean({"given": [], "refused": [text or "{"]})


def shown(typed=None):
    return html.fromstring(f"<form>{form(typed)['q-cv']}</form>")


def test_it_is_asked_by_a_control_for_files_of_these_kinds():
    (control,) = shown().xpath("//input")
    assert (control.get("type"), control.get("name")) == ("file", "q-cv")
    assert control.get("accept") == ".pdf,.docx,.odt,.rtf,.txt,.jpg,.jpeg,.png"
    assert "id_q-cv_helptext" in control.get("aria-describedby")
    assert form().is_multipart()
    assert form()["q-cv"].help_text == (
        "Two pages. PDF, Word (.docx), ODT, RTF, plain text, JPEG or PNG, at most 5\xa0MB."
    )


def test_a_file_that_is_there_is_named_and_can_be_removed_or_replaced():
    page = shown(File.refilled(ASKED, "q-cv", ANSWER))
    assert page.xpath("//p")[0].text_content() == "My <life>.pdf (PDF, 1.2\xa0MB)"
    assert page.xpath("//bdi")[0].text == "My <life>.pdf"
    remove = page.xpath("//input[@type='checkbox']")[0]
    assert remove.get("name") == "q-cv_remove"
    assert page.xpath(f"//label[@for='{remove.get('id')}']")[0].text == "Remove this file"
    assert page.xpath("//input[@type='file']")


def test_it_reads_as_a_line_that_knows_its_file():
    (line,) = File.reads(ASKED, ANSWER)
    assert (line, line.upload) == ("My <life>.pdf (PDF, 1.2\xa0MB)", 7)
    assert File.reads(ASKED, None) == []
    assert File.cell(ASKED, ANSWER) == "My <life>.pdf"
    assert File.cell(ASKED, None) == ""


def test_what_was_typed_names_the_file():
    data = QueryDict(mutable=True)
    data.setlist("q-cv_given", File.refilled(ASKED, "q-cv", ANSWER)["q-cv_given"])
    assert File.typed(ASKED, File.raw(data, "q-cv")) == ["My <life>.pdf (PDF, 1.2\xa0MB)"]
    assert File.typed(ASKED, ["made up"]) == []


TWO = [ANSWER, {"upload": 8, "name": "Certificate.png", "size": 2048}]


def several(answer, most=3):
    asked = ASKED | {"most": most}
    return form(File.refilled(asked, "q-cv", answer), most=most)


def test_several_files_are_one_answer_and_one_alone_is_kept_as_ever():
    assert several(TWO).fields["q-cv"].clean(several(TWO)["q-cv"].data) == TWO
    assert several(ANSWER).is_valid()
    assert several([ANSWER]).fields["q-cv"].clean(several(ANSWER)["q-cv"].data) == ANSWER


def test_each_of_several_reads_on_a_line_of_its_own():
    assert [(line.name, line.upload) for line in File.reads(ASKED, TWO)] == [
        ("My <life>.pdf", 7),
        ("Certificate.png", 8),
    ]
    assert File.cell(ASKED, TWO) == "My <life>.pdf; Certificate.png"


def test_each_of_several_can_be_removed_or_replaced_and_one_added_while_there_is_room():
    page = html.fromstring(f"<form>{several(TWO)['q-cv']}</form>")
    assert page.xpath("//input[@type='checkbox']/@value") == ["7", "8"]
    assert page.xpath("//input[@type='file']/@name") == ["q-cv_replace_7", "q-cv_replace_8", "q-cv"]
    assert len(page.xpath("//input[@multiple]")) == 1
    full = html.fromstring(f"<form>{several(TWO, most=2)['q-cv']}</form>")
    assert full.xpath("//input[@type='file']/@name") == ["q-cv_replace_7", "q-cv_replace_8"]
    assert full.xpath("//*[@id='id_q-cv']"), "where the label and the summary of errors lead"
    ids = full.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_how_many_may_be_given_is_said_and_more_are_refused():
    assert "Up to 3 files: PDF, Word" in several(TWO)["q-cv"].help_text
    assert several(TWO, most=1).errors["q-cv"] == ["At most 1 files can be given here: remove or replace one."]


def test_every_refusal_is_said():
    texts = [files.refused(name, refused("large", most="5 MB")) for name in ("a.pdf", "b.pdf")]
    (told,) = form({"q-cv_refused": texts}, most=3).errors["q-cv"]
    assert "“a.pdf” was not taken" in told
    assert "“b.pdf” was not taken" in told
