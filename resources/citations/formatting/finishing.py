"""What goes into the engine is made harmless, what comes out is given its marks, its links and clean HTML.

The engine neither escapes nor knows where a comma stands beside a quotation mark. So letters that HTML gives a meaning
travel as private-use characters, which no style touches, and become entities and tags at the end. Titles become
headlines here, too, in the English way of CSL.
"""

import re

import nh3

TAGS = ["i", "b", "sub", "sup"]
"""Markup that titles may carry, as CSL-JSON has it."""

ESCAPES = {"&": "\ue000", "<": "\ue001", ">": "\ue002", '"': "\ue003", "“": "\ue004", "”": "\ue005"}
ENTITIES = dict(zip(ESCAPES.values(), ["&amp;", "&lt;", "&gt;", "&quot;", "“", "”"], strict=True))
MARKUP = {f"<{slash}{tag}>": chr(0xE010 + n) for n, (tag, slash) in enumerate((t, s) for t in TAGS for s in ("", "/"))}
LINK = "\ue030"
NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff\ud800-\udfff]+")
STYLED = re.compile(r"</?span\b[^<>]*>", re.I)
QUOTED = re.compile(r'"([^"]*)"|“([^“”]*)”')
LEFT_OUT = re.compile(r"(?<!\w)'(?=(?:\d\ds?|n'|tis|twas|til|em|cause)(?!\w))", re.I)
"""Letters left out at the beginning of a word: the '90s, 'tis, rock 'n' roll."""
SINGLE = re.compile(r"(?<![\w'])'(?=[^\s'])([^']*(?:(?<=\w)'(?=\w)[^']*)*)(?<=[^\s'])'(?![\w'])")
APOSTROPHE = re.compile(r"(?<=\w)'(?!')|(?<![\w'])'(?=\w)")
OTHERS = re.compile(rf",? (?:and|{ESCAPES['&']}) et al\.")
PAIRED = re.compile(rf"(<({'|'.join(TAGS)})>)((?:(?!</?(?:{'|'.join(TAGS)})>).)*)</\2>")
SEEN = re.compile(r"(?:https://doi\.org/)?" + LINK)

SMALL = {"about", "above", "across", "after", "against", "along", "among", "around", "as", "at", "before"}
SMALL |= {"behind", "below", "beneath", "beside", "besides", "between", "beyond", "but", "by", "circa"}
SMALL |= {"despite", "down", "during", "et", "except", "for", "from", "given", "in", "inside", "into", "like"}
SMALL |= {"near", "next", "of", "off", "on", "onto", "out", "over", "per", "plus", "since", "than", "through"}
SMALL |= {"throughout", "till", "to", "toward", "towards", "under", "underneath", "until", "unto", "up"}
SMALL |= {"upon", "versus", "vs.", "v.", "vs", "v", "via", "with", "within", "without", "or", "yet", "so"}
SMALL |= {"and", "nor", "a", "an", "the", "de", "von", "van", "c", "ca"}
"""What the specification of CSL calls stop words."""

PREFIXES = {"anti", "co", "counter", "inter", "intra", "mid", "mini", "multi", "non"}
PREFIXES |= {"post", "pre", "re", "semi", "sub", "un"}
"""What cannot stand by itself. Who writes a headline may leave the word behind its hyphen small, as The Chicago Manual does
(8.162: Re-conceptualizing Mentoring); else it gets its capital as any other word."""
FEW = 3
"""So many words with capitals, and none without that should have one, are a headline already."""

STARTS = re.compile(r"[:?!]$")
DIVIDED = re.compile("([/—])")
OPENING = re.compile(r"^[\"“‘'(\[\ue000-\uf8ff]*")
ENDINGS = ",;:\"”’'…)]"
LETTERS, ANY = re.compile(r"[^\W\d_]"), re.compile(r"\w")


def plain(text):
    """Any text as the engine may have it."""
    text = " ".join(NOT_TEXT.sub(" ", text).split())
    return APOSTROPHE.sub("’", text).translate(str.maketrans(ESCAPES))


def title(text):
    """A title: its own markup is kept, and quotation marks in pairs are real ones, which may change their kind."""
    text = " ".join(NOT_TEXT.sub(" ", STYLED.sub("", text)).split())
    text = LEFT_OUT.sub("’", text)
    text = SINGLE.sub(lambda found: f'"{found[1]}"' if '"' not in found[1] else found[0], text)
    text = APOSTROPHE.sub("’", text)
    text = QUOTED.sub(lambda found: f"\ue006{found[1] or found[2] or ''}\ue007", text)
    while PAIRED.search(text):
        text = PAIRED.sub(lambda found: f"{MARKUP[found[1]]}{found[3]}{MARKUP['</' + found[2] + '>']}", text)
    return text.translate(str.maketrans(ESCAPES)).replace("\ue006", "“").replace("\ue007", "”")


def finished(html, address, shown):
    """Safe HTML from the engine's output: the marks as Americans set them, the address a link."""
    html = _marks(_quotes(html.replace("&amp;", ESCAPES["&"])))
    html = OTHERS.sub(", et al.", html)
    html = re.sub("Retrieved (?=https?://|" + LINK + ")", "", html)
    for mark, entity in {**{mark: tag for tag, mark in MARKUP.items()}, **ENTITIES}.items():
        html = html.replace(mark, entity)
    html = _upright_within_italics(html)
    html = SEEN.sub(lambda _: _link(address, shown), html)
    return nh3.clean(html, tags={"a", *TAGS}, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel=None)


def _link(address, shown):
    for letter, mark in ESCAPES.items():
        address, shown = (text.replace(letter, ENTITIES[mark]) for text in (address, shown))
    return f'<a href="{address}">{shown}</a>' if address else shown


def _upright_within_italics(html):
    """A title within a title in italics stands upright."""
    depth, out = 0, []
    for part in re.split("(</?i>)", html):
        depth -= part == "</i>"
        inside = depth > 0 and part in {"<i>", "</i>"}
        out.append({"<i>": "</i>", "</i>": "<i>"}[part] if inside else part)
        depth += part == "<i>"
    return "".join(out).replace("<i></i>", "")


def _quotes(html):
    """Quotations within quotations are single."""
    depth, out = 0, []
    for letter in html:
        depth -= letter == "”"
        out.append({"“": "‘", "”": "’"}.get(letter, letter) if depth > 0 else letter)
        depth += letter == "“"
    return "".join(out)


def _marks(html):
    """No full stop or comma after a mark that ends a sentence; both stand inside quotation marks."""
    close = rf"((?:</[a-z]+>|[{''.join(MARKUP.values())}’])*)"
    html = re.sub(rf"([?!]|\.\.\.|…){close}(”?)((?:</[a-z]+>)*)([.,])(?!\.)", _after_a_mark, html)
    html = re.sub(rf"(?<!\.)\.{close}(”?)\.(?!\.)", r".\1\2", html)
    return re.sub(r"((?:</[a-z]+>)*)(’?”)((?:</[a-z]+>)*)([.,])", r"\4\1\2\3", html)


def _after_a_mark(found):
    mark, close, quote, tags, point = found.groups()
    return f"{mark}{close}{quote}{tags}" + ("," if point == "," and not quote else "")


def in_title_case(text):
    """Whatever has capitals stays; a word that begins with a figure or a sign is none that gets one."""
    words = text.split()
    is_headline = _is_headline(words)
    last = max((place for place, word in enumerate(words) if ANY.search(word)), default=0)
    for place, word in enumerate(words):
        first = place == 0 or bool(STARTS.search(words[place - 1]))
        if not (is_headline and word.partition("-")[0].lower() in PREFIXES):
            words[place] = _divided(word, first=first, last=place == last)
    return " ".join(words)


def _is_headline(words):
    bare = [word[OPENING.match(word).end() :].rstrip(ENDINGS) for word in words]
    small = any(word.islower() and LETTERS.match(word) and word not in SMALL for word in bare)
    return not small and sum(word[:1].isupper() for word in bare) >= FEW


def _divided(word, *, first, last):
    """Both sides of a slash or a long dash, and what hyphens join, are words; the outermost ones begin and end."""
    parts = DIVIDED.split(word)
    for place in range(0, len(parts), 2):
        parts[place] = _hyphened(parts[place], first=first and not place, last=last and place == len(parts) - 1)
    return "".join(parts)


def _hyphened(word, *, first, last):
    parts = word.split("-")
    for place, part in enumerate(parts):
        alone = len(parts) > 1 and len(part) == 1  # the e of e-mail
        ends = (first and not place) or (last and place == len(parts) - 1) or (last and alone)
        parts[place] = _capital(part, ends=ends, alone=alone)
    return "-".join(parts)


def _capital(word, *, ends, alone):
    at = OPENING.match(word).end()
    bare = word[at:]
    if not bare.islower() or not LETTERS.match(bare):
        return word
    if not ends and (alone or bare.rstrip(ENDINGS) in SMALL):
        return word
    return word[:at] + bare[0].upper() + bare[1:]
