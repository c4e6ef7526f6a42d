"""When a question shows: by the answer to one before it. Evaluated here, on the server; script only shows sooner.

A condition is plain data of a definition: {"key": the other question's, "answers": [keys of its choices]}. It holds when one
of these was chosen. What is hidden is neither asked nor checked nor kept, and hides what hangs on it.
"""

from .questions import QUESTIONS


def shown(sections, kept):
    """The questions that are asked of somebody with these answers (by key, as they are kept), in order: of each section
    the definition and the list of its questions, statements too. A section that is hidden has none."""
    seen = set()
    return [(section, _questions(section, kept, seen)) for section in sections]


def _questions(section, kept, seen):
    if not holds(section.get("shown_if"), kept, seen):
        return []
    asked = []
    for question in section["questions"]:
        if holds(question.get("shown_if"), kept, seen):
            asked.append(question)
            seen.update(chosen(question, kept))
    return asked


def chosen(question, kept):
    """(key of the question, key of a choice) for everything that was chosen in it."""
    kind, answer = QUESTIONS.get(question["type"]), kept.get(question.get("key"))
    return {(question["key"], choice) for choice in kind.chosen(answer)} if kind and answer is not None else set()


def holds(condition, kept, seen):
    return not condition or any((condition["key"], choice) in seen for choice in condition["answers"])


def resolved(value, earlier):
    """What an editor wrote, as a condition: the other question and its choices by their words or keys; None where nothing
    was written. `earlier` are the definitions of the questions before. Raises Unresolved."""
    if not (value["question"] or "").strip():
        return None
    others = [question for question in earlier if _named(value["question"], question)]
    if not others:
        raise Unresolved(value["question"])
    choices = dict(QUESTIONS[others[-1]["type"]].options(others[-1]))
    wanted = [line.strip() for line in (value["answers"] or "").splitlines() if line.strip()]
    keys = [next((key for key, label in choices.items() if _same(line, key, label)), None) for line in wanted]
    if not wanted or None in keys:
        raise Unresolved(value["question"])
    return {"key": others[-1]["key"], "answers": keys}


def _named(words, question):
    return "key" in question and _same(words, question["key"], question["label"])


def _same(words, key, label):
    return words.strip().casefold() in {key, str(label).strip().casefold()}


class Unresolved(Exception):
    """A condition that names no question before it, or no choice of that question."""
