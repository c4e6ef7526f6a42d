"""Names as catalogs write them: with the years of a life, a role behind them, a full stop, or all of them in one line."""

import re

from resources.citations import names

ROLES = {
    "author": "author",
    "aut": "author",
    "creator": "author",
    "editor": "editor",
    "editors": "editor",
    "edited by": "editor",
    "ed": "editor",
    "eds": "editor",
    "edt": "editor",
    "editor of compilation": "editor",
    "translator": "translator",
    "trans": "translator",
    "trl": "translator",
    "tr": "translator",
    "interviewer": "interviewer",
    "ivr": "interviewer",
    "director": "director",
    "film director": "director",
    "drt": "director",
    "illustrator": "illustrator",
    "ill": "illustrator",
    "illustrations": "illustrator",
    "compiler": "compiler",
    "comp": "compiler",
    "com": "compiler",
    "narrator": "narrator",
    "host": "host",
    "performer": "performer",
    "contributor": "contributor",
    "ctb": "contributor",
    "writer of introduction": "contributor",
    "writer of foreword": "contributor",
    "writer of preface": "contributor",
    "interviewee": "author",
    "speaker": "author",
}
"""What stands behind a name in a catalog, and which list of CSL it belongs to."""

SHORT = 4
"""Roles of so few letters may be names: Smith, Ed."""

ROLE = re.compile(rf"^\(?({'|'.join(sorted(map(re.escape, ROLES), key=len, reverse=True))})\)?\.?$", re.I)
ROLE_BEHIND = re.compile(
    rf"^(.*\S)\s+\(?({'|'.join(sorted(map(re.escape, ROLES), key=len, reverse=True))})\)?\.?$", re.I
)
DAY = r"(?:\d{1,2}\s+)?(?:[A-Z][a-z]{2,8}\.?\s+)?(?:\d{1,2},?\s+)?"
ABOUT = r"(?:(?:ca?\.?|circa|approximately|approx\.|active|fl\.?|flourished|born|died|b\.|d\.|after|before)\s*)*"
YEAR = rf"{ABOUT}{DAY}\d{{3,4}}\??(?:\s*(?:or|/)\s*\d{{1,4}}\??)?"
LIFE = re.compile(
    rf"^\(?(?:{YEAR}\s*[-‐–—]\s*(?:{YEAR})?|[-‐–—]\s*{YEAR}|(?:ca?\.|circa|approximately|active|fl\.|born|died|b\.|d\.)\s*{YEAR}|"
    r"\d{4}|(?:active\s+)?\d{1,2}(?:st|nd|rd|th)\s+cent(?:ury|\.)(?:\s*[-–]\s*\d{1,2}(?:st|nd|rd|th)\s+cent(?:ury|\.))?)(?:\s+[BA]\.?\s?[CD]\.?(?:\s?E\.?)?)?\)?\.?$",
    re.I,
)
LIFE_BEHIND = re.compile(rf"^(.*\S)\s+\(?({YEAR}\s*[-‐–—]\s*(?:{YEAR})?|[bd]\.\s*{YEAR})\)?\.?$")
FULLER = re.compile(r"\s*\([^()]*\)$")
NUMBERS = re.compile(r"[\s,;(]*(?:ORCID[:\s]*)?(?:https?://orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]\)?$", re.I)
SUFFIX = re.compile(r"^(?:jr|sr|ph\.?\s?d|m\.?d|ed\.?d|j\.?d|esq|[ivx]{2,5}|\d(?:nd|rd|th))\.?$", re.I)
JUNIOR = re.compile(r"^(.*?\S)[\s,]+(Jr\.?|Sr\.?|2nd|3rd|II|III|IV)$")
INITIALS = re.compile(r"^(?:[^\W\d_]\.?[\s-]*){1,4}$")


def several(line):
    """The names of a line in which all of them stand: behind semicolons, or as APA writes them with initials only."""
    line = line.strip()
    if re.fullmatch(r"\{.*\}", line):
        return [line]
    if ";" in line:
        return [part.strip() for part in line.split(";") if part.strip()]
    parts = [part.strip() for part in line.split(",")]
    if len(parts) > 3 and len(parts) % 2 == 0 and all(INITIALS.match(part) for part in parts[1::2]):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return [line]


def with_suffix(name):
    """The name with its Jr. where CSL has it, wherever in the name it was written: Sample Jr., Ann; Sample, Ann Jr."""
    family, given = (name.get(part) if isinstance(name.get(part), str) else "" for part in ("family", "given"))
    if not (family and given):
        return name
    suffix = name.get("suffix") or ""
    if suffix and SUFFIX.match(given) and not SUFFIX.match(suffix):
        return name | {"given": suffix, "suffix": given}
    if suffix:
        return name
    if SUFFIX.match(given) and len(family.split()) > 1:  # Ann Sample, Jr.
        *first, last = family.split()
        return name | {"family": last, "given": " ".join(first), "suffix": given}
    for part, text in (("family", family), ("given", given)):
        if found := JUNIOR.match(text):
            return name | {part: found[1], "suffix": found[2]}
    return name


def is_one(line):
    """Whether a line can be the name of one person or body; a list of surnames alone is none."""
    parts = [part.strip() for part in line.split(",") if part.strip()]
    while parts and (SUFFIX.match(parts[-1]) or LIFE.match(parts[-1]) or ROLE.match(parts[-1])):
        parts.pop()
    return len(parts) < 3 and len(line) < 150


def of_catalog(name):
    """(name, role, what was left out of it): a CSL name without years, role and full stop. The role may be empty."""
    if not any(isinstance(name.get(part), str) for part in ("family", "given", "literal")):
        return name, "", ""
    line = _line(name)
    parts, role, changed = [part.strip() for part in line.split(",")], "", False
    if "literal" in name and "family" not in name and "," not in line and not _telling(line):
        bare, point = _without_point(line)
        return ({"literal": bare} if point else name), "", ""
    bare = NUMBERS.sub("", parts[-1])
    changed = bare != parts[-1]
    parts[-1] = bare
    while len(parts) > 1:
        last = parts[-1]
        if not last or LIFE.match(last):
            parts.pop()
        elif (found := ROLE.match(last)) and (len(parts) > 2 or len(found[1]) > SHORT):
            role = role or ROLES[found[1].lower()]
            parts.pop()
        elif found := LIFE_BEHIND.match(last) or _role_behind(last):
            role = role or ROLES.get(found[2].lower(), "")
            parts[-1] = found[1]
        else:
            break
        changed = True
    parts[-1], tail = _without_point(parts[-1])
    fuller = FULLER.search(parts[-1]) if len(parts) > 1 else None
    if fuller and fuller.start():
        parts[-1], changed = parts[-1][: fuller.start()], True
    if not (changed or tail):
        return name, "", ""
    if len(parts) == 1:
        return {"literal": parts[0]}, role, line if changed else ""
    (made,) = names.to_csl(", ".join(parts)) or [name]
    return made, role, line if changed else ""


def _role_behind(part):
    """Ed may be a given name; (ed.) is none."""
    found = ROLE_BEHIND.match(part)
    return found if found and (len(found[2]) > SHORT or found[2].islower()) else None


def _telling(line):
    return bool(NUMBERS.search(line) or LIFE_BEHIND.match(line))


def _line(name):
    """As a catalog would write it; BibTeX's order (family, suffix, given) may have put the years where the given name goes."""
    told = {part: " ".join(str(name[part]).split()) for part in name if isinstance(name[part], str)}
    if "family" not in told and "given" not in told:
        return told.get("literal", "")
    family = " ".join(filter(None, [told.get("non-dropping-particle"), told.get("family")]))
    given = " ".join(filter(None, [told.get("given"), told.get("dropping-particle")]))
    suffix = told.get("suffix", "")
    if suffix and not SUFFIX.match(suffix) and (LIFE.match(given) or ROLE.match(given) or LIFE_BEHIND.match(given)):
        given, suffix = suffix, given
    return ", ".join(filter(None, [family, given, suffix]))


def _without_point(part):
    """The full stop behind a whole name goes; behind an initial or a suffix it belongs there."""
    word = part.split()[-1] if part.split() else ""
    if part.endswith(".") and not part.endswith("..") and len(word) > 4 and "." not in word[:-1]:
        return part[:-1], True
    return part, False
