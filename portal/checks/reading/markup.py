"""Rich text taken apart: its paragraphs, its headings, its links; and what can be wrong with the latter two."""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.utils.translation import gettext
from wagtail.documents import get_document_model
from wagtail.models import Page

from .texts import read

PARTS = ["p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote"]
HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
SAYS_NOTHING = re.compile(
    r"(?:click |tap )?here|(?:read |learn |see )?more|(?:this )?link|this (?:page|site|website)"
    r"|(?:haga |haz )?(?:clic )?aquí|(?:leer |ver |saber )?más|(?:este )?enlace|(?:https?://|www\.)\S+",
    re.IGNORECASE,
)
LINKED = {"page": lambda: Page, "document": get_document_model}
"""What Wagtail's rich text calls the things it links to."""


@dataclass(frozen=True)
class Paragraph:
    text: str
    goes_on: bool
    """The sentence is taken up by a list, or by the next item of one."""


class Markup:
    def __init__(self, html):
        self.soup = BeautifulSoup(html, "html.parser")

    def paragraphs(self):
        for part in self.soup.find_all(PARTS):
            if part.find(PARTS) is None or part.name == "li":
                text = _own_text(part)
                if text:
                    yield Paragraph(text, _goes_on(part))
        if self.soup.find(PARTS) is None and self.soup.get_text().strip():
            yield Paragraph(self.soup.get_text().strip(), False)

    def links(self):
        """(model, key, text) of every page and document that is linked."""
        for link in self.soup.find_all("a", linktype=True):
            if link["linktype"] in LINKED and link.get("id", "").isdecimal():
                yield LINKED[link["linktype"]](), int(link["id"]), link.get_text().strip()

    def read(self, reading):
        for paragraph in self.paragraphs():
            yield from read(paragraph.text, reading, goes_on=paragraph.goes_on)
        yield from self.empty_headings()
        yield from self.silent_links()

    def empty_headings(self):
        for heading in self.soup.find_all(HEADINGS):
            if not heading.get_text().strip():
                yield gettext("A heading is empty.")
            elif heading.find_next_sibling() is None or heading.find_next_sibling().name == heading.name:
                yield gettext("There is nothing under the heading “%(heading)s”.") % {"heading": heading.get_text()}

    def silent_links(self):
        for link in self.soup.find_all("a"):
            text = link.get_text().strip()
            if not text:
                yield gettext("A link has no text.")
            elif SAYS_NOTHING.fullmatch(text.rstrip(".!:…»› ")):
                yield gettext("The link “%(text)s” does not say where it leads.") % {"text": text}


def _own_text(part):
    """Without the lists inside a list item: they are read by themselves."""
    inner = {id(text) for child in part.find_all(PARTS) for text in child.find_all(string=True)}
    return "".join(text for text in part.find_all(string=True) if id(text) not in inner).strip()


def _goes_on(part):
    following = part.find_next_sibling()
    return part.find(["ul", "ol"]) is not None or (following is not None and following.name in {"ul", "ol", "li"})
