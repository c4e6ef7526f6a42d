"""The rules for rooms: how many files, how small a file, which way keys point, where tests stand, what is named."""

import ast
import graphlib
import io
import re
import tokenize
from collections import defaultdict
from pathlib import Path

import grimp
import pytest
from django.apps import apps
from django.conf import settings

ROOT = settings.BASE_DIR
OURS = ("portal", "resources", "programs", "home")
MOST_FILES = 12
"""In one room, beside its sub-rooms."""
SMALL = 30
"""Lines. A module with fewer, which one other module reads, belongs into that one."""
REGISTERING = {"wagtail_hooks", "urls", "apps", "settings", "commands"}
"""What lists what others hold. A module that stands in such a list is a registration, and so is a list itself."""
FOUND_BY_NAME = {*REGISTERING, "templatetags", "models"}
"""Where a framework looks, or each file is a noun."""
SMALL_AND_ALONE = {
    "home/demo/planning.py": "a step of the demo's loading, like its neighbors",
    "home/demo/content/spanish/names.py": "texts as data",
    "portal/files/sizes.py": "how a picture is drawn is no matter of the tag that shows it",
    "portal/site/logs.py": "settings name it; letters read it too",
}
HEIGHTS = {"portal": 0, "resources": 1, "programs": 1, "home": 2}


def code(*tops):
    found = (path for top in tops for path in (ROOT / top).rglob("*.py"))
    return sorted(path.relative_to(ROOT) for path in found if "migrations" not in path.parts)


def test_a_room_has_at_most_twelve_files():
    rooms = defaultdict(list)
    for path in code(*OURS):
        if path.name != "__init__.py":
            rooms[path.parent].append(path.name)
    assert {str(room): len(files) for room, files in rooms.items() if len(files) > MOST_FILES} == {}


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph(*OURS, cache_dir=None)


def leans(graph, room):
    """{module or room beside the others: those that it imports}, of what stands in a room."""
    inside = {each: {each, *graph.find_descendants(each)} for each in graph.find_children(room)}
    read = {
        each: {to for one in all_ for to in graph.find_modules_directly_imported_by(one)}
        for each, all_ in inside.items()
    }
    return {each: {to for to in inside if to != each and inside[to] & read[each]} for each in inside}


def test_nothing_goes_round_in_any_room(graph):
    for room in graph.modules:
        try:
            graphlib.TopologicalSorter(leans(graph, room)).prepare()
        except graphlib.CycleError as circle:
            pytest.fail(f"In {room}: {' -> '.join(circle.args[1])}")


def readers(graph, path):
    found = graph.find_modules_that_directly_import(".".join(path.with_suffix("").parts))
    return [reader for reader in found if reader.split(".")[1] != "migrations"]


def is_registration(path, readers):
    return bool({*path.parts[:-1], path.stem} & FOUND_BY_NAME or set(".".join(readers).split(".")) & REGISTERING)


def is_small(path):
    return path.name != "__init__.py" and len((ROOT / path).read_text().splitlines()) < SMALL


def test_a_small_module_with_one_reader_is_part_of_that_one(graph):
    read_by = {path: readers(graph, path) for path in code(*OURS) if is_small(path)}
    alone = [path for path, found in read_by.items() if len(found) == 1 and not is_registration(path, found)]
    assert sorted(map(str, alone)) == sorted(SMALL_AND_ALONE)


def test_no_foreign_key_points_up_or_sideways():
    wrong = []
    for app in OURS:
        for model in apps.get_app_config(app).get_models(include_auto_created=True):
            for field in model._meta.get_fields():
                to = field.related_model._meta.app_label if field.is_relation and field.related_model else app
                if not field.auto_created and to != app and HEIGHTS.get(to, -1) >= HEIGHTS[app]:
                    wrong.append(f"{model._meta.label}.{field.name} -> {to}")
    assert wrong == []


def test_every_app_of_ours_has_a_height():
    assert {config.label for config in apps.get_app_configs() if Path(config.path).parent == Path(ROOT)} == set(HEIGHTS)


ACROSS = {
    "tests/home/demo/test_facts.py",
    "tests/home/first_day/test_start_site.py",
    "tests/home/search/test_on_demo.py",
    "tests/home/test_host_circle.py",
    "tests/home/test_new_to_the_profession.py",
    "tests/home/test_queries.py",
    "tests/portal/checks/test_seeds.py",
    "tests/portal/date_fields/test_in_browser.py",
    "tests/portal/files/test_doors.py",
    "tests/portal/files/test_shown.py",
    "tests/portal/linkhealth/test_odd_answers.py",
    "tests/portal/rows/test_in_browser.py",
    "tests/portal/test_form_partials.py",
    "tests/portal/test_head.py",
    "tests/programs/access/test_new_duty.py",
    "tests/programs/access/test_new_list.py",
    "tests/programs/applying/status/test_in_every_state.py",
    "tests/programs/applying/test_called_off.py",
    "tests/programs/applying/test_in_browser.py",
    "tests/programs/calendar/test_odd_words.py",
    "tests/programs/forms/questions/test_in_browser.py",
    "tests/programs/forms/questions/test_round_trips.py",
    "tests/programs/forms/test_new_type.py",
    "tests/programs/forms/test_real_forms.py",
    "tests/programs/letters/test_kinds.py",
    "tests/programs/letters/test_own_words.py",
    "tests/programs/planning/publishing/test_page_programs.py",
    "tests/programs/planning/rounds/test_two_people.py",
    "tests/programs/planning/settings/test_names.py",
    "tests/programs/planning/test_private_counts.py",
    "tests/programs/planning/test_program_office.py",
    "tests/programs/planning/test_real_programs.py",
    "tests/programs/reminders/test_flooding.py",
    "tests/programs/reminders/test_privacy.py",
    "tests/programs/test_admin_attacks.py",
    "tests/programs/test_boundaries.py",
    "tests/programs/test_extreme_dates.py",
    "tests/programs/test_page_operations.py",
    "tests/programs/test_second_pages.py",
    "tests/resources/admin/lists/test_exports.py",
    "tests/resources/admin/test_in_browser.py",
    "tests/resources/admin/test_permissions.py",
    "tests/resources/admin/test_two_people.py",
    "tests/resources/citations/formatting/test_golden.py",
    "tests/resources/citations/test_fields.py",
    "tests/resources/citations/test_page.py",
    "tests/resources/citations/test_round_trips.py",
    "tests/resources/test_copying.py",
    "tests/resources/test_event_hours.py",
    "tests/resources/test_translating.py",
}
"""Tests of what several modules of a room do together: a journey, an attack, a browser."""


def mirrored(path):
    """What a test module is about: a module or a room of the same place and name."""
    place = ROOT.joinpath(*path.parent.parts[1:], path.stem.removeprefix("test_"))
    return place.is_dir() or place.with_suffix(".py").is_file()


def those_of_rooms():
    """Those beside the rooms are about the whole house: tests/test_*.py, and all of tests/spanish."""
    return [path for path in code("tests") if path.name.startswith("test_") and path.parts[1] in OURS]


def test_tests_stand_where_their_rooms_do():
    rooms = {path.parent for path in those_of_rooms()}
    assert [str(room) for room in rooms if not ROOT.joinpath(*room.parts[1:]).is_dir()] == []


def test_tests_are_named_after_modules_or_listed_as_going_across():
    assert sorted(str(path) for path in those_of_rooms() if not mirrored(path)) == sorted(ACROSS)


NAMED = re.compile(
    r"(?<![\w./:<>{}*@-])((?:\.?[\w-]+/)+[\w.-]*\w\.(?:py|md|html|toml|css|js|txt|po|in|csl))(?![\w/])", re.ASCII
)
EXAMPLES = {"templates/programs/letters/closed.txt"}
"""What nobody has written yet."""


def prose():
    """(file, text) of what is written for people who work on the code: documents, docstrings, comments."""
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "resources").rglob("*.md")]:
        if path.name != "CHANGELOG.md":
            yield path, path.read_text()
    for path in code(*OURS, "tests", "benchmarks", ".ci"):
        source = (ROOT / path).read_text()
        yield ROOT / path, "\n".join([*docstrings(source), *comments(source)])


def docstrings(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value


def comments(source):
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def test_every_path_that_is_named_exists():
    lost = []
    for path, text in prose():
        places = [ROOT, path.parent, ROOT / "templates", ROOT / "templates/portal", ROOT / "portal/static"]
        for name in NAMED.findall(text):
            if name not in EXAMPLES and not any((place / name).exists() for place in places):
                lost.append(f"{path.relative_to(ROOT)}: {name}")
    assert lost == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see portal/texts/dates.py.", ["portal/texts/dates.py"]),
        ("[8](decisions/0008-dates.md)", ["decisions/0008-dates.md"]),
        ("https://example.org/a/b.html", []),
        ("in tests/<app>/test_x.py", []),
        ("`.ci/run` and .ci/smoke.py", [".ci/smoke.py"]),
    ],
)
def test_paths_are_found_in_text(text, found):
    assert NAMED.findall(text) == found
