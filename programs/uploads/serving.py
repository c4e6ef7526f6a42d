"""Handing a file out: who may have it is asked before."""

from django.http import FileResponse, Http404

from portal.files.kinds import APPLICANTS
from portal.files.serving import ANYTHING, INERT


def handed_out(upload, reference):
    """To be saved, under a name of ours, and run by no browser. `reference` is the application's."""
    try:
        file = upload.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    kind = APPLICANTS.get(upload.kind)
    headers = INERT | {"Cache-Control": "private, no-store", "Content-Length": str(upload.size)}
    name = f"{reference}-{upload.question}{_number(upload)}.{upload.kind}"
    content_type = kind.content_type if kind else ANYTHING
    return FileResponse(file, as_attachment=True, filename=name, content_type=content_type, headers=headers)


def _number(upload):
    """Tells apart what came to one question: -2 for the second."""
    n = upload.application.uploads.filter(question=upload.question, pk__lte=upload.pk).count()
    return f"-{n}" if n > 1 else ""
