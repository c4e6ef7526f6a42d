import pytest

from programs.forms.questions import QUESTIONS

from .asking import definition, form_of, outcome, page


@pytest.mark.parametrize("kind", ["short_text", "long_text"])
@pytest.mark.parametrize(
    ("limit", "fits", "too_long", "told"),
    [
        ({"most_letters": 12}, "é" * 12, "e\u0301" * 13, "Use at most 12 characters; this has 13"),
        ({"most_words": 3}, "one two three", "one two three four", "Use at most 3 words; this has 4"),
    ],
)
def test_a_limit_is_in_letters_or_in_words_and_says_how_much_it_is(kind, limit, fits, too_long, told):
    question = definition(kind, **limit)
    assert outcome(question, fits) == fits
    assert outcome(question, too_long) == told
    assert too_long in page(question, {"q-topic": too_long})


def test_a_limit_is_said_and_counted_while_one_types():
    html = page(definition("short_text", most_letters=60))
    assert "Up to 60 characters." in html
    assert 'data-words-max="60"' in html
    assert "data-letters" in html
    assert "data-letters" not in page(definition("long_text", most_words=60))


def test_a_short_text_without_a_limit_of_its_own_counts_nothing():
    """As forms were published before there were limits, and as most editors leave it."""
    question = definition("short_text")
    assert "words-left" not in page(question)
    assert outcome(question, "x" * 301) == "Use at most 300 characters; this has 301"


def test_a_browser_may_fill_in_what_the_editor_chose():
    field = form_of(definition("short_text", autocomplete="organization"))["q-topic"]
    assert 'autocomplete="organization"' in str(field)
    assert "autocomplete" not in page(definition("short_text"))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"most_letters": 80}, {"most_letters": 80}),
        ({"most_words": 80}, {"most_words": 80}),
        ({"most_words": None}, {"most_words": 300}),
        ({"most_letters": 80, "most_words": 80}, {"most_letters": 80}),
    ],
)
def test_a_definition_keeps_the_limits_that_were_given(given, kept):
    block = QUESTIONS["long_text"]()
    value = block.to_python({"label": "Topic?", "key": "topic"} | given)
    child = type("Child", (), {"value": value, "block_type": "long_text", "id": "a"})
    found = block.definition(child, set())
    assert {name: found[name] for name in found if name.startswith("most_")} == kept
