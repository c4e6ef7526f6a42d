import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

OURS = ("home", "portal", "programs", "resources")
SHOWN_TO = Path("programs/access/shown_to.py")
ANSWERS = re.compile(r"(\w+__)?answers(__\w+)?")


def test_imports_run_one_way():
    linter = Path(sys.executable).with_name("lint-imports")
    command = [linter, "--no-logo", "--no-cache"]
    result = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


def read_answers(source):
    """The lines of a module that read the field `answers` of a row: as an attribute, or by its name in a query."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr == "answers":
            yield node.lineno
        if isinstance(node, ast.Call):
            named = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
            named += [keyword.arg for keyword in node.keywords if keyword.arg and "__" in keyword.arg]
            if any(isinstance(name, str) and ANSWERS.fullmatch(name) for name in named):
                yield node.lineno


def modules():
    for top in OURS:
        for path in (settings.BASE_DIR / top).rglob("*.py"):
            if not {"migrations", "models"} & set(path.parts):
                yield path.relative_to(settings.BASE_DIR)


def test_answers_are_read_in_one_place():
    found = {path for path in modules() if any(read_answers((settings.BASE_DIR / path).read_text()))}
    assert found == {SHOWN_TO}, "Answers are shown by programs/access/shown_to.py, which asks for whom."


def test_no_template_reads_answers_from_a_row():
    templates = (settings.BASE_DIR / "templates").rglob("*.*")
    assert not [path for path in templates if re.search(r"\{[{%][^}]*\.answers\b", path.read_text())]


@pytest.mark.parametrize(
    "source",
    [
        "application.answers['work']",
        "rows.values_list('answers', flat=True)",
        "rows.filter(answers__work='A library')",
        "Letter.objects.filter(application__answers__work='A library')",
        "receipts.only('application__answers')",
        "getattr(row, 'answers')",
    ],
)
def test_every_way_to_read_answers_is_found(source):
    assert list(read_answers(source)) == [1]


@pytest.mark.parametrize(
    "source", ["create(answers=form.kept)", "{'answers': answered(row, to='reader')}", "answers()"]
)
def test_writing_answers_and_showing_them_is_not_reading(source):
    assert not list(read_answers(source))
