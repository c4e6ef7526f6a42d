"""From the blocks that an editor fills to the plain data of a definition, which a FormVersion keeps."""

from .conditions import Unresolved, resolved


class Defining:
    """The sections of a form page as plain data, in `defined`; in `placed` each question and statement beside the blocks
    that it comes from: (section, block, definition); and in `unresolved` the words of every section and question whose
    condition names no earlier answer, with their blocks in `lost`: (section, block or None)."""

    def __init__(self, sections):
        self.taken, self.earlier, self.placed, self.unresolved, self.lost = set(), [], [], [], []
        self.defined = [self._section(section) for section in sections]

    def _section(self, section):
        value = section.value
        told = {"heading": value["heading"], "intro": value["intro"]}
        told |= self._condition(value, value["heading"], (section, None))
        finished = [child for child in value["questions"] if child.block.is_finished(child.value)]
        return told | {"questions": [self._question(section, child) for child in finished]}

    def _question(self, section, child):
        question = child.block.definition(child, self.taken)
        if "key" in question:
            question |= self._condition(child.value, question["label"], (section, child))
            self.earlier.append(question)
        self.placed.append((section, child, question))
        return question

    def _condition(self, value, words, blocks):
        """A draft may hold one that names nothing: it shows what hangs on it."""
        try:
            condition = resolved(value["shown_if"], self.earlier)
        except Unresolved:
            self.unresolved.append(words)
            self.lost.append(blocks)
            condition = None
        return {"shown_if": condition} if condition else {}
