"""The words that the admin's scripts put on a screen: the menu, and the forms of blocks."""

import json
from html.parser import HTMLParser

from .reading import Words, english_of_ours

SAID_AS = {"label", "helpText", "title", "heading"}


class Given(HTMLParser):
    """What a page gives its scripts as JSON: in an attribute, or in an element of its own."""

    def __init__(self, page):
        super().__init__()
        self.found, self.inside = [], False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.inside = tag == "script" and values.get("type") == "application/json"
        self.found += [json.loads(value) for name, value in values.items() if name == "data-w-block-data-value"]

    def handle_data(self, data):
        if self.inside:
            self.found.append(json.loads(data))

    def handle_endtag(self, tag):
        self.inside = False


def told_by_scripts(value, name=""):
    """Labels and helps, however deep, and the words of fields that are given as HTML."""
    if isinstance(value, dict):
        return [text for key, each in value.items() for text in told_by_scripts(each, key)]
    if isinstance(value, list):
        return [text for each in value for text in told_by_scripts(each, name)]
    if isinstance(value, str) and "<" in value:
        return Words(value).texts
    return [value] if name in SAID_AS and isinstance(value, str) and value else []


def given_in_english(page):
    return [text for text in told_by_scripts(Given(page).found) if english_of_ours().fullmatch(text)]
