"""In the editor, questions fold to one line that tells them apart, move by keyboard, and open where something is wrong."""

import pytest

ADD = (
    "from programs.models import ApplicationFormPage as F, ProgramPage as P;"
    "q = lambda kind, **v: {'type': kind, 'value': {'label': '', 'hint': '', 'why': '', 'required': False, 'key': ''} | v};"
    "asked = [q('yes_no', label='Do you work?', required=True),"
    " q('short_text', label='Where?', shown_if={'question': 'Do you work?', 'answers': 'Yes'}),"
    " q('email', label='', sensitive=True)];"
    "s = [{'type': 'section', 'value': {'heading': 'You', 'intro': '', 'questions': asked}}];"
    "f = F(title='To fold', slug='to-fold', live=False, purpose='check-in', sections=s);"
    "P.objects.order_by('pk').first().add_child(instance=f); f.save_revision(); print(f.pk)"
)


@pytest.fixture
def editor(demo_site, new_page):
    key = demo_site.manage("shell", "--no-imports", "--command", ADD).split()[-1]
    page = new_page("admin", viewport={"width": 1280, "height": 900})
    page.goto(f"/admin/pages/{key}/edit/")
    page.wait_for_selector("text=Do you work?")
    return page


def lines(page):
    shown = page.locator("[data-streamfield-child] [data-streamfield-child] > section > .w-panel__header")
    return [" ".join(line.split()) for line in shown.all_inner_texts()]


def test_questions_fold_to_a_line_move_by_keyboard_and_open_at_an_error(editor):
    assert lines(editor) == [
        "Yes or no Do you work? · required",
        "Short text Where? · optional · only after “Do you work?”",
        "Email address sensitive",
    ]
    assert not editor.locator("[name$='questions-0-value-label']").is_visible()
    down = editor.locator("[data-streamfield-child] [data-streamfield-child] button[title='Move down']").first
    down.focus()
    editor.keyboard.press("Enter")
    assert [line.split(" · ")[0] for line in lines(editor)[:2]] == ["Short text Where?", "Yes or no Do you work?"]
    editor.evaluate("document.querySelector('[name=action-publish]').click()")
    editor.wait_for_selector(".error-message")
    assert editor.locator("[name$='questions-2-value-label']").is_visible(), "the question without words is open"
