"""Whether the JSON of a form has the shape of one: objects, lists, texts and truths where they belong."""

from django.utils.translation import gettext
from wagtail import blocks

from programs.forms.keys import KEY

OF_SECTION = {"heading", "intro", "shown_if", "questions"}
OF_LINE = {"key", "label", "words"}
ALWAYS = {"type", "shown_if"}
TEXTS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock, blocks.ChoiceBlock, blocks.URLBlock)


def misshapen(sections, kinds):
    """Sentences with their places. `kinds` are the blocks of questions by type."""
    for s, section in enumerate(sections):
        place = f"sections[{s}]"
        if not isinstance(section, dict) or not isinstance(section.get("questions"), list):
            yield said(place, gettext("a section is an object with a list of “questions”."))
            continue
        yield from _unknown(section, OF_SECTION, place)
        yield from _texts(section, ("heading", "intro"), place)
        yield from _condition(section, place)
        for q, question in enumerate(section["questions"]):
            yield from _question(question, kinds, f"{place}.questions[{q}]")


def _question(question, kinds, place):
    if not isinstance(question, dict):
        yield said(place, gettext("a question is an object."))
        return
    kind = question.get("type")
    if not isinstance(kind, str) or kind not in kinds:
        told = gettext("there is no type “%(kind)s”, only: %(kinds)s.")
        yield said(f"{place}.type", told % {"kind": kind, "kinds": ", ".join(kinds)})
        return
    block = kinds[kind]
    yield from _unknown(question, {*block.child_blocks, *getattr(block, "DEFINES", ()), *ALWAYS}, place)
    yield from _condition(question, place)
    wrong = [told for name in getattr(block, "lines", ()) for told in _lines(question.get(name, []), f"{place}.{name}")]
    if wrong:
        yield from wrong
        return
    try:
        stored = block.stored(question)
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        yield said(place, gettext("something is missing or misshapen: %(what)s") % {"what": error})
        return
    for name, value in stored.items():
        yield from _fits(block.child_blocks[name], value, f"{place}.{name}")


def _fits(block, value, place):
    """Whether the block could read this at all; whether it takes it, the block says itself."""
    if isinstance(block, blocks.ListBlock):
        yield from _list(block.child_block, value, place)
    elif isinstance(block, blocks.StructBlock):
        if not isinstance(value, dict):
            yield said(place, gettext("an object is expected."))
            return
        yield from _unknown(value, block.child_blocks, place)
        for name in value.keys() & block.child_blocks.keys():
            yield from _fits(block.child_blocks[name], value[name], f"{place}.{name}")
    elif isinstance(block, blocks.MultipleChoiceBlock):
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            yield said(place, gettext("a list of texts is expected."))
    elif isinstance(block, blocks.BooleanBlock):
        if not isinstance(value, bool):
            yield said(place, gettext("true or false is expected."))
    elif isinstance(block, blocks.IntegerBlock):
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            yield said(place, gettext("a whole number is expected."))
    elif isinstance(block, TEXTS) and not isinstance(value, str):
        yield said(place, gettext("a text is expected."))


def _list(block, value, place):
    if not isinstance(value, list):
        yield said(place, gettext("a list is expected."))
        return
    for n, one in enumerate(value):
        yield from _fits(block, one, f"{place}[{n}]")


def _lines(lines, place):
    """Choices and statements."""
    if not isinstance(lines, list):
        yield said(place, gettext("a list is expected."))
        return
    taken = set()
    for n, line in enumerate(lines):
        here = f"{place}[{n}]"
        if not isinstance(line, dict) or not isinstance(line.get("label"), str) or not line["label"].strip():
            yield said(here, gettext("a choice is an object with a “label”."))
            continue
        yield from _unknown(line, OF_LINE, here)
        key = line.get("key")
        if key is not None and (not isinstance(key, str) or not KEY.regex.search(key) or key in taken):
            yield said(
                f"{here}.key",
                gettext("a key has small letters, digits and single hyphens, and no other choice has it."),
            )
        taken.add(str(key))


def _condition(conditional, place):
    condition = conditional.get("shown_if")
    if condition is None:
        return
    right = isinstance(condition, dict) and condition.keys() == {"key", "answers"}
    right = right and isinstance(condition["key"], str) and isinstance(condition["answers"], list)
    if not right or not condition["answers"] or not all(isinstance(one, str) for one in condition["answers"]):
        yield said(f"{place}.shown_if", gettext("an object with a “key” and a list of “answers” is expected."))


def _texts(values, names, place):
    for name in names:
        if not isinstance(values.get(name, ""), str):
            yield said(f"{place}.{name}", gettext("a text is expected."))


def _unknown(values, known, place):
    for name in values.keys() - {*known}:
        yield said(f"{place}.{name}", gettext("nothing of this name is known here."))


def said(place, told):
    return f"{place}: {told}"
