"""Answers as a person reads them."""

from .types import QUESTIONS


def answered(version, answers):
    """Question and answer pairs in the order they were asked: [(label, [line, ...]), ...]."""
    return [
        (question["label"], QUESTIONS[question["type"]].said(question, answers.get(question["key"])))
        for question in version.questions
        if question["type"] in QUESTIONS
    ]
