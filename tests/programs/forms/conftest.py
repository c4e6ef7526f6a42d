import pytest

from programs.forms.questions import QUESTIONS
from programs.forms.sections import Section


@pytest.fixture
def add_question_type(monkeypatch):
    """Adds a row to QUESTIONS for one test, and to the editor, which is made of QUESTIONS when the portal starts."""

    def add(name, question):
        block = question()
        block.set_name(name)
        monkeypatch.setitem(QUESTIONS, name, question)
        monkeypatch.setitem(Section.base_blocks["questions"].child_blocks, name, block)

    return add
