"""A citation in the three styles, as clean HTML, in the English form of the manuals."""

import logging
import re
import warnings
from functools import cache
from hashlib import sha256
from pathlib import Path

import citeproc
from citeproc.source.json import CiteProcJSON
from django.utils.html import escape
from django.utils.safestring import mark_safe

from resources.citations import dates
from resources.citations.csl import to_csl
from resources.citations.identifiers import doi_address
from resources.citations.machines import schema_org
from resources.citations.machines.coins import coins

from . import engine, finishing, ranges

logger = logging.getLogger(__name__)
FOLDER = Path(__file__).resolve().parent.parent.parent / "styles"
STYLES = {"apa": "apa-7.csl", "mla": "mla-9.csl", "chicago": "chicago-18-author-date.csl"}
EAST_ASIAN = re.compile("^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af々・ ]+$")
FORM = 5
"""Counted up when this code writes entries differently: stored ones are then written again."""

NAMES = {"author", "editor", "translator", "collection-editor", "container-author", "reviewed-author", "interviewer"}
NAMES |= {"director", "host", "guest", "producer", "executive-producer", "script-writer", "narrator", "performer"}
NAMES |= {"composer", "illustrator", "compiler", "series-creator", "chair", "organizer", "recipient", "contributor"}
DATES = {"issued", "event-date", "original-date", "accessed"}
TITLES = {"title", "container-title", "collection-title", "original-title", "volume-title", "part-title"}
TITLES |= {"reviewed-title", "event-title"}
OTHERS = {
    *("volume", "issue", "page", "edition", "publisher", "publisher-place", "genre", "medium", "number", "event-place"),
    *("number-of-volumes", "collection-number", "section", "original-publisher", "original-publisher-place", "version"),
    *("chapter-number", "dimensions", "archive", "archive_location", "scale", "status", "reviewed-genre"),
}


def formatted(citation):
    """{style: safe HTML} of all styles; what it says to Zotero and to search engines; under "by" the version that wrote it."""
    item = to_csl(citation)
    machines = {"coins": coins(citation), "schema_org": schema_org.work(citation)}
    return {style: in_style(item, style) for style in STYLES} | machines | {"by": version()}


def in_style(item, style):
    """One CSL item in one style. What the style cannot write is said plainly: a page never fails over an entry."""
    try:
        html = _engine_says(_harmless(_as_the_style_asks(item, style)), style)
        return finishing.finished(html, *_address(item))
    except Exception:
        logger.exception("An entry could not be written in the style %s.", style)
        return plain_line(item)


def plain_line(item):
    """Names, date, title and container as they are, escaped."""
    people = [name.get("literal") or name.get("family") for name in item.get("author") or item.get("editor") or []]
    parts = [", ".join(filter(None, people)), item.get("title"), item.get("container-title")]
    return escape(". ".join(finishing.NOT_TEXT.sub(" ", str(part)) for part in parts if part))


@cache
def version():
    """Changes with the engine, the styles and this code."""
    digest = sha256()
    for name in STYLES.values():
        digest.update((FOLDER / name).read_bytes())
    return f"{citeproc.__version__}-{FORM}-{digest.hexdigest()[:12]}"


def safe(html):
    return mark_safe(html)  # noqa: S308  the engine's output, cleaned by nh3


def _engine_says(item, style):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about variables the engine does not know
        source = CiteProcJSON([item])
        # it looks for people by the name with a hyphen, and keeps them by one without
        source["entry"].update({key: source["entry"][key.replace("-", "_")] for key in NAMES & item.keys()})
        entry = citeproc.CitationStylesBibliography(_style(style), source, citeproc.formatter.html)
    entry.register(citeproc.Citation([citeproc.CitationItem("entry")]))
    return str(entry.bibliography()[0])


@cache
def _style(style):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        loaded = citeproc.CitationStylesStyle(str(FOLDER / STYLES[style]), locale="en-US", validate=False)
    return engine.prepared(loaded)


def _harmless(item):
    """The variables that styles write, each as the engine can bear it; an address is a mark that becomes a link."""
    ready = {"id": "entry", "type": item["type"], "language": str(item.get("language") or "en")[:2].lower()}
    for key, value in item.items():
        if key in NAMES and isinstance(value, list):
            ready[key] = [_name(name) for name in value]
        elif key in DATES and isinstance(value, dict) and not dates.is_none(value):
            ready[key] = _date(value)
        elif key in TITLES | OTHERS and isinstance(value, (str, int)) and str(value).strip():
            ready[key] = (finishing.title if key in TITLES else finishing.plain)(str(value))
    return ready | {key: finishing.LINK for key in ("DOI", "URL") if item.get(key)}


def _name(name):
    """Whoever is written in Chinese, Japanese or Korean has no comma within the name."""
    name = {part: finishing.plain(str(text)) for part, text in name.items()}
    whole = f"{name.get('family', '')}{name.get('given', '')}"
    return {"family": whole} if EAST_ASIAN.match(whole) and "given" in name else name


def _date(date):
    """What is no date is words."""
    return date if date.get("date-parts") else {"literal": finishing.plain(str(date.get("literal", "")))}


def _as_the_style_asks(item, style):
    """Where the date follows the author, the journal's name leads a whole issue that has none of its own.

    MLA looks for the day of a webinar as that of an event. Each style shortens ranges of pages in its own way.
    """
    item = item | {key: ranges.numbers(str(item[key])) for key in ("volume", "issue") if item.get(key)}
    item = item | ({"page": ranges.pages(str(item["page"]), style)} if item.get("page") else {})
    if item["type"].startswith("article") and item.get("number") and item.get("page"):
        item = _numbered(item, style)
    if style == "mla":
        return item | ({"event-date": item["issued"]} if item["type"] == "speech" and "issued" in item else {})
    if item["type"] == "periodical" and not item.get("title") and not item.get("editor"):
        return item | {"title": item.get("container-title", ""), "container-title": ""}
    return item


def _numbered(item, style):
    """The number of an article stands in the place of its pages; APA says that it is one."""
    of_apa = style == "apa" and item["number"] == item["page"]
    return {key: value for key, value in item.items() if key != ("page" if of_apa else "number")}


def _address(item):
    """Where the entry leads, and how that is written."""
    doi, url = item.get("DOI"), item.get("URL") or ""
    if doi:
        return doi_address(doi), f"https://doi.org/{doi}"
    return (url if url.lower().startswith(("https://", "http://")) else ""), url
