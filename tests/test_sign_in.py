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
