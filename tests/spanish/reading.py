"""What a reader of Spanish meets, and which English is left in it."""

import json
import re
from functools import cache
from html.parser import HTMLParser
from itertools import zip_longest

import polib
from django.conf import settings

CATALOG = settings.BASE_DIR / "locale/es/LC_MESSAGES/django.po"
ENGLISH = re.compile(
    r"\b(the|and|or|of|with|at|in|on|your|you|we|they|this|what|which|who|when|where|is|are|has|to|for|by|from|if|was"
    r"|not|none|nothing|all|first|last|least|early|late|spring|summer|fall|winter|anywhere|Earth|apply|applications?"
    r"|programs?|members?|students?|topics?|kind|search|results?|pages?|show|check|letter|reference|round|called|opens?"
    r"|closes|left|years?|months?|weeks?|days?|hours?|am|pm|Eastern|(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day"
    r"|January|February|March|May|June|July|August|October|December)\b",
    re.IGNORECASE,
)
"""Words that stand in nearly every English sentence of ours and in no Spanish one."""

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")
WAGTAILS = {"None", "paused"}
"""Stand in Wagtail's markup as values for its scripts."""
ADDRESS = re.compile(r"https?://\S+")
VOID = {"meta", "link", "input", "img", "br", "hr", "source", "wbr"}


class Words(HTMLParser):
    """What of a page is read out, shown or told to machines, without the name of the site. Code that programs read,
    addresses, and an empty element's title for reference managers, are no words."""

    def __init__(self, page):
        super().__init__()
        self.found, self.inside = [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag not in VOID:
            self.inside.append((tag, values))
        if values.get("class") != "Z3988":
            self.found += [values[name] for name in ("aria-label", "title", "placeholder") if values.get(name)]
        if "description" in (values.get("name"), values.get("property", "").removeprefix("og:")):
            self.found.append(values.get("content") or "")

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tag, values = self.inside[-1] if self.inside else ("", {})
        if values.get("type") == "application/ld+json":
            self.found += told_to_machines(json.loads(data))
        elif tag not in {"script", "style", "template"} and not self.says_it_is_english:
            self.found.append(data)

    @property
    def says_it_is_english(self):
        """A button that leads to the English form says so in English, and carries lang="en"."""
        return any(values.get("lang") == "en" for _tag, values in self.inside[1:])

    @property
    def texts(self):
        found = (ADDRESS.sub("", text.replace(settings.WAGTAIL_SITE_NAME, "")) for text in self.found)
        found = (" ".join(text.split()) for text in found)
        return [text for text in found if text]

    def __str__(self):
        return " ".join(self.texts)


def told_to_machines(value, name=""):
    """The texts of names and descriptions, however deep."""
    if isinstance(value, dict):
        return [text for key, each in value.items() for text in told_to_machines(each, key)]
    if isinstance(value, list):
        return [text for each in value for text in told_to_machines(each, name)]
    return [value] if name in {"name", "description"} and value else []


def english_in(text):
    return [text[max(0, found.start() - 40) : found.end() + 40] for found in ENGLISH.finditer(text)]


def read(client, address, **post):
    """The words of a page; none of them may be English."""
    answer = client.post(address, post, follow=True) if post else client.get(address)
    text = str(Words(answer.content.decode()))
    assert len(text) > 100
    assert english_in(text) == []
    return text


@cache
def english_of_ours():
    """One pattern of every English text of ours that reads otherwise in Spanish, whatever stands in its places."""
    texts = set()
    for entry in polib.pofile(CATALOG):
        spanish = {entry.msgstr, *entry.msgstr_plural.values()}
        texts |= {text for text in (entry.msgid, entry.msgid_plural) if text and text not in spanish}
    return re.compile("|".join(pattern(text) for text in texts - WAGTAILS if telling(text)))


def telling(text):
    """Whether enough of it stands between its places to know it again."""
    places = PLACEHOLDER.findall(text)
    return "<" not in text and (not places or len(re.findall(r"[A-Za-z]{2,}", PLACEHOLDER.sub("", text))) > 1)


def pattern(text):
    parts = [re.escape(part) for part in PLACEHOLDER.split(" ".join(text.split()))]
    places = [r"\d+" if place.endswith("d") else ".+" for place in PLACEHOLDER.findall(text)]
    return "".join(part + place for part, place in zip_longest(parts, places, fillvalue=""))


def ours_in_english(page):
    """For screens that Wagtail makes with us: its translators may not have said everything yet, we have."""
    return [text for text in Words(page).texts if english_of_ours().fullmatch(text)]
