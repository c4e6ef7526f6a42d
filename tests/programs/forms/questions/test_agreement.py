from programs.forms.conditions import chosen
from programs.forms.questions import QUESTIONS

from .asking import NAME, definition, outcome, page, reading

TEXT = "<h3>Code of conduct</h3>" + "<p>Be kind.</p>" * 400


def test_a_consent_shows_its_full_text_above_the_box():
    html = page(definition("consent", text=TEXT))
    assert html.count("Be kind.") == 400
    assert html.rindex("Be kind.") < html.index('type="checkbox"')


def test_a_definition_keeps_what_is_agreed_to():
    block = QUESTIONS["consent"]()
    value = block.to_python({"label": "I agree", "key": "conduct", "text": TEXT})
    child = type("Child", (), {"value": value, "block_type": "consent", "id": "a"})
    assert block.definition(child, set())["text"] == TEXT


def test_a_consent_published_before_there_were_texts_is_its_box():
    assert "agreed" not in page(definition("consent"))
    assert outcome(definition("consent"), "on") is True


def test_a_single_box_may_be_left_alone_and_something_may_hang_on_it():
    question = definition("tick", required=False)
    assert outcome(question, {}) is False
    assert reading(question, False) == ["No"]
    assert outcome(definition("tick"), {}) == "Tick the box: “Topic?”"
    assert chosen(question, {"topic": True}) == {("topic", "yes")}
    assert chosen(question, {"topic": False}) == {("topic", "no")}
    assert outcome(question, {NAME: "on"}) is True
