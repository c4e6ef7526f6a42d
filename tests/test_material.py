"""Pictures, documents and recordings on a real site, in a real browser, in both languages."""

import http.client
import re
from urllib.parse import urlsplit

import pytest

from tests.browser import axe, faults

PAGE = "/a-page-with-everything/"
MAKE = """
from django.contrib.auth import get_user_model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale
from home.models import HomePage, StandardPage

picture, document = get_image_model().objects.first(), get_document_model().objects.first()
image = {"image": picture.pk, "decorative": False, "alt_text": "Two people"}
parts = [
    ("section", {"heading": "Everything", "text": "<p>Text</p>" * 40}),
    ("picture", {"image": image, "caption": "A caption"}),
    ("picture", {"image": image | {"decorative": True, "alt_text": ""}, "caption": ""}),
    ("document", {"document": document.pk, "text": ""}),
    ("recording", {"title": "Orientation", "address": "https://www.youtube.com/watch?v=aqz-KE-bpKQ"}),
    ("recording", {"title": "Welcome", "address": "https://vimeo.com/76979871"}),
    ("recording", {"title": "Elsewhere", "address": "https://example.org/recording"}),
]
body = [{"type": kind, "value": value, "id": str(n)} for n, (kind, value) in enumerate(parts)]
home = HomePage.objects.get(locale=Locale.get_default())
page = home.add_child(instance=StandardPage(title="Everything", slug="a-page-with-everything", body=body, show_in_menus=False))
page.copy_for_translation(Locale.objects.get(language_code="es")).save_revision().publish()
"""
DROP = "from home.models import StandardPage; StandardPage.objects.filter(slug='a-page-with-everything').delete()"


@pytest.fixture(scope="module")
def everything(demo_site):
    """A page of all blocks, and its translation; gone afterwards."""
    demo_site.manage("shell", "--no-imports", "-c", MAKE)
    yield PAGE
    demo_site.manage("shell", "--no-imports", "-c", DROP)


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_a_page_of_everything_is_accessible(new_page, everything, prefix):
    page = new_page(bypass_csp=True)
    page.goto(prefix + everything)
    assert not faults(page)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function("[...document.images].every(image => image.complete && image.naturalWidth)")
    assert page.evaluate("document.querySelector('.picture img').currentSrc").endswith(".avif")


def strangers(page, demo_site):
    """The addresses of other sites that the page asks for; none of them is let through."""
    asked = []

    def answer(route):
        if route.request.url.startswith(demo_site.url):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.fulfill(status=200, content_type="text/html", body="<title>Player</title>")

    page.route("**/*", answer)
    return asked


def test_a_recording_loads_only_when_pressed(page, demo_site, everything):
    asked, refused = strangers(page, demo_site), []
    page.on("console", lambda message: message.type == "error" and refused.append(message.text))
    page.goto(everything, wait_until="networkidle")
    assert not asked
    assert page.locator("iframe").count() == 0
    buttons = page.get_by_role("button", name=re.compile("Play it here"))
    assert buttons.all_inner_texts() == ["Play it here, from YouTube", "Play it here, from Vimeo"]
    buttons.first.press("Enter")
    frame = page.locator("iframe")
    page.frame_locator("iframe").locator("title").wait_for(state="attached")
    assert asked == ["https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1"]
    assert frame.get_attribute("title") == "Orientation"
    assert page.evaluate("document.activeElement.tagName") == "IFRAME"
    assert frame.get_attribute("referrerpolicy") == "strict-origin-when-cross-origin"
    assert page.get_by_role("link", name="Watch “Orientation”").is_visible(), "the way out stays"
    assert not refused
    assert not axe(page)


def test_without_script_a_recording_is_a_link(new_page, everything):
    page = new_page(java_script_enabled=False)
    page.goto(everything)
    assert (
        page.get_by_role("link", name="Watch “Orientation”")
        .get_attribute("href")
        .startswith("https://www.youtube.com/")
    )
    assert page.locator(".recording button").first.is_hidden()


def test_the_page_names_the_sites_that_it_may_frame(page, demo_site, everything):
    policy = page.goto(everything).headers["content-security-policy"]
    assert "frame-src https://player.vimeo.com https://www.youtube-nocookie.com;" in f"{policy};"
    assert "frame-src" not in page.goto("/nmrt/").headers["content-security-policy"]


def test_a_pictures_place_is_kept_before_it_comes(page):
    held = []
    page.route("**/media/**", lambda route: held.append(route))
    page.goto("/nmrt/", wait_until="domcontentloaded")
    place = page.locator(".picture img").bounding_box()
    assert held, "the picture is asked for, and has not come"
    assert place["width"] > 500
    assert abs(place["height"] - place["width"] / 2) < 1


def headers(demo_site, path, method="GET"):
    connection = http.client.HTTPConnection(urlsplit(demo_site.url).netloc, timeout=30)
    connection.request(method, path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.headers


def test_a_real_server_hands_files_out_to_be_saved(page, demo_site):
    page.goto("/nmrt/")
    document = page.locator(".document a").get_attribute("href")
    picture = page.locator(".picture img").get_attribute("src")
    assert "(text file, " in page.locator(".document").inner_text()
    for path, expected in ((document, "attachment"), (picture, None)):
        status, told = headers(demo_site, path)
        assert status == 200
        assert told["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
        assert told["X-Content-Type-Options"] == "nosniff"
        assert (told["Content-Disposition"] or "").startswith(expected or "")


@pytest.mark.parametrize(
    "path",
    [
        "/media/images/../../portal.sqlite3",
        "/media/images/..%2f..%2fportal.sqlite3",
        "/media/../files/documents/sample-flyer.txt",
        "/media/documents/sample-flyer.txt",
        "/media/original_images/sample-reading-room.png",
        "/files/documents/sample-flyer.txt",
        "/media/images/",
    ],
)
def test_nothing_else_is_handed_out(demo_site, path):
    assert headers(demo_site, path)[0] in {400, 404}


def test_pictures_in_spanish_speak_spanish(page):
    page.goto("/es/nmrt/")
    assert page.locator(".picture img").get_attribute("alt").startswith("Dibujo: dos personas")
    assert "Imagen de muestra" in page.locator("figcaption").inner_text()
