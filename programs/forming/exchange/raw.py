"""Between a form page and its plain definition: as a file, and back to what the page stores."""

import json

from bs4 import BeautifulSoup
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import RichTextBlock

from portal.texts.walking import rewritten
from programs.forms.sections import Section

SECTION = Section()
QUESTIONS = SECTION.child_blocks["questions"]


def written(draft):
    """What the draft asks, as JSON: its definition, with what the form is called around it."""
    form = {
        "form": draft.title,
        "language": draft.locale.language_code,
        "purpose": draft.purpose,
        "minutes": draft.minutes,
        "sections": draft.definition(),
    }
    return json.dumps(form, ensure_ascii=False, indent=2)


def raw_sections(sections):
    """Raw sections of a StreamField. The definitions are well formed; see reading.py for those that may not be."""
    return [raw_section(section) for section in sections]


def raw_section(section):
    value = {name: section.get(name) or "" for name in ("heading", "intro")}
    value |= condition_of(section) | {"questions": [raw_question(question) for question in section["questions"]]}
    return {"type": "section", "value": rewritten(SECTION, value, _clean)}


def raw_question(question):
    block = QUESTIONS.child_blocks[question["type"]]
    value = block.stored(question) | condition_of(question)
    return {"type": question["type"], "value": value}


def condition_of(conditional):
    """The condition as an editor would have written it."""
    condition = conditional.get("shown_if")
    if not condition:
        return {}
    return {"shown_if": {"question": condition["key"], "answers": "\n".join(condition["answers"])}}


def _clean(block, stored):
    """Rich text by the rules of its own editor: nothing else comes in with a file. Every tag is closed first: the converter
    goes by what editors write."""
    if not isinstance(block, RichTextBlock) or not isinstance(stored, str):
        return stored
    converter = ContentstateConverter(features=block.features)
    closed = str(BeautifulSoup(stored, "html.parser"))
    return converter.to_database_format(converter.from_database_format(closed))
