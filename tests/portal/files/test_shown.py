"""Pictures, documents and recordings on pages."""

import re

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template import Context, Template
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale

from home.models import HomePage, StandardPage
from portal.checks.walking.pages import findings_of
from portal.files import sizes
from portal.linkhealth.collecting import urls_of
from tests.factories import make_program, make_program_page

from .making import PDF, picture

pytestmark = pytest.mark.django_db
VIDEO = "https://www.youtube.com/watch?v=aqz-KE-bpKQ"


def make_picture(size=(1600, 900), **fields):
    content = picture("PNG", size)
    defaults = {"title": "Reading room", "width": size[0], "height": size[1]}
    return get_image_model().objects.create(file=ContentFile(content, "room.png"), **defaults | fields)


def make_document(name="handbook.pdf", title="Handbook", size=1_258_291):
    return get_document_model().objects.create(title=title, file=ContentFile(PDF, name), file_size=size)


def shown_picture(row, alt="Two people at a table", *, decorative=False, caption=""):
    image = {"image": row.pk, "decorative": decorative, "alt_text": alt}
    return {"type": "picture", "id": "p1", "value": {"image": image, "caption": caption}}


def page_of(*parts, **fields):
    body = [{"id": str(n)} | part for n, part in enumerate(parts)]
    page = StandardPage(**{"title": "A page", "slug": "a-page", "body": body} | fields)
    return HomePage.objects.get(locale=Locale.get_default()).add_child(instance=page)


def read(client, page):
    return client.get(page.url).content.decode()


def test_a_picture_comes_in_sizes_and_keeps_its_place(client):
    html = read(client, page_of(shown_picture(make_picture(), caption="By the committee")))
    figure = re.search(r'<figure class="picture">.*?</figure>', html, re.DOTALL)[0]
    assert re.findall(r'type="(image/\w+)"', figure) == ["image/avif"]
    widths = re.findall(r"\.(avif|webp) (\d+)w", figure)
    assert widths == [(one, width) for one in ("avif", "webp") for width in ("1376", "688", "344")]
    assert 'width="1376"' in figure
    assert 'height="774"' in figure
    assert figure.count('sizes="(max-width: 747px) 92vw, 688px"') == 2
    assert 'alt="Two people at a table"' in figure
    assert 'loading="lazy"' in figure
    assert '<figcaption dir="auto">By the committee</figcaption>' in figure


def test_a_small_picture_is_not_blown_up(client):
    html = read(client, page_of(shown_picture(make_picture((500, 100)))))
    assert re.findall(r"\.webp (\d+)w", html) == ["500", "344"]
    assert html.count('sizes="(max-width: 543px) 92vw, 500px"') == 2, "nor by the width in which it is shown"


def test_a_decorative_picture_says_nothing(client):
    html = read(client, page_of(shown_picture(make_picture(), alt="", decorative=True)))
    assert 'alt=""' in re.search(r"<img[^>]*>", html)[0]


def test_without_avif_there_is_webp(client, monkeypatch):
    monkeypatch.setattr(sizes, "FORMATS", ["webp"])
    html = read(client, page_of(shown_picture(make_picture())))
    assert ".avif" not in html
    assert html.count(".webp") >= 3


def test_a_picture_whose_file_is_gone_leaves_the_page_whole(client):
    row = make_picture()
    row.file.storage.delete(row.file.name)
    caches["default"].clear()
    response = client.get(page_of(shown_picture(row)).url)
    assert response.status_code == 200
    assert "<figure" not in response.content.decode()


def test_a_page_with_a_picture_without_words_is_not_published():
    page = page_of(shown_picture(make_picture(), alt=""))
    with pytest.raises(ValidationError) as refused:
        page._meta.get_field("body").stream_block.clean(page.body)
    assert "decorative" in str(
        refused.value.as_json_data() if hasattr(refused.value, "as_json_data") else refused.value
    )


def test_the_checks_see_what_is_wrong_with_a_picture():
    gone = make_picture()
    page = page_of(shown_picture(make_picture(), alt=""), shown_picture(gone))
    gone.delete()
    found = [(one.where, one.what) for one in findings_of(StandardPage.objects.get(pk=page.pk))]
    assert any("no description" in what for _where, what in found)
    assert any("was deleted" in what for _where, what in found)


def test_the_checks_see_a_document_that_is_gone():
    row = make_document()
    page = page_of({"type": "document", "value": {"document": row.pk, "text": ""}})
    row.delete()
    page = StandardPage.objects.get(pk=page.pk)
    assert ["deleted" in one.what for one in findings_of(page)] == [True]


def test_a_document_says_what_it_is_and_how_large(client):
    row = make_document()
    html = read(client, page_of({"type": "document", "value": {"document": row.pk, "text": ""}}))
    assert f'<a href="{row.url}">Handbook (PDF, 1.2\xa0MB)</a>' in html
    html = read(client, page_of({"type": "document", "value": {"document": row.pk, "text": "All rules"}}, slug="b"))
    assert "All rules (PDF, 1.2\xa0MB)</a>" in html


@pytest.mark.parametrize(
    ("name", "told"), [("a.docx", "Word"), ("a.TXT", "text file"), ("a.html", "HTML"), ("a", "file")]
)
def test_every_document_has_a_kind(name, told):
    text = Template("{% load material %}{{ row|kind_and_size }}").render(
        Context({"row": make_document(name, size=None)})
    )
    assert text == told


def recording(address=VIDEO, title="Orientation"):
    return {"type": "recording", "value": {"title": title, "address": address}}


def test_a_recording_is_a_link_and_offers_its_player(client):
    response = client.get(page_of(recording()).url)
    html = response.content.decode()
    assert f'<a class="button" href="{VIDEO}">Watch “Orientation”</a>' in html
    assert "<iframe" not in html
    assert "frame-src https://www.youtube-nocookie.com" in response["Content-Security-Policy"]


def test_a_recording_elsewhere_is_a_link(client):
    response = client.get(page_of(recording("https://example.org/a.mp4")).url)
    assert "data-player" not in response.content.decode()
    assert "frame-src" not in response["Content-Security-Policy"]


def test_other_pages_frame_nobody(client):
    page_of(recording())
    assert "frame-src" not in client.get("/")["Content-Security-Policy"]


def test_addresses_of_recordings_are_tried_like_all_links():
    assert VIDEO in set(urls_of(page_of(recording())))


def test_search_knows_captions_and_descriptions():
    page = page_of(shown_picture(make_picture(), caption="Midwinter breakfast"), recording(title="Welcome hour"))
    for words in ("midwinter breakfast", "two people at a table", "welcome hour"):
        assert words in page.folded_words()


def test_a_translation_has_words_of_its_own(client):
    spanish = Locale.objects.get(language_code="es")
    page = page_of(shown_picture(make_picture(), caption="Breakfast"))
    page.get_parent().copy_for_translation(spanish).save_revision().publish()
    copy = page.copy_for_translation(spanish)
    copy.body = [shown_picture(get_image_model().objects.get(), "Dos personas", caption="Desayuno")]
    copy.save_revision().publish()
    html = read(client, StandardPage.objects.get(pk=copy.pk))
    assert 'alt="Dos personas"' in html
    assert '<figcaption dir="auto">Desayuno</figcaption>' in html
    assert 'alt="Two people at a table"' in read(client, page)


def test_a_programs_picture_does_not_wait(client):
    program = make_program()
    program.host.logo = make_picture((300, 100), title="Logo")
    program.host.save()
    page = make_program_page(program, picture=[shown_picture(make_picture(), alt="A mentor and a mentee")])
    html = read(client, page)
    logo, first = re.findall(r"<img[^>]*>", html)
    assert "A mentor and a mentee" in first
    assert "lazy" not in first
    assert 'alt=""' in logo
    assert 'height="' in logo


def test_a_document_in_a_sentence_says_so_too(client):
    row = make_document('a"b.pdf')
    text = f'<p>Read <a linktype="document" id="{row.pk}">the rules</a> and <a linktype="document" id="0">more</a>.</p>'
    html = read(client, page_of({"type": "text", "value": text}))
    assert f'Read <a href="{row.url}" data-file="PDF, 1.2\xa0MB">the rules</a> and <a>more</a>.' in html
