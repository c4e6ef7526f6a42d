"""What an editor types about a question is kept whole, or refused with its length."""

import pytest
from django.core.exceptions import ValidationError

from programs.forms.editing import TOKENS, Day
from programs.forms.questions import QUESTIONS


@pytest.mark.parametrize("name", ["label", "hint", "why"])
def test_two_thousand_characters_fit_and_one_more_is_counted(name):
    block = QUESTIONS["short_text"]().child_blocks[name]
    assert block.clean("x" * 2000) == "x" * 2000
    with pytest.raises(ValidationError, match="Use at most 2000 characters; this has 2001"):
        block.clean("x" * 2001)


@pytest.mark.parametrize("kind", QUESTIONS)
def test_no_browser_cuts_what_is_pasted_about_a_question(kind):
    blocks = QUESTIONS[kind]().child_blocks
    controls = [blocks[name].field.widget for name in ("label", "hint", "why", "error")]
    assert not [control for control in controls if "maxlength" in control.attrs]
    assert [control.attrs["data-most"] for control in controls] == [2000, 2000, 2000, 300]  # what the admin counts by


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_block_of_a_type_stands_in_the_editor(kind):
    block = QUESTIONS[kind]()
    assert set(block.child_blocks) == set(block.meta.form_layout.get_sorted_block_names())


def test_a_label_is_one_line_and_a_hint_may_have_several():
    blocks = QUESTIONS["short_text"]().child_blocks
    assert blocks["label"].clean("Where?\n And when?") == "Where? And when?"
    assert blocks["hint"].clean("One.\r\n\r\nTwo.") == "One.\n\nTwo."


def test_a_day_is_typed_as_staff_type_days():
    assert Day(required=False).clean(Day().field.clean("Dec. 18, 2027")).isoformat() == "2027-12-18"


def test_nothing_that_only_several_lines_may_be_filled_with_is_offered():
    """HTML allows `street-address` in a control of several lines only."""
    assert "street-address" not in dict(TOKENS)
