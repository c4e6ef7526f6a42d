"""Where files lie."""

from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    """Has no address: who may have a file of it is asked by the view that hands it out."""

    def url(self, name):
        raise NotImplementedError("Files of this storage are handed out by views that ask who wants them.")
