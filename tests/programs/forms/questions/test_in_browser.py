"""What only a browser shows of questions: counting while one types, and a week's table by keyboard and by pointer."""

import pytest

from tests.applying import fill_in_one_step


@pytest.fixture
def form(new_page):
    """Opens the step of the form that asks this."""

    def opened(asked, **options):
        page = new_page(**options)
        page.goto("/nmrt/")
        page.locator("a[href*='/apply/']").first.click()
        page.get_by_role("link", name="Begin", exact=True).click()
        while not page.locator(asked).count():
            fill_in_one_step(page)
            page.get_by_role("button", name="Save and go on").click()
            page.wait_for_load_state()
        return page

    return opened


def test_characters_are_counted_as_the_server_counts_them(form):
    page = form("[name=q-position]")
    left = page.locator(".field:has([name=q-position])")
    assert "Characters left" not in left.inner_text()
    page.fill("[name=q-position]", "  cafe\u0301 📚  ")
    left.get_by_text("Characters left: 114").wait_for()
    page.fill("[name=q-position]", "x" * 122)
    left.get_by_text("Characters too many: 2").wait_for()
    assert page.input_value("[name=q-position]") == "x" * 122


@pytest.mark.parametrize("width", [320, 1280])
def test_a_week_is_ticked_by_keyboard_and_by_pointer(form, width):
    page = form(
        "[name=q-availability_zone]", viewport={"width": width, "height": 800}, java_script_enabled=width == 1280
    )
    page.locator("[name=q-availability_zone]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_role("checkbox", name="Wednesday, Evening 5 to 9").check()
    page.locator(".week tbody tr").nth(3).locator("td").nth(1).click(position={"x": 40, "y": 12})
    checked = page.locator(".week :checked")
    assert [box.get_attribute("value") for box in checked.all()] == ["mon-morning", "wed-evening", "thu-afternoon"]
