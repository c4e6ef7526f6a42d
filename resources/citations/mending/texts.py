"""Texts without what publishers leave in them: entities, doubled ones too, and markup of JATS, HTML and MathML.

Italics, bold, sub- and superscript become the markup that titles may have; other fields keep their words alone.
"""

import html
import re

STYLES = {"i": "i", "em": "i", "italic": "i", "b": "b", "bold": "b", "strong": "b", "sub": "sub", "inf": "sub"}
STYLES |= {"sup": "sup", "super": "sup"}
WORDS = {"scp", "sc", "small", "big", "font", "u", "underline", "tt", "a", "xref", "ext-link", "named-content", "roman"}
WORDS |= {"sans-serif", "monospace", "strike", "nobr", "uri", "span", "inline-formula", "tex-math", "alternatives"}
BLOCKS = {"p", "br", "div", "title", "sec", "list", "list-item", "abstract", "ul", "ol", "li", "break", "label", "hr"}
BLOCKS |= {f"h{n}" for n in range(1, 7)} | {"section", "para", "simple-para", "abstract-sec", "section-title", "table"}
ATTRIBUTE = r"""\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*')"""
TAG = re.compile(rf"<(/?)((?:[\w-]{{1,20}}:)?[A-Za-z][\w-]{{0,30}})((?:{ATTRIBUTE})*)\s*(/?)>")
CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>|<!--.*?-->", re.S)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
OURS = re.compile(r"<span class=\"nocase\">|<span style=\"font-variant:\s*small-caps;?\">", re.I)
KIND_BEHIND = re.compile(
    r"(?<![.\s])[.\s]*\s\[(?:article(?: in press)?|review|references|editorial|letter|comment|news|book review|erratum|abstract|"
    r"conference abstract|journal article|case reports?)\]\.?$",
    re.I,
)
"""What databases write behind a title: the kind of article, and that it has references."""
DEEPEST = 3
"""So often text is written as text of a text: &amp;amp; and the like."""


def titled(text):
    """A title or the like, in the markup that it may have, in pairs."""
    return _paired(_spaced(_read(text, styles=True)))


def worded(text):
    """The words of any other text."""
    return _spaced(_read(text, styles=False))


def addressed(text):
    """An address, in which only an ampersand is written as an entity."""
    return re.sub(r"&(?:amp;)+|&#0*38;", "&", text)


def _read(text, *, styles):
    for _again in range(DEEPEST):
        before = text
        text = CDATA.sub(lambda found: found[1] or "", text)
        text = TAG.sub(lambda found: _mark(found, styles=styles), text)
        text = ENTITY.sub(lambda found: html.unescape(found[0]), text)
        if text == before:
            break
    return text


def _mark(found, *, styles):
    closing, whole, attributes, alone = found.groups()
    prefix, _, name = whole.lower().rpartition(":")
    if styles and OURS.match(found[0]):
        return found[0]
    if styles and name == "span" and closing and not attributes:
        return found[0]
    if name in STYLES:
        return f"<{closing}{STYLES[name]}>" if styles and not alone else ""
    if name in BLOCKS:
        return " "
    return "" if name in WORDS or prefix in {"mml", "m", "jats", "ce", "sb"} or name == "math" else found[0]


def _paired(text):
    """Without tags that nothing opens or closes: they would be printed."""
    open_, out = [], []
    for part in re.split(r"(</?(?:i|b|sub|sup)>|</?span[^<>]*>)", text):
        name = re.match(r"</?(\w+)", part)
        if not (part.startswith("<") and name and part.endswith(">")):
            out.append(part)
        elif not part.startswith("</"):
            open_.append((name[1], len(out)))
            out.append(part)
        elif open_ and open_[-1][0] == name[1]:
            open_.pop()
            out.append(part)
    for _name, place in open_:
        out[place] = ""
    return "".join(out)


def _spaced(text):
    return " ".join(text.split())
