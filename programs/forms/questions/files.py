"""Questions that are answered with a file.

A file is taken in before the form is made (programs.uploads.taking) and waits with the draft. What is typed then names it,
signed, as `<field>_given`; or says, as `<field>_refused`, why it was not taken. The form reads these two and no file.
"""

import json

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.files.kinds import APPLICANTS
from portal.files.taking.names import ending
from portal.files.taking.refusals import said

from .question import Question

MOST_BYTES, MOST_SAID = 5 * 1024 * 1024, "5\u00a0MB"
OTHER_KIND = {"ending", "content"}
"""Refusals that another kind of file mends."""
GIVEN, REFUSED, REMOVE = "_given", "_refused", "_remove"
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
    """The file that is there already, with a way to remove or replace it."""

    template_name = "portal/forms/upload.html"

    def value_from_datadict(self, data, files, name):
        return {"given": named(data.get(name + GIVEN)), "refused": data.get(name + REFUSED)}

    def value_omitted_from_data(self, data, files, name):
        return name + GIVEN not in data

    def use_required_attribute(self, initial):
        return False

    def format_value(self, value):
        return value

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        answer = (value or {}).get("given")
        context["widget"] |= {"given": answer and FileLine(answer), "remove": name + REMOVE}
        return context


class UploadField(forms.Field):
    widget = UploadInput(attrs={"accept": ",".join(f".{end}" for end in APPLICANTS)})

    def to_python(self, value):
        if (value or {}).get("refused"):
            raise ValidationError(refusal(value["refused"]), code="refused")
        return (value or {}).get("given")


class File(Question):
    class Meta:
        icon = "upload"
        label = _("File")

    @classmethod
    def field(cls, question):
        field = UploadField(**cls.worded(question, gettext("Choose a file for “%(question)s”")))
        field.help_text = f"{field.help_text} {allowed()}".strip()
        return field

    @staticmethod
    def raw(data, name):
        """The file that was given; nothing of one that was refused is there any more but its name."""
        return data.getlist(name + GIVEN)

    @classmethod
    def typed(cls, question, raw):
        return [FileLine(answer) for answer in map(named, raw) if answer]

    @classmethod
    def refilled(cls, question, name, answer):
        return {name + GIVEN: [given(answer)]} if answer else {}

    @classmethod
    def reads(cls, question, answer):
        return [FileLine(answer)] if answer else []

    @classmethod
    def cell(cls, question, answer):
        return answer["name"] if answer else ""
