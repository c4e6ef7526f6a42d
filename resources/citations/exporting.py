"""Citations as files: RIS, BibTeX and CSL-JSON."""

from django.http import HttpResponse
from django.utils.text import slugify

from . import csljson
from .bibtex.writing import write as write_bibtex
from .csl import to_csl
from .ris.writing import write as write_ris

FORMATS = {
    "ris": (write_ris, "application/x-research-info-systems"),
    "bib": (write_bibtex, "application/x-bibtex"),
    "json": (csljson.write, "application/vnd.citationstyles.csl+json"),
}
"""By the ending of the file."""


def written(citations, ending):
    write, _ = FORMATS[ending]
    return write([to_csl(citation) for citation in citations])


def as_file(citations, ending, name):
    """A response that a browser saves; the name keeps ASCII letters, digits and hyphens only."""
    _, content_type = FORMATS[ending]
    answer = HttpResponse(written(citations, ending), content_type=f"{content_type}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{slugify(name)[:60] or "citations"}.{ending}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
