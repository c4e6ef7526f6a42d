"""A form with errors and a status page as a browser shows and prints them."""

import re

import pytest

LOST = "link => { const box = link.getBoundingClientRect(); return [box.top, box.bottom] }"


@pytest.fixture
def wrong(new_page):
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto("/nmrt/")
    page.locator("a[href*='/apply/']").first.click()
    page.get_by_role("link", name="Begin", exact=True).click()
    for name, value in (("Full name", "Sample Applicant"), ("Email address", "sample@example.org")):
        page.get_by_label(name).fill(value)
    page.locator("[name=agree]").check()
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("button", name="Save and go on").click()
    page.locator(".error-summary").wait_for()
    assert page.title().startswith("Error: ")
    return page


def test_each_line_of_the_summary_lands_with_label_hint_and_error_in_view(wrong):
    lines = wrong.locator(".error-summary a")
    hidden = {}
    for n in range(lines.count()):
        wrong.evaluate("scrollTo(0, 0)")
        words = lines.nth(n).inner_text()
        lines.nth(n).click()
        wrong.wait_for_timeout(50)
        field = wrong.locator(":focus").locator("xpath=ancestor::*[contains(@class, 'field-wrong')][1]")
        told = field.locator("label, legend, .hint, .errors").first.evaluate(LOST)
        if told[0] < 0 or wrong.locator(":focus").evaluate(LOST)[1] > 640:
            hidden[words] = told
    assert lines.count() > 2
    assert not hidden


def test_where_a_line_lands_the_ring_shows(wrong):
    for line in wrong.locator(".error-summary a").all()[:5]:
        line.click()
        assert wrong.locator(":focus").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


def test_the_printed_status_page_is_one_sheet(new_page, demo_site):
    page = new_page()
    printed = demo_site.manage("shell", "--no-imports", "-c", MINTED)
    page.goto(re.search(r"link (\S+)", printed)[1])
    page.locator("main button[type=submit]").first.click()
    page.emulate_media(media="print")
    assert page.locator(".answers > div").count() > 8
    assert "Withdraw" not in page.locator("main").inner_text()
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="Letter"))
    assert len(sheets) == 1


MINTED = (
    "from programs.models import Application; from programs.people.secret_links import mint;"
    "application = Application.objects.filter(call__round__program__code='STS').first();"
    "print('link', mint(application, 'status_open'))"
)


def test_the_link_to_another_language_keeps_what_was_just_typed(new_page):
    page = new_page()
    page.goto("/apply/nmrt-2027-mentee/form/")
    page.locator("[name=name]").fill("Sample Applicant")
    assert not page.locator("[name=speak]").is_visible()
    page.locator(".languages a").click()
    page.wait_for_url("**/es/apply/**")
    assert page.locator("[name=name]").input_value() == "Sample Applicant"
    page.locator("[name=name]").fill("Persona de Muestra")
    page.locator(".languages a").click()
    page.wait_for_url(re.compile(r"//[^/]+/apply/"))
    assert page.locator("[name=name]").input_value() == "Persona de Muestra"
