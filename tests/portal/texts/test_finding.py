import pytest

from portal.texts.finding import asked, words_in


def finds(typed, text):
    words = words_in(text)
    terms = asked(typed)
    return bool(terms) and all(
        any(all(any(word.startswith(part) for word in words) for part in way) for way in term) for term in terms
    )


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Sons", "Karin Söns"),
        ("söns", "Karin Sons"),
        ("SÖNS", "Karin So\u0308ns"),
        ("o'neil", "Sample O’Neil"),
        ("O’NEIL", "Sample O'Neil"),
        ("oneil", "Sample Oʼneil"),
        ("o neil", "Sample O’Neil"),
        ("neil", "Sample O’Neil"),
        ("o'neil", "Sample O Neil"),
        ("maria garcia", "García, María"),
        ("garcia,maria", "María García"),
        ("garcia-lopez", "Ana García López"),
        ("Garcia Lopez", "Ana García‑López"),
        ("garcialopez", "Ana García-López"),
        ("soren", "Sample Søren"),
        ("lodz", "Łódź"),
        ("strasse", "Straße"),
        ("jr sample", "J. R. Sample"),
        ("r sample", "J. R. Sample"),
        ("J.R. Sample", "J R Sample"),
        ("mar gar", "María García"),
        ("garcia", "Gar\u00adcía"),
        ("alsc-26-7k4m", "ALSC-26-7K4M"),
        ("7k4m", "ALSC-26-7K4M"),
        ("ana.sample@example.org", "ana.sample+lib@example.org"),
        ("李", "李娜"),
    ],
)
def test_people_are_found_however_they_are_typed(typed, text):
    assert finds(typed, text)


@pytest.mark.parametrize(("typed", "text"), [("arcia", "García"), ("maria lopez", "María García"), ("…", "María")])
def test_others_are_not(typed, text):
    assert not finds(typed, text)


def test_what_is_asked_is_bounded():
    assert len(asked("word " * 5000)) == 8
    assert asked("x" * 5000) == [[("x" * 40,)]]
    assert asked("") == asked(" ' ’ - % _ \\ ! ") == []
