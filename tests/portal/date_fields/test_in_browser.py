"""What happens in the field itself while somebody types, tabs on and saves: in Chromium, in both languages."""

import re

import pytest

from tests.browser import axe

AS_TYPED = {
    "en": [
        ("12/18/2027", "Saturday, December 18, 2027, 11:59 pm Central"),
        ("January 5, 2028", "Wednesday, January 5, 2028, 11:59 pm Central"),
        ("2027-02-30", "February 2027 has no day 30."),
        ("12/5/2027 11:59 pm", "Sunday, December 5, 2027, 11:59 pm Central"),
        ("sometime", "This is not understood as a date."),
    ],
    "es": [
        ("12/18/2027", "Sábado 18 de diciembre de 2027, 11:59 p. m., hora del Centro"),
        ("5 de enero de 2028", "Miércoles 5 de enero de 2028, 11:59 p. m., hora del Centro"),
        ("2027-02-30", "2027"),
        ("12/5/2027 11:59 pm", "12/5"),
        ("sometime", "2027-12-18"),
    ],
}


IN_SPANISH = (
    "from wagtail.users.models import UserProfile; from django.contrib.auth.models import User; "
    "user = User.objects.create_superuser('in-spanish', password='demo-only-password'); "
    "UserProfile.objects.create(user=user, preferred_language='es')"
)


@pytest.fixture(scope="session")
def in_spanish(demo_site):
    """The name of somebody who may everything and reads the admin in Spanish."""
    demo_site.manage("shell", "--no-imports", "-c", IN_SPANISH)
    return "in-spanish"


@pytest.fixture
def staff(new_page, request):
    """A page of somebody who may everything, in the language that is asked for."""
    name = request.getfixturevalue("in_spanish") if getattr(request, "param", "en") == "es" else "admin"
    return new_page(name, viewport={"width": 1280, "height": 900})


def open_round(page):
    """The round of a program that has a page, is over for nobody, and has a call."""
    page.goto("/admin/mentoring/rounds/?q=LLAMA")
    address = page.locator("td a[href*='/rounds/edit/']").first.get_attribute("href")
    page.goto(address)
    return address


def type_into(page, name, text):
    field = page.locator(f"[name='{name}']")
    field.fill("")
    field.press_sequentially(text)
    field.press("Tab")
    return field


def plain(words):
    return re.compile(re.sub(r"\s+", r"\\s+", re.escape(words).replace("\\ ", " ")))


def said(page, field, words):
    """Waits until these words stand beside the field, which is described by them."""
    place = field.get_attribute("aria-describedby").split()[-1]
    page.locator(f"#{place}").filter(has_text=plain(words)).wait_for()


@pytest.mark.parametrize(("staff", "language"), [("en", "en"), ("es", "es")], indirect=["staff"])
def test_a_date_stays_as_typed_and_is_said_in_words(staff, language):
    open_round(staff)
    for text, words in AS_TYPED[language]:
        field = type_into(staff, "calls-0-closes", text)
        said(staff, field, words)
        assert field.input_value() == text
    assert not axe(staff, "#id_calls-0-closes-said, .typed-date")


def test_what_is_saved_is_what_readers_see_and_a_refused_date_is_there_still(staff):
    address = open_round(staff)
    before = staff.locator("[name='calls-0-closes']").input_value()
    try:
        for text in ("2027-02-30", "12/18/2027 11:59 pm"):
            type_into(staff, "calls-0-closes", text)
            staff.click("button:has-text('Publish changes')")
            staff.wait_for_load_state()
            if text == "2027-02-30":
                assert staff.locator("[name='calls-0-closes']").input_value() == text
                assert staff.locator(".error-message", has_text="February 2027 has no day 30.").is_visible()
        page = staff.locator(".messages a", has_text="See the page").get_attribute("href")
        staff.goto(page)
        assert "December 18, 2027" in staff.content()
    finally:
        staff.goto(address)
        type_into(staff, "calls-0-closes", before)
        staff.click("button:has-text('Publish changes')")
        staff.wait_for_load_state()


def test_a_row_that_was_just_added_says_its_dates_too_and_the_box_changes_the_clock(staff):
    open_round(staff)
    staff.click("#id_calls-ADD")
    last = int(staff.locator("[name='calls-TOTAL_FORMS']").input_value()) - 1
    field = type_into(staff, f"calls-{last}-opens", "Jan 5 2028")
    said(staff, field, "Wednesday, January 5, 2028, 12:00 am Central")
    staff.locator(f"[name='calls-{last}-anywhere_on_earth']").check()
    said(staff, field, "Wednesday, January 5, 2028, 12:00 am anywhere on Earth")
    staff.get_by_role("tab", name="Timeline").click()
    staff.click("#id_milestones-ADD")
    last = int(staff.locator("[name='milestones-TOTAL_FORMS']").input_value()) - 1
    said(staff, type_into(staff, f"milestones-{last}-time", "3 pm"), "3:00 pm")
    assert staff.locator(f"[name='milestones-{last}-time']").input_value() == "3 pm"


def test_the_calendar_writes_a_day_only_when_one_is_chosen(staff):
    open_round(staff)
    field = type_into(staff, "calls-0-closes", "12/5/2027 5 pm")
    said(staff, field, "Sunday, December 5, 2027, 5:00 pm Central")
    frame = staff.locator(".typed-date", has=field)
    frame.get_by_role("button", name="Calendar: choose a day").click()
    assert field.input_value() == "12/5/2027 5 pm"
    picker = frame.locator(".typed-date-picker")
    assert picker.input_value() == "2027-12-05"
    picker.evaluate("e => { e.value = '2027-12-09'; e.dispatchEvent(new Event('change', {bubbles: true})) }")
    assert field.input_value() == "2027-12-09 17:00"
    said(staff, field, "Thursday, December 9, 2027, 5:00 pm Central")


def test_the_schedule_of_a_page_keeps_what_was_typed(staff):
    staff.goto("/admin/events/")
    staff.goto(staff.locator("a[href*='/admin/pages/'][href*='/edit/']").first.get_attribute("href"))
    opens = staff.locator("[data-a11y-dialog-show='schedule-publishing-dialog']").first
    if not opens.is_visible():
        staff.click("[data-side-panel-toggle='status']")
    opens.click()
    field = type_into(staff, "expire_at", "2031-02-30")
    said(staff, field, "February 2031 has no day 30.")
    assert field.input_value() == "2031-02-30"
    said(staff, type_into(staff, "expire_at", "12/18/2031"), "Thursday, December 18, 2031, 11:59 pm")
    assert field.input_value() == "12/18/2031"
    type_into(staff, "expire_at", "")


def test_without_script_the_words_come_with_the_page(new_page, demo_site):
    page = new_page("admin", java_script_enabled=False)
    open_round(page)
    shown = page.locator("[name='calls-0-closes']")
    assert re.fullmatch(r"[A-Z][a-z]+ \d+, \d{4}, \d+:\d\d [ap]m", shown.input_value())
    said(page, shown, f"day, {shown.input_value()} Central")
    assert not page.locator(".typed-date-open").first.is_visible()
