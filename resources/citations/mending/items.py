"""A whole item set right, whatever format it came from. What is taken out of a value is told."""

from resources.citations import names as ours

from . import pages, texts
from .names import of_catalog, several, with_suffix

TITLES = {"title", "container-title", "collection-title", "title-short", "container-title-short", "original-title"}
TITLES |= {"volume-title", "part-title", "reviewed-title", "event-title"}
PEOPLE = {
    "author",
    "editor",
    "translator",
    "collection-editor",
    "container-author",
    "editorial-director",
    "interviewer",
}
PEOPLE |= {"director", "composer", "illustrator", "reviewed-author", "recipient", "original-author", "curator", "chair"}
PEOPLE |= {
    "compiler",
    "contributor",
    "guest",
    "host",
    "narrator",
    "organizer",
    "performer",
    "producer",
    "executive-producer",
}
PEOPLE |= {"script-writer", "series-creator"}
AS_THEY_ARE = {"id", "type", "DOI", "ISBN", "ISSN", "ris", "bibtex", "told", "beside"}

LANGUAGES = {
    "en": "english eng anglais inglés ingles",
    "es": "spanish spa español espanol castilian",
    "fr": "french fre fra français",
    "de": "german ger deu deutsch",
    "it": "italian ita italiano",
    "pt": "portuguese por português",
    "nl": "dutch dut nld",
    "ja": "japanese jpn",
    "zh": "chinese chi zho",
    "ko": "korean kor",
    "ru": "russian rus",
    "pl": "polish pol",
    "sv": "swedish swe",
    "da": "danish dan",
    "no": "norwegian nor",
    "fi": "finnish fin",
    "tr": "turkish tur",
    "ar": "arabic ara",
    "he": "hebrew heb",
    "ca": "catalan cat",
    "cs": "czech cze ces",
    "hu": "hungarian hun",
    "uk": "ukrainian ukr",
    "vi": "vietnamese vie",
}
CODES = {word: code for code, words in LANGUAGES.items() for word in words.split()}


def mended(item):
    """The item with plain texts, names and pages; `told` has what its editor may miss."""
    made, told = {}, []
    for key, value in item.items():
        if key in AS_THEY_ARE:
            made[key] = value
        elif key in PEOPLE:
            made.setdefault(key, [])
        else:
            made[key] = _value(key, value)
    for role in (key for key in item if key in PEOPLE):
        _take_people(made, told, role, item[role])
    made = {key: value for key, value in made.items() if value != [] or item.get(key) == []}
    if isinstance(made.get("page"), str):
        if pages.are_none(made["page"]):
            told.append(f"page: {made.pop('page')}")
        else:
            made["page"] = pages.plain_pages(made["page"])
    for name in pages.LABELS.keys() & made.keys():
        if isinstance(made[name], str):
            made[name] = pages.plain_number(name, made[name])
    if isinstance(made.get("title"), str) and (found := texts.KIND_BEHIND.search(made["title"])):
        told.append(f"title: {made['title']}")
        made["title"] = made["title"][: found.start()]
    if isinstance(made.get("language"), str):
        made["language"] = CODES.get(made["language"].strip().lower(), made["language"])
    told = [*(made.get("told") or []), *told]
    return made | ({"told": told} if told else {})


def _value(key, value):
    if isinstance(value, str):
        if key in {"URL", "url"}:
            return texts.addressed(value)
        if key == "note":
            return "\n".join(filter(None, map(texts.worded, value.splitlines())))
        return texts.titled(value) if key in TITLES else texts.worded(value)
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return [_value(key, each) for each in value]
    return value


def _take_people(made, told, role, people):
    if not isinstance(people, list):
        people = [people] if isinstance(people, str) and people.strip() else []
    for name in people:
        if isinstance(name, str):
            name = {"literal": name} if ";" in name else next(iter(ours.to_csl(name)), {})
        if not isinstance(name, dict):
            continue
        for each in _split({part: _part(part, text) for part, text in name.items()}):
            plain, other, left = of_catalog(with_suffix(each))
            if left:
                told.append(left)
            made.setdefault(other if other and role in {"author", "contributor"} else role, []).append(plain)


def _part(part, text):
    return texts.worded(text) if isinstance(text, str) else text


def _split(name):
    """One entry may hold several names behind semicolons; Crossref calls a body `name`."""
    if "literal" not in name and not name.get("family") and isinstance(name.get("name"), str):
        name = {key: value for key, value in name.items() if key != "name"} | {"literal": name["name"]}
    literal = name.get("literal")
    if isinstance(literal, str) and ";" in literal and not name.get("family"):
        found = several(literal)
        return [ours.to_csl(each)[0] for each in found] if len(found) > 1 else [name]
    return [name]
