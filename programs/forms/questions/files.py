"""Questions that are answered with a file.

A file is taken in before the form is made (programs.uploads.taking) and waits with the draft. What is typed then names it,
signed, as `<field>_given`; or says, as `<field>_refused`, why it was not taken. The form reads these two and no file.
What is kept is {"upload", "name", "size"}, and a list of them where there are several.
"""

import json

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.files.kinds import APPLICANTS
from portal.files.taking.names import ending
from portal.files.taking.refusals import said
from programs.forms.choosing import every

from .question import Question, arranged

MOST_BYTES, MOST_SAID = 5 * 1024 * 1024, "5\u00a0MB"
OTHER_KIND = {"ending", "content"}
"""Refusals that another kind of file mends."""
GIVEN, REFUSED, REMOVE, REPLACE = "_given", "_refused", "_remove", "_replace_"
"""Behind the name of a field. The last two name one of several: the number of its upload is the text, or follows."""
MOST_FILES = 5
"""That one question may ask for."""
SALT = "programs.forms.questions.files"


class FileLine(str):
    """How a file reads: “cv.pdf (PDF, 1.2 MB)”; whoever may hand it out makes a link of it. A name is set apart where it
    can be: it may be written the other way."""

    def __new__(cls, answer):
        kind = APPLICANTS.get(ending(answer["name"]))
        told = ", ".join(filter(None, [kind and str(kind.name), filesizeformat(answer["size"])]))
        line = super().__new__(cls, f"{answer['name']} ({told})")
        line.upload, line.name, line.told = answer["upload"], answer["name"], told
        return line


def files_of(kept):
    """The files of an answer: of one that is kept alone, of several, of none."""
    return kept if isinstance(kept, list) else [kept] if kept else []


def given(answer):
    """The text by which typed data name a file; nobody else can make one."""
    return signing.dumps(answer, salt=SALT)


def named(text):
    """The answer that such a text names, or None."""
    try:
        return signing.loads(text, salt=SALT) if text else None
    except signing.BadSignature:
        return None


def refused(name, error):
    """A refusal as typed data keep it: said again in whatever language the form is shown."""
    return json.dumps({"name": name, "code": error.code, "values": error.params or {}})


def refusal(text):
    """A refusal in words: of which file, why, and what can be sent instead."""
    try:
        kept = json.loads(text)
        code, why = kept["code"], said(kept["code"], kept["values"])
        told = [gettext("“%(name)s” was not taken.") % {"name": kept["name"]}, "" if code == "ending" else why]
    except (ValueError, KeyError, TypeError):
        return gettext("The file could not be read.")
    if code in OTHER_KIND:
        told += [gettext("What can be sent:"), allowed(), gettext("Most programs can save as PDF.")]
    return " ".join(filter(None, told))


def allowed():
    told = gettext("PDF, Word (.docx), ODT, RTF, plain text, JPEG or PNG, at most %(most)s.")
    return told % {"most": MOST_SAID}


class UploadInput(forms.FileInput):
    """The files that are there already, each with a way to remove or replace it, and a way to add one."""

    template_name = "portal/forms/upload.html"
    allow_multiple_selected = True
    most = 1

    def value_from_datadict(self, data, files, name):
        return {
            "given": list(filter(None, map(named, every(data, name + GIVEN)))),
            "refused": every(data, name + REFUSED),
        }

    def value_omitted_from_data(self, data, files, name):
        return name + GIVEN not in data

    def use_required_attribute(self, initial):
        return False

    def format_value(self, value):
        return value

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        lines = [FileLine(answer) for answer in (value or {}).get("given", [])]
        own = {"remove": name + REMOVE, "replace": name + REPLACE, "several": self.most > 1, "most": self.most}
        context["widget"] |= own | {"given": lines, "full": self.most > 1 and len(lines) >= self.most}
        return context


class UploadField(forms.Field):
    widget = UploadInput

    def __init__(self, *, most=1, **kwargs):
        super().__init__(**kwargs)
        self.widget.most = most
        several = {"multiple": True} if most > 1 else {}
        self.widget.attrs |= {"accept": ",".join(f".{end}" for end in APPLICANTS)} | several

    def to_python(self, value):
        value = value or {}
        if value.get("refused"):
            raise ValidationError(" ".join(map(refusal, value["refused"])), code="refused")
        answers = value.get("given") or []
        if len(answers) > self.widget.most:
            raise ValidationError(said("many", {"most": self.widget.most}), code="many")
        return answers if len(answers) > 1 else next(iter(answers), None)


class File(Question):
    most = blocks.IntegerBlock(
        label=_("Most files"),
        required=False,
        default=1,
        min_value=1,
        max_value=MOST_FILES,
        help_text=_("One, unless several files are one answer, such as certificates."),
    )

    class Meta:
        icon = "upload"
        label = _("File")
        form_layout = arranged("most")

    def definition(self, child, taken):
        most = child.value["most"] or 1
        return super().definition(child, taken) | ({"most": most} if most > 1 else {})

    @classmethod
    def field(cls, question):
        most = question.get("most", 1)
        field = UploadField(most=most, **cls.worded(question, gettext("Choose a file for “%(question)s”")))
        told = ngettext("Up to %(most)d file:", "Up to %(most)d files:", most) % {"most": most} if most > 1 else ""
        field.help_text = " ".join(filter(None, [field.help_text, told, allowed()]))
        return field

    @staticmethod
    def raw(data, name):
        """The files that were given; nothing of one that was refused is there any more but its name."""
        return data.getlist(name + GIVEN)

    @classmethod
    def typed(cls, question, raw):
        return [FileLine(answer) for answer in map(named, raw) if answer]

    @classmethod
    def refilled(cls, question, name, answer):
        return {name + GIVEN: list(map(given, files_of(answer)))} if answer else {}

    @classmethod
    def reads(cls, question, answer):
        return list(map(FileLine, files_of(answer)))

    @classmethod
    def cell(cls, question, answer):
        return "; ".join(one["name"] for one in files_of(answer))
