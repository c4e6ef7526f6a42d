"""The public side from right to left: no language of ours needs it yet, and nothing of it may stand in the way."""

import re

import pytest
from django.template.loader import render_to_string
from django.utils import timezone, translation
from lxml import html

from programs.models import Host, Milestone
from tests.factories import (
    make_application,
    make_call,
    make_link,
    make_program,
    make_program_page,
    make_role,
    make_round,
)

SHOWN = ["/", "/nmrt/", "/alcts/", "/alcts/readings/", "/search/?q=nmrt", "/status/", "/fit/"]
TURN = "document.documentElement.dir = 'rtl'"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
GAPS = """selector => [...document.querySelectorAll(selector)].filter(one => one.offsetWidth).map(one => {
    const box = one.getBoundingClientRect(), page = document.documentElement.clientWidth
    return [Math.round(box.left), Math.round(page - box.right)]
})"""


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("he", "rtl"), ("en", "ltr"), ("es", "ltr")])
def test_a_page_says_its_direction(language, direction):
    with translation.override(language):
        page = html.fromstring(render_to_string("503.html"))
    assert (page.get("lang"), page.get("dir")) == (language, direction)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", SHOWN)
def test_a_page_is_the_mirror_of_itself(new_page, path, width):
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(path)
    landmarks = ".site-name, .side, main .page, .site-footer ul"
    before = page.evaluate(GAPS, landmarks)
    page.evaluate(TURN)
    after = page.evaluate(GAPS, landmarks)
    assert before
    assert page.evaluate(SIDEWAYS) <= 0
    mirrored = [abs(was[0] - now[1]) + abs(was[1] - now[0]) for was, now in zip(before, after, strict=True)]
    assert max(mirrored) <= 3, (before, after)


def test_no_text_leaves_the_screen_from_right_to_left(new_page):
    page = new_page(viewport={"width": 320, "height": 900})
    for path in SHOWN:
        page.goto(path)
        page.evaluate(TURN)
        outside = [
            gap for gap in page.evaluate(GAPS, "main *:not(.visually-hidden, .visually-hidden *)") if min(gap) < 0
        ]
        assert not outside, (path, outside)


SHALOM, MARHABA = "שלום", "مرحبا"
OF_PEOPLE = re.compile("[֐-ۿ]")
"""Letters of Hebrew and Arabic: here all that has some was typed."""


@pytest.fixture
def typed(client):
    """The addresses of pages whose typed texts are Hebrew or Arabic, in an English site."""
    host = Host.objects.create(name=f"{SHALOM} (host)", acronym=SHALOM, kind="division")
    program = make_program("SHALOM", host=host, name=f"{SHALOM} 2027", summary=f"{SHALOM}, 50%.", contact=MARHABA)
    role = make_role(program, "mentee", name=MARHABA, plural=f"{MARHABA} (2)", conditions=f"{SHALOM}!")
    section = {"heading": SHALOM, "text": f"<p>{SHALOM}.</p><ul><li>{MARHABA}</li></ul>"}
    questions = {"heading": SHALOM, "questions": [{"question": SHALOM, "answer": f"<p>{MARHABA}</p>"}]}
    body = [
        {"type": "section", "value": section},
        {"type": "faq", "value": questions},
    ]
    page = make_program_page(program, title=f"{SHALOM} (2027)", promise=f"{SHALOM}.", overview=f"<p>{SHALOM}</p>")
    page.body = body
    page.save()
    round = make_round(program, name=f"{MARHABA} 1")
    Milestone.objects.create(round=round, label=f"{SHALOM} 9", place=MARHABA, starts=timezone.localdate())
    call = make_call(program, role=role.key, round=round, limit=5, places=2)
    call.form.title = SHALOM
    call.form.sections[0].value["heading"] = SHALOM
    call.form.sections[0].value["questions"][0].value["label"] = f"{SHALOM}?"
    call.form.save()
    application = make_application(call, name=f"{MARHABA} X.")
    client.post("/status/open/" + make_link(application).rstrip("/").rpartition("/")[2] + "/")
    return [
        *("/", page.url, call.form.url, f"/apply/{call.slug}/", f"/search/?q={SHALOM}", "/status/"),
        f"/status/{application.reference}/",
    ]


def carries_its_direction(text):
    """Whether the nearest element around a typed text, of those that make up one value, says that it is on its own."""
    around = text.getparent()
    return any(one.get("dir") == "auto" or one.tag == "bdi" for one in [around, *around.iterancestors()])


@pytest.mark.django_db
def test_every_typed_text_of_a_page_carries_its_direction(client, typed):
    bare = {}
    for address in typed:
        page = html.fromstring(client.get(address).content)
        texts = [text for text in page.xpath("//body//text()[not(ancestor::script)]") if OF_PEOPLE.search(text)]
        assert texts, address
        bare[address] = [str(text).strip() for text in texts if not carries_its_direction(text)]
    assert not any(bare.values()), bare


def test_what_is_typed_into_an_english_form_reads_right_while_its_label_stays(new_page):
    page = new_page(viewport={"width": 320, "height": 900})
    page.goto("/nmrt/")
    button = page.get_by_role("link", name="Apply as").first
    assert button.inner_text() == "Apply as mentee", "a name of its own direction keeps the space before it"
    button.click()
    page.get_by_role("link", name="Begin", exact=True).click()
    name = page.get_by_label("Full name")
    direction = "one => getComputedStyle(one).direction"
    name.fill(f"{MARHABA} (X.)")
    assert name.evaluate(direction) == "rtl"
    assert page.locator("label", has_text="Full name").evaluate(direction) == "ltr"
    name.fill("Ana")
    assert name.evaluate(direction) == "ltr"
