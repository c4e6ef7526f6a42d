"""How files leave: to be saved, never to be run as a page of this site."""

from functools import wraps

from django.conf import settings
from django.views.static import serve
from wagtail.documents.views.serve import serve as serve_document

from .kinds import DOCUMENTS
from .taking.names import ending

INERT = {
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Whatever a file holds, a browser gives it no script, no form, no cookie and no part in the site's origin."""
ANYTHING = "application/octet-stream"


def inert(view):
    """The view's answers, as browsers can run nothing of them."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        for name, value in INERT.items():
            response[name] = value
        return response

    return answer


def document(request, document_id, document_filename):
    """A document, to be saved. Who must give a password first gets Wagtail's page for it, which is no file."""
    response = serve_document(request, document_id, document_filename)
    if response.status_code != 304 and "Content-Disposition" not in response:
        return response
    kind = DOCUMENTS.get(ending(document_filename))
    response["Content-Type"] = kind.content_type if kind else ANYTHING
    return inert(lambda _request: response)(request)


@inert
def picture(request, path):
    """A picture in one of its sizes, where no web server in front hands it out."""
    return serve(request, f"images/{path}", document_root=settings.MEDIA_ROOT)
