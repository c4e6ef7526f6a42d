"""Links to documents say what a reader gets: of which kind, and how large."""

from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.translation import gettext
from wagtail.documents.rich_text import DocumentLinkHandler

from .kinds import DOCUMENTS
from .taking.names import ending


def kind_and_size(document):
    """“PDF, 1.2 MB”"""
    kind = DOCUMENTS.get(ending(document.filename))
    name = kind.name if kind else document.file_extension.upper() or gettext("file")
    return f"{name}, {filesizeformat(document.file_size)}" if document.file_size else str(name)


class LinkToDocument(DocumentLinkHandler):
    """In editors' text. A handler writes no more than the link's start: the sheet adds `data-file` to its text."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [_start(document) if document else "<a>" for document in cls.get_many(attrs_list)]


def _start(document):
    return format_html('<a href="{}" data-file="{}">', document.url, kind_and_size(document))


def use_our_document_links(features):
    features.register_link_type(LinkToDocument)
