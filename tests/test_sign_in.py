"""Where staff sign in, nothing runs but the site's own scripts, and the page works all the same."""

import pytest

from tests.browser import sign_in


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/done/"])
def test_sign_in_pages_work_under_the_tight_policy(page, path):
    told = []
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    answer = page.goto(path)
    assert "unsafe" not in answer.headers["content-security-policy"]
    page.wait_for_selector("h1")
    assert told == []


def test_somebody_signs_in_and_the_admin_has_the_policy_its_widgets_need(page):
    sign_in(page, "admin")
    assert "unsafe-inline" in page.goto("/admin/").headers["content-security-policy"]


def test_the_page_for_a_form_that_is_too_long_stays_in_the_window(new_page):
    """The demo's form of lost links, sent with one answer of three million letters."""
    page = new_page(viewport={"width": 320, "height": 700})
    page.goto("/status/")
    page.evaluate(
        """() => {
            const form = document.querySelector("main form[method=post]");
            const field = document.createElement("textarea");
            field.name = "email";
            field.value = "x".repeat(3000000);
            form.querySelectorAll("input[name=email]").forEach(input => input.remove());
            form.append(field);
            form.noValidate = true;
            form.submit();
        }"""
    )
    page.wait_for_selector("section.kept", timeout=60000)
    assert page.locator("h1").inner_text() == "What you sent is too long"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
