"""The keys of choices, by comparing lines with what was published."""

import pytest

from programs.forms.keys import settled
from programs.forms.questions.choice_lines import parsed

BEFORE = [{"key": f"k{n}", "label": label} for n, label in enumerate(["Public", "School", "Special", "Archive"])]


def keys(text, *published):
    return {choice["label"]: choice["key"] for choice in settled(parsed(text), published or [BEFORE])}


def test_words_that_stay_keep_their_key_wherever_they_stand():
    assert list(keys("Archive\nSchool\nPublic\nSpecial").values()) == ["k3", "k1", "k0", "k2"]


def test_a_line_that_is_reworded_in_its_place_keeps_the_key_of_the_place():
    assert keys("Public\nSchool library\nSpecial\nArchive")["School library"] == "k1"
    assert keys("Archive\nPublic\nSchool library\nSpecial")["School library"] == "k1", "its neighbor moved with it"


@pytest.mark.parametrize(
    "text",
    [
        "Public\nNew\nSchool\nSpecial\nArchive",
        "Public\nNew\nSchool library\nSpecial\nArchive",
        "Public\nSpecial\nArchive\nNew",
        "New\nArchive",
        "New",
    ],
)
def test_what_is_new_gets_no_key_that_was_anothers(text):
    assert keys(text)["New"] not in {"k0", "k1", "k2", "k3"}


def test_a_key_on_purpose_makes_another_choice_of_a_place():
    assert keys("Public\nPrison {prison}\nSpecial\nArchive")["Prison"] == "prison"


def test_a_translation_has_the_keys_of_its_places():
    assert list(keys("Pública\nEscolar\nEspecial\nArchivo").values()) == ["k0", "k1", "k2", "k3"]


def test_a_line_that_both_languages_get_has_one_key():
    spanish = [choice | {"label": f"{choice['label']}a"} for choice in BEFORE]
    english = [*BEFORE, {"key": "k4", "label": "Prison"}]
    text = "Publica\nSchoola\nSpeciala\nArchivea\nPrisión"
    assert keys(text, spanish, english)["Prisión"] == "k4"


def test_what_its_own_page_had_no_other_language_gives_back():
    assert keys("Archive\nNew\nNewer", BEFORE[1:], BEFORE[:3])["New"] not in {"k0", "k1", "k2", "k3"}


def test_words_that_a_reworded_choice_had_make_no_second_choice_of_its_key():
    (first,) = parsed("Public")
    published = [{"key": first["key"], "label": "Public library"}, BEFORE[1]]
    found = keys("Public library\nSchool\nPublic", published)
    assert found["Public library"] == first["key"]
    assert found["Public"] != first["key"]
    assert keys("School\nPublic", published)["Public"] != first["key"]
