from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from resources.citations.reading_in import format_of, text_of

MOST_BYTES = 900_000
"""What one import takes: a little less than a request may hold."""


class ImportForm(forms.Form):
    text = forms.CharField(
        label=_("Paste records"),
        required=False,
        strip=False,
        max_length=MOST_BYTES,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    file = forms.FileField(label=_("Or choose a file"), required=False, help_text=_("At most 900 kB."))
    name = forms.ChoiceField(
        label=_("Format"),
        required=False,
        choices=[
            ("", _("Find out by itself")),
            ("ris", "RIS"),
            ("bibtex", "BibTeX"),
            ("csl", _("CSL-JSON or Crossref")),
            ("medline", "PubMed (nbib, MEDLINE)"),
            ("wos", "Web of Science"),
        ],
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise ValidationError(_("The file is too large: an import takes at most 900 kB."))
        return file

    def clean(self):
        """`text` and `name` are what is to be read, whichever way it came."""
        data = super().clean()
        file, text = data.get("file"), (data.get("text") or "").strip()
        if self.errors:
            return data
        if bool(file) == bool(text):
            raise ValidationError(_("Paste the records or choose a file: one of the two."))
        data["text"] = text_of(file.read()) if file else text
        data["name"] = data["name"] or format_of(data["text"])
        if not data["name"]:
            raise ValidationError(
                _("This looks like none of the formats that are read here. Choose the format if it is one of them.")
            )
        return data
