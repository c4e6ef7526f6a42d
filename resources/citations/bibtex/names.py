"""Names in BibTeX: joined by “and”, “von Last, Jr, First” or “First von Last”, a body in braces."""

import re

from resources.citations import names

from .latex import decoded, encoded

OTHERS = re.compile(r"^others$")
PART = re.compile(r"^(?:family|given|prefix|suffix)\s*=", re.I)
PIECES = re.compile(r"\\.|[{}]|\s+and\s+|,", re.I | re.S)


def read(text):
    """CSL names. BibTeX's “and others” is “et al.”, as a line of its own."""
    return [_name(OTHERS.sub("{et al.}", part.strip())) for part in _split(text, "and") if part.strip()]


def written(people):
    lines = [names.to_csl(line)[0] for line in names.from_csl(people).splitlines()]
    return " and ".join(_written(name) for name in lines)


def _written(name):
    if name.get("literal") == names.ET_AL:
        return "others"
    if "literal" in name:
        return f"{{{encoded(name['literal'])}}}"
    family = " ".join(filter(None, [name.get("non-dropping-particle"), name["family"]]))
    given = " ".join(filter(None, [name.get("given"), name.get("dropping-particle")]))
    parts = [family, name.get("suffix"), given]
    return ", ".join(_kept_whole(encoded(part)) for part in parts if part)


def _kept_whole(part):
    return re.sub(r"(?<!\S)(and)(?!\S)", r"{\1}", part, flags=re.I)


def _split(text, at):
    """The parts between commas, or between “and”, outside braces."""
    parts, depth, start = [], 0, 0
    for found in PIECES.finditer(text):
        piece = found[0].strip().lower()
        depth += (piece == "{") - (piece == "}" and depth > 0)
        if depth == 0 and piece == at:
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def _name(text):
    if PART.match(text):
        return _of_parts(_split(text, ","))
    if text.startswith("{") and _split(text, ",") == [text] and _closes_at_end(text):
        return {"literal": decoded(text)}
    parts = [decoded(part) for part in _split(text, ",")]
    if len(parts) > 2:
        family, suffix, given = parts[0], parts[1], ", ".join(parts[2:])
    else:
        family, given, suffix = *(parts if len(parts) == 2 else _in_order(parts[0])), ""
    line = ", ".join(part.replace(",", " ") for part in (family, given, suffix) if part.strip())
    return names.to_csl(line or "{}")[0]


def _of_parts(parts):
    """biblatex's other form: family=Berg, given=Anna, prefix=van den, useprefix=true."""
    told = {name.strip().lower(): decoded(value) for name, _, value in (part.partition("=") for part in parts)}
    family = " ".join(filter(None, [told.get("prefix"), told.get("family")]))
    line = ", ".join(filter(None, [family, told.get("given"), told.get("suffix")]))
    return names.to_csl(line or "{}")[0]


def _closes_at_end(text):
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return place == len(text) - 1
    return False


def _in_order(text):
    """“Anna van den Berg”: the family is the last word and the small ones before it."""
    words = text.split()
    cut = len(words) - 1
    while cut > 1 and words[cut - 1][:1].islower():
        cut -= 1
    return (" ".join(words[cut:]), " ".join(words[:cut])) if len(words) > 1 else (text, "")
