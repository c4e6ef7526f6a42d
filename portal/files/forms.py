"""The forms through which staff hand in files: Wagtail makes each of its doors from these two.

Adding, adding many, choosing, changing: all ask clean_file, so that no door of Wagtail's can forget it.
"""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from .kinds import DOCUMENTS, judged
from .pictures import redrawn
from .taking.scanning import refuse_infected


class DocumentForm(BaseDocumentForm):
    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            judged(file, DOCUMENTS)
            refuse_infected(file)
        return file


class PictureForm(BaseImageForm):
    def clean_file(self):
        file = self.cleaned_data["file"]
        return redrawn(file) if "file" in self.changed_data else file
