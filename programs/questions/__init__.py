"""What an application form can ask. A new question type is one class in types.py.

A published form keeps its questions as plain definitions; see ApplicationFormPage.definition.
"""

from .answers import answered
from .fields import EmailField, TextField
from .keys import KEY, key_of
from .sections import Questions, Section
from .types import QUESTIONS

__all__ = ["KEY", "QUESTIONS", "EmailField", "Questions", "Section", "TextField", "answered", "key_of"]
