"""How much of what is sent is read: nobody fills the disk, and nobody loses what they typed beside a file that is too large."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from portal.site.refusals import CutOff


class BoundedUpload(FileUploadHandler):
    """Stands before Django's own handlers. Of each file it passes on a little more than any form takes: the form's own
    check then says that it is too large, beside all that was typed. A request beyond all measure is not read at all."""

    broke_off = False

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):  # noqa: N803 (Django's)
        if content_length > settings.UPLOADS_MOST_BYTES:
            raise RequestDataTooBig

    def receive_data_chunk(self, raw_data, start):
        return raw_data if start <= settings.UPLOAD_MOST_READ else None

    def file_complete(self, file_size):
        return None

    def upload_interrupted(self):
        self.broke_off = True

    def upload_complete(self):
        """After every handler has let go of what it had of a file that broke off."""
        if self.broke_off:
            raise CutOff
