"""Long editors in Chromium: errors in hidden tabs, and boxes that are found by typing. Slow: a browser loads the admin."""

import pytest

from tests.browser import axe


@pytest.fixture
def admin(new_page):
    def at(listed, **options):
        """The first row of this list in its editor."""
        page = new_page("admin", **{"viewport": {"width": 1280, "height": 900}} | options)
        page.goto(listed)
        page.goto(page.locator("td a[href*='/edit/']").first.get_attribute("href"))
        return page

    return at


def tab(page, name):
    return page.get_by_role("tab", name=name).first


def send(page):
    """As pressing the first button does, wherever it stands."""
    with page.expect_navigation():
        page.evaluate("document.querySelector('form[data-edit-form]').requestSubmit()")
    page.locator(".form-errors").wait_for()


PROGRAM, ROUND = "/admin/mentoring/programs/?q=ALSC", "/admin/mentoring/rounds/?q=LLAMA"
FORM = "/admin/pages/usage/programs/applicationformpage/"


def test_the_tab_with_the_first_error_is_open_and_each_line_leads_to_its_field(admin):
    page = admin(PROGRAM)
    tab(page, "Rarely needed").click()
    page.fill("#id_url", "no address")
    tab(page, "Roles").click()
    page.fill("#id_roles-0-name", "")
    send(page)
    assert tab(page, "Roles").get_attribute("aria-selected") == "true"
    assert page.locator(".form-errors a").all_inner_texts() == [
        "Roles, Role 1, Name: This field is required.",
        "Web address elsewhere: Enter a valid URL.",
    ]
    assert page.evaluate("document.activeElement.className") == "form-errors"
    page.get_by_role("link", name="Web address elsewhere").press("Enter")
    page.wait_for_function("document.activeElement.id === 'id_url'")
    assert page.locator("#id_url").is_visible()
    assert page.input_value("#id_url") == "no address"


def test_the_list_is_accessible_and_fits_a_phone(admin):
    page = admin(PROGRAM, viewport={"width": 320, "height": 800}, color_scheme="dark")
    tab(page, "Rarely needed").click()
    page.fill("#id_url", "x" * 190)
    send(page)
    assert axe(page, ".form-errors") == ""
    assert page.evaluate("document.querySelector('.form-errors').scrollWidth <= innerWidth")
    assert page.locator("#id_url").is_visible()


def test_what_concerns_a_field_is_told_once_beside_what_concerns_the_whole(admin):
    """Wagtail's own message repeats every field when there is an error of the whole form."""
    page = admin(ROUND)
    tab(page, "Rarely needed").click()
    page.fill("#id_slug", "no slug!")
    send(page)
    assert tab(page, "Rarely needed").get_attribute("aria-selected") == "true"
    assert page.get_by_text("Enter a valid").locator("visible=true").count() == 2  # in the list and beside the field


def test_an_error_inside_a_stream_has_its_line(admin):
    page = admin(FORM)
    label = page.locator("[name^='sections-0-value-questions-'][name$='-value-label']").first
    label.evaluate("one => { one.value = '' }")  # questions are folded
    with page.expect_navigation():
        page.evaluate(
            "form => form.requestSubmit(form.querySelector('[name=action-publish]'))",
            page.query_selector("form[data-edit-form]"),
        )
    line = page.locator(".form-errors a", has_text="This field is required.").first
    line.press("Enter")
    page.wait_for_function("document.activeElement.name?.endsWith('-value-label')")


def test_hosts_are_found_by_typing_and_ticked_by_keyboard(admin):
    page = admin(PROGRAM)
    tab(page, "Rarely needed").click()
    picked = page.locator("[data-picked]").last
    boxes, search = picked.locator("input[type=checkbox]"), picked.locator("[data-picked-search]")
    assert boxes.locator("visible=true").count() == picked.locator("input:checked").count() == 2
    search.fill("lib new memb")
    assert picked.locator("[role=status]").inner_text() == "Found: 0"
    search.fill("NMRT")
    assert picked.locator("[role=status]").inner_text() == "Found: 1"
    search.press("Enter")
    page.keyboard.press("Space")
    search.fill("")
    chosen = picked.locator("label", has=page.locator("input:checked"))
    assert [" (NMRT)" in text for text in chosen.all_inner_texts()].count(True) == 1
    assert boxes.locator("visible=true").count() == chosen.count() == 3
    assert axe(page, "[data-picked]") == ""


def test_a_row_that_is_added_finds_hosts_too(admin):
    page = admin(PROGRAM)
    tab(page, "Roles").click()
    page.get_by_role("button", name="Add Role").click()
    page.locator(".planning-folded").last.locator("summary").click()
    picked = page.locator("[data-picked]", has=page.locator("[id*='member_of']")).locator("visible=true").last
    picked.locator("[data-picked-search]").fill("children")
    assert picked.locator("input[type=checkbox]").locator("visible=true").count() >= 1


def test_without_a_script_all_hosts_are_there(admin):
    page = admin(PROGRAM)
    page.evaluate("document.documentElement.classList.remove('has-picked')")
    tab(page, "Rarely needed").click()
    boxes = page.locator("[data-picked]").last.locator("input[type=checkbox]")
    assert boxes.locator("visible=true").count() == boxes.count() > 20


def test_what_is_pasted_over_a_limit_stays_and_is_counted(admin):
    page = admin(PROGRAM)
    name = page.locator("#id_name")
    name.fill("")
    name.focus()
    page.keyboard.insert_text("n" * 170)
    assert page.locator(".limit-note").inner_text() == "170 of at most 200 characters"
    page.keyboard.insert_text("n" * 40)
    assert page.locator(".limit-passed").inner_text() == "210 of at most 200 characters"
    send(page)
    assert page.input_value("#id_name") == "n" * 210
    assert "200" in page.locator(".form-errors").inner_text()
