"""Citations as readers see them (APA 7), and what a citation of each kind must have."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext

NEEDED = {
    "article": ["title", "container", "date"],
    "issue": ["container", "date"],
    "book": ["title", "authors", "date"],
    "web": ["title"],
}
"""The fields each kind cannot be published without."""


def missing(citation):
    """The names of the fields that are empty and needed, in the editor's language."""
    return [
        str(citation._meta.get_field(name).verbose_name)
        for name in NEEDED[citation.kind]
        if not getattr(citation, name)
    ]


def apa(citation):
    """The citation as safe HTML, every part escaped. Call it for complete citations only."""
    parts = {"article": _article, "issue": _issue, "book": _book, "web": _web}[citation.kind](citation)
    return format_html_join(" ", "{}", [(part,) for part in parts if part])


def _article(citation):
    return [*_who_and_when(citation), _sentence(_linked(citation, citation.title), citation.title), _within(citation)]


def _issue(citation):
    return [_linked(citation, _within(citation)), _year(citation)]


def _book(citation):
    publisher = ": ".join(filter(None, [citation.place, citation.publisher]))
    title = format_html("<cite>{}</cite>", citation.title)
    return [*_who_and_when(citation), _sentence(_linked(citation, title), citation.title), _sentence(publisher)]


def _web(citation):
    return [
        *_who_and_when(citation),
        _sentence(_linked(citation, citation.title), citation.title),
        _sentence(citation.container),
    ]


def _who_and_when(citation):
    """Author and date; without an author the date follows the title in APA, which a list read aloud does not miss."""
    return [citation.authors, _year(citation)]


def _year(citation):
    return f"({citation.date})." if citation.date else gettext("(n.d.).")


def _sentence(html, text=None):
    """Ends with a full stop unless it already ends with a mark."""
    end = (str(html) if text is None else text).rstrip()[-1:]
    return html if not end or end in ".?!" else format_html("{}.", html)


def _linked(citation, html):
    return format_html('<a href="{}">{}</a>', citation.url, html) if citation.url else html


def _within(citation):
    """<cite>Journal, 57</cite>(5), 500–516."""
    name = format_html("<cite>{}</cite>", ", ".join(filter(None, [citation.container, citation.volume])))
    number = f"({citation.issue})" if citation.issue else ""
    pages = f", {citation.pages}" if citation.pages else ""
    end = "" if citation.kind == "issue" else "."
    return format_html("{}{}{}{}", name, number, pages, end)
