"""Names as editors type them, one a line, and as CSL keeps them.

“Family, Given” and “Family, Given, Jr.” are people; a line without a comma, or in {braces}, is a body, written as it
stands. Small words are particles: “van den Berg, Anna” keeps hers with the family, “La Fontaine, Jean de” with the given name.
"""

import re

ET_AL = "et al."
"""A line that stands for those who are not named."""
BODY = re.compile(r"^\{(.*)\}$")
SUFFIXES = re.compile(r"^(jr|sr)\.?$|^[IVX]{2,5}$|^IV$", re.I)


def lines(text):
    return [" ".join(line.split()) for line in text.splitlines() if line.strip(" ,")]


def to_csl(text):
    return [_name(line) for line in lines(text)]


def from_csl(names):
    """The lines of what CSL calls names; whatever is no name is left out."""
    found = [_line(name) for name in names if isinstance(name, dict)] if isinstance(names, list) else []
    return "\n".join(line for line in found if line)


def first_family(text):
    """What the first name is known by, for telling works apart."""
    for name in to_csl(text):
        return name.get("literal") or name["family"]
    return ""


def _name(line):
    body = BODY.match(line)
    parts = [part.strip() for part in line.split(",")]
    if body or len(parts) == 1 or not parts[0]:
        return {"literal": (body[1].strip() if body else line.strip(" ,")) or line}
    return _person(parts[0], parts[1], ", ".join(part for part in parts[2:] if part))


def _person(family, given, suffix):
    particle, family = _leading_particle(family)
    given, dropping = _trailing_particle(given)
    parts = {
        "family": family,
        "given": given,
        "non-dropping-particle": particle,
        "dropping-particle": dropping,
        "suffix": suffix,
    }
    return {key: value for key, value in parts.items() if value}


def _leading_particle(family):
    """“van den Berg” is van den + Berg; “bell hooks” has no capital to stand before and stays whole."""
    words = family.split()
    small = next((count for count, word in enumerate(words) if not _is_small(word)), 0)
    return " ".join(words[:small]), " ".join(words[small:])


def _trailing_particle(given):
    words = given.split()
    small = next((count for count, word in enumerate(reversed(words)) if not _is_small(word)), 0)
    cut = len(words) - small
    return " ".join(words[:cut]), " ".join(words[cut:])


def _is_small(word):
    return word[:1].islower() and not word.endswith(".")


def _line(name):
    told = {key: " ".join(str(value).split()) for key, value in name.items() if isinstance(value, str)}
    if not any(told.get(part) for part in ("family", "given")):
        return _body(told.get("literal", ""))
    family = " ".join(filter(None, [told.get("non-dropping-particle"), told.get("family")]))
    given = " ".join(filter(None, [told.get("given"), told.get("dropping-particle")]))
    if not (family and given):
        return _body(family or given)
    parts = [family, given, told.get("suffix", "")]
    return ", ".join(part.replace(",", " ").strip() for part in parts if part)


def _body(text):
    return f"{{{text}}}" if "," in text or BODY.match(text) else text


def split_apa(text):
    """Lines from names as APA writes them in one line: “Hussey, L. K., & Campbell-Meier, J.”."""
    if "," not in text:
        return "\n".join(part.strip() for part in re.split(r"\s+&\s+", text) if part.strip())
    parts = [part.strip() for part in re.sub(r",?\s+(&|and)\s+", ", ", text).split(",") if part.strip()]
    people = []
    for part in parts:
        given = people and len(people[-1]) == 1
        suffix = people and len(people[-1]) == 2 and SUFFIXES.match(part)
        if given or suffix:
            people[-1].append(part)
        else:
            people.append([part])
    return "\n".join(", ".join(person) for person in people)
