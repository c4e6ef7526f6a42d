"""From the blocks that an editor fills to the plain data of a definition, which a FormVersion keeps."""

from .conditions import Unresolved, resolved


class Defining:
    """The sections of a form page as plain data, in `defined`, and in `unresolved` the words of every section and question
    whose condition names no earlier answer."""

    def __init__(self, sections):
        self.taken, self.earlier, self.unresolved = set(), [], []
        self.defined = [self._section(section.value) for section in sections]

    def _section(self, value):
        section = {"heading": value["heading"], "intro": value["intro"]} | self._condition(value, value["heading"])
        return section | {
            "questions": [self._question(child) for child in value["questions"] if child.block.is_finished(child.value)]
        }

    def _question(self, child):
        question = child.block.definition(child, self.taken)
        if "key" in question:
            question |= self._condition(child.value, question["label"])
            self.earlier.append(question)
        return question

    def _condition(self, value, words):
        """A draft may hold one that names nothing: it shows what hangs on it."""
        try:
            condition = resolved(value["shown_if"], self.earlier)
        except Unresolved:
            self.unresolved.append(words)
            condition = None
        return {"shown_if": condition} if condition else {}
