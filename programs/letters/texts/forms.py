"""One text of letters: what it may hold, and how a letter with it reads."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext
from wagtail.admin.forms.models import WagtailAdminModelForm

from programs.letters.harmless import one_line
from programs.letters.placeholders import ALL, faults, filled, filled_line, missing, samples
from programs.letters.writing import portal_text, signed
from programs.models import SIGN_OFF, LetterText, letter_kinds

OF_SENTENCE = ("name", "reference", "program", "round", "role", "starts", "ends")


def offered(text):
    """The names of the placeholders that may stand in this text."""
    if text.kind == SIGN_OFF:
        return ("program",)
    return OF_SENTENCE if text.round_id else letter_kinds()[text.kind].placeholders


def is_whole(text):
    """Whether it is a letter with a subject, and no part of one."""
    return not text.round_id and text.kind != SIGN_OFF


def beginning(text):
    """(subject, text) that the editor begins with where nothing is written yet: what the portal says."""
    with translation.override(text.language):
        if is_whole(text):
            return portal_text(letter_kinds()[text.kind], answerable=bool(text.program.reply_to))
        return "", signed("{program}") if text.kind == SIGN_OFF else ""


def preview(text, subject, body):
    """(subject, text) as a made-up person gets it, in the language of the text."""
    with translation.override(text.language):
        words = samples() | {"program": one_line(text.program.said("name"))}
        own = {
            row.kind: row for row in LetterText.objects.filter(program=text.program, language=text.language, round=None)
        }
        signoff = own.get(SIGN_OFF)
        words["signoff"] = filled(signoff.body, words) if signoff and signoff.body else signed(words["program"])
        if text.kind == SIGN_OFF:
            return "", filled(body or beginning(text)[1], words)
        if text.round_id:
            words["sentence"] = filled(body, words)
            whole = own.get(text.kind) or LetterText(program=text.program, kind=text.kind, language=text.language)
            subject, body = whole.subject, whole.body
        if not body:
            subject, body = beginning(LetterText(program=text.program, kind=text.kind, language=text.language))
        return filled_line(subject, words), filled(body, words)


class TextForm(WagtailAdminModelForm):
    """`back`: the button that goes back to the portal's words, whatever stands in the fields."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.back = "back" in self.data
        self.initial = {**self.initial, **self._beginning()}
        self.fields["body"].widget = forms.Textarea(attrs={"rows": 18 if is_whole(self.instance) else 4})
        if not is_whole(self.instance):
            del self.fields["subject"]

    def _beginning(self):
        if self.initial.get("body"):
            return {}
        return dict(zip(("subject", "body"), beginning(self.instance), strict=True))

    def clean_subject(self):
        subject = one_line(self.cleaned_data["subject"])
        self._refuse_unknown(subject)
        if "link" in subject and "{link}" in subject:
            raise ValidationError(gettext("A private link has no place in a subject."))
        return subject

    def clean_body(self):
        body = self.cleaned_data["body"].replace("\r\n", "\n").strip()
        if self.back:
            return ""
        self._refuse_unknown(body)
        lacking = missing(body, letter_kinds()[self.instance.kind].needs) if body and is_whole(self.instance) else []
        if lacking:
            told = gettext("This letter cannot do without %(names)s.")
            raise ValidationError(told % {"names": ", ".join(f"{{{name}}} ({ALL[name].label})" for name in lacking)})
        return body

    def _refuse_unknown(self, typed):
        if not self.back and (found := faults(typed, offered(self.instance))):
            told = gettext("Nothing is known to stand for %(found)s. Braces are for the placeholders below alone.")
            raise ValidationError(told % {"found": ", ".join(found[:5])})

    def clean(self):
        cleaned = super().clean()
        if self.back:
            cleaned["subject"] = ""
            self.errors.clear()
        elif is_whole(self.instance) and not self.errors and bool(cleaned["subject"]) != bool(cleaned["body"]):
            empty = "body" if cleaned["subject"] else "subject"
            self.add_error(
                empty,
                gettext("A letter has a subject and a text. To say the portal’s words again, press the button below."),
            )
        if not self.instance.pk and self._same().exists():
            self.add_error(
                "body",
                gettext("Somebody else has written this text meanwhile. Open it in another window before you go on."),
            )
        return cleaned

    def _same(self):
        own = {name: getattr(self.instance, name) for name in ("program", "round", "kind", "language")}
        return LetterText.objects.filter(**own)

    def typed(self):
        """(subject, text) as they stand in the form now."""
        return tuple(self[name].value() or "" if name in self.fields else "" for name in ("subject", "body"))
