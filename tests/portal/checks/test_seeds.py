"""The real faults of the captured pages: each is found, and nothing else is said of them that is not meant."""

import json
from datetime import date

import pytest

from portal.checks.reading.texts import Reading, read

READING = Reading(date(2026, 11, 22))

FAULTS = {
    "000_207ac627a32899e8.txt": [
        "Discussion Groups  *  Affiliate",
        "Back to Top",
        "Association(APALA)",
        "Speaking(REFORMA)",
    ],
    "001_4123bf14b325bee8.txt": ["Skip to Main Content", "(10 months)"],
    "002_3c7c1a8a836ff132.txt": ["are now open", "August 29, 2014", "October 10, 2014"],
    "003_ef2c815298e2a392.txt": ["Skip to main content", "Internet Explorer", "(2015),", "‚Äč"],
    "004_8613aa10c7adeac4.txt": [
        "°ÄÃÅÁùºÏ²Ê¿ª½±app",
        "Goals | Sample Activities",
        "such as .",
        "from ALSC Mentoring Program participants.",
        '"." Forbes',
        '"." Journal of Extension',
        '"." Harvard',
        '"." Together',
        '"." Journal of Library',
    ],
}
"""Parts of the lines that must be told of, by file; other lines must not be."""


def lines(path):
    """The paragraphs, without the signs of the captured lists. A bullet's sentence may go on in the next one."""
    text = path.read_text(encoding="utf-8").replace("\u00a0", " ")
    return [line.strip().lstrip("•0123456789. ").strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("name", FAULTS)
def test_the_faults_of_a_captured_page_are_told_and_nothing_else_is(seeds_dir, name):
    told = [line for line in lines(seeds_dir / name) if list(read(line, READING))]
    missed = [fault for fault in FAULTS[name] if not any(fault in line for line in told)]
    beside = [line for line in told if not any(fault in line for fault in FAULTS[name])]
    assert (missed, beside) == ([], [])


def test_what_may_appear_on_no_page_is_told_wherever_a_check_can_know(seeds_dir):
    """Not misspellings and grammar: the list of those is only what is left."""
    noise = json.loads((seeds_dir / "noise.json").read_text(encoding="utf-8"))
    forbidden = [string for row in noise for string in row.get("forbid", [])]
    unknown = [string for string in forbidden if not list(read(f"It says {string}", READING))]
    assert unknown == ["Committee both", "sumbitted", "becoming part of match", "Internet Explorer"]
