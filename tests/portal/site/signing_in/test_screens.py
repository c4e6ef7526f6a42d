"""A security key of the browser's own, and what the screens look like to people."""

from dataclasses import replace

import pytest

from tests.browser import axe
from tests.demo_site import free_port, served


@pytest.fixture
def at_localhost(demo_site):
    """The demo once more, behind a server that asks for a second factor. Browsers give keys to names, never to numbers."""
    url = f"http://localhost:{free_port()}"
    site = replace(demo_site, url=url, environment=demo_site.environment | {"SITE_URL": url, "SECOND_FACTOR": "1"})
    with served(site):
        yield url
    site.manage("reset_second_factor", "reader")


def type_password(page, site):
    page.goto(f"{site}/admin/login/")
    page.fill("input[name=username]", "reader")
    page.fill("input[name=password]", "demo-only-password")
    page.click("button[type=submit]")
    page.wait_for_selector(".second-factor")


def test_a_security_key_is_added_and_opens_the_admin(new_page, at_localhost):
    page = new_page(viewport={"width": 1280, "height": 900})
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    key = {"protocol": "ctap2", "transport": "usb", "isUserVerified": True, "automaticPresenceSimulation": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": key | {"hasUserVerification": True}})
    type_password(page, at_localhost)
    assert axe(page) == ""
    page.fill("#key-name", "Blue key")
    page.click("text=Add a security key")
    page.wait_for_selector(".second-factor-codes")
    assert page.locator(".second-factor-codes li").count() == 10
    assert axe(page) == ""
    page.click("text=I have kept them")
    page.wait_for_selector(".second-factor-own")
    assert "Blue key" in page.inner_text(".second-factor-own")
    assert axe(page) == ""
    page.click("text=Sign out")
    type_password(page, at_localhost)
    page.click("text=Use my security key")
    page.wait_for_url("**/admin/")
    assert page.get_by_role("heading", name="Needs you today").is_visible()


def test_without_a_script_and_on_a_phone_there_is_the_code(new_page, at_localhost):
    page = new_page(viewport={"width": 320, "height": 800}, color_scheme="dark")
    type_password(page, at_localhost)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe(page) == ""
    plain = new_page(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    type_password(plain, at_localhost)
    assert plain.locator("#code").is_visible()
    assert not plain.locator("form[data-webauthn]").is_visible()
