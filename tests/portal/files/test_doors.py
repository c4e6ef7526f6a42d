"""Every door of Wagtail's through which staff hand in files, and how the files are handed out."""

import shutil

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, UploadedFile

from tests.factories import make_user

from .making import HTML, PDF, SVG, photo_with_place, picture

pytestmark = pytest.mark.django_db
Document, Picture = get_document_model(), get_image_model()


@pytest.fixture(autouse=True)
def empty_storage():
    """Other tests store pages on purpose: what these find in the storage came through their own door."""
    shutil.rmtree(settings.VAR_DIR / "files", ignore_errors=True)


@pytest.fixture
def staff(client):
    client.force_login(make_user(superuser=True))
    return client


def add(client, model, name, content):
    return client.post(reverse(f"wagtail{rooms(model)}:add"), fields(file=SimpleUploadedFile(name, content)))


def add_many(client, model, name, content):
    data = {"title": "x", "collection": root(), "files[]": SimpleUploadedFile(name, content)}
    return client.post(
        reverse(f"wagtail{rooms(model)}:add_multiple"), data, headers={"X-Requested-With": "XMLHttpRequest"}
    )


def choose(client, model, name, content):
    prefix = "document" if model is Document else "image"
    data = {
        f"{prefix}-chooser-upload-{key}": value for key, value in fields(file=SimpleUploadedFile(name, content)).items()
    }
    return client.post(reverse(f"wagtail{rooms(model)}_chooser:create"), data)


def change(client, model, name, content):
    row = model.objects.create(
        title="Old", file=ContentFile(PDF if model is Document else picture(), "old.pdf"), **sizes(model)
    )
    return client.post(
        reverse(f"wagtail{rooms(model)}:edit", args=[row.pk]), fields(file=SimpleUploadedFile(name, content))
    )


def fields(**more):
    return {"title": "New", "collection": root(), "description": "", "tags": ""} | more


def sizes(model):
    return {} if model is Document else {"width": 40, "height": 30}


def rooms(model):
    return "docs" if model is Document else "images"


def root():
    return Collection.get_first_root_node().pk


DOORS = [add, add_many, choose, change]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("name", "content"), [("evil.html", HTML), ("evil.js", HTML), ("evil.pdf", HTML), ("evil.svg", SVG)]
)
def test_no_door_takes_a_document_that_would_run(staff, door, name, content):
    response = door(staff, Document, name, content)
    assert "file" in response.content.decode()
    assert not Document.objects.filter(title="New").exists()
    assert not UploadedFile.objects.exists()
    assert HTML not in kept()
    assert SVG not in kept()


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("name", "content"), [("evil.svg", SVG), ("evil.png", SVG), ("evil.html", picture()), ("evil.jpg", HTML)]
)
def test_no_door_takes_a_picture_that_would_run(staff, door, name, content):
    door(staff, Picture, name, content)
    assert not Picture.objects.filter(title="New").exists()
    assert not UploadedFile.objects.exists()
    assert SVG not in kept()
    assert HTML not in kept()


@pytest.mark.parametrize("door", DOORS)
def test_every_door_takes_a_document(staff, door):
    door(staff, Document, "handbook.pdf", PDF)
    assert [row.file_size for row in Document.objects.exclude(title="Old")] == [len(PDF)]


@pytest.mark.parametrize("door", DOORS)
def test_every_door_redraws_a_picture(staff, door):
    door(staff, Picture, "photo.jpg", photo_with_place())
    row = Picture.objects.exclude(title="Old").get()
    with row.open_file() as file:
        assert b"<script" not in file.read()
    assert (row.width, row.height) == (40, 30)
    assert row.file_size == row.file.size


def kept():
    """All that lies in the storage, one after the other."""
    found = [path for path in (settings.VAR_DIR / "files").rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() for path in found)


def test_staff_hand_in_no_picture_of_themselves(staff):
    assert 'type="file"' not in staff.get("/admin/account/").content.decode()
    staff.post("/admin/account/", {"avatar-avatar": SimpleUploadedFile("me.png", picture())})
    assert not list((settings.VAR_DIR / "files").glob("avatar_images/*"))


def test_the_account_is_for_who_is_signed_in(client):
    assert client.get("/admin/account/").status_code == 302


@pytest.fixture
def stored():
    """A document as the build of before took it."""
    return Document.objects.create(title="Old", file=ContentFile(HTML, "old.html"))


def test_a_document_is_handed_out_to_be_saved(client):
    row = Document.objects.create(title="Handbook", file=ContentFile(PDF, "handbook.pdf"))
    response = client.get(row.url)
    assert b"".join(response) == PDF
    assert response["Content-Type"] == "application/pdf"
    is_inert(response)


def is_inert(response):
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_an_old_page_among_the_documents_runs_nowhere(client, stored):
    response = client.get(stored.url)
    assert b"".join(response) == HTML
    assert response["Content-Type"] == "application/octet-stream"
    is_inert(response)


def test_other_digits_lead_to_the_same_guard(client, stored):
    """Wagtail's own pattern takes digits of any script."""
    digits = "".join(chr(ord("０") + int(digit)) for digit in str(stored.pk))
    response = client.get(f"/documents/{digits}/{stored.filename}")
    assert b"".join(response) == HTML
    is_inert(response)


def test_what_a_browser_kept_stays_guarded(client):
    row = Document.objects.create(title="Handbook", file=ContentFile(PDF, "handbook.pdf"), file_hash="a" * 40)
    response = client.get(row.url, headers={"If-None-Match": f'"{"a" * 40}"'})
    assert response.status_code == 304
    assert response["Content-Security-Policy"].startswith("sandbox")


@pytest.mark.parametrize(
    "path", ["/media/documents/{name}", "/media/original_images/{name}", "/media/../files/documents/{name}"]
)
def test_a_document_has_one_address(client, stored, path):
    assert client.get(path.format(name=stored.filename)).status_code == 404


@pytest.mark.parametrize("path", ["../files/documents/old.html", "..%2ffiles", "/etc/passwd", "%00", ""])
def test_pictures_are_all_that_lies_under_media(client, stored, path):
    assert client.get(f"/media/images/{path}").status_code in {400, 404}


def test_a_file_has_no_address_of_its_own(stored):
    with pytest.raises(NotImplementedError):
        default_storage.url(stored.file.name)


def test_pictures_are_handed_out_as_pictures_only(staff):
    add(staff, Picture, "photo.jpg", photo_with_place())
    assert Picture.objects.exists()
    response = staff.get(Picture.objects.get().get_rendition("width-20|format-webp").url)
    assert b"".join(response)[8:12] == b"WEBP"
    assert response["Content-Type"] == "image/webp"
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_staff_see_pictures_and_documents_in_every_list_and_form(staff):
    add(staff, Picture, "photo.jpg", photo_with_place())
    add(staff, Document, "handbook.pdf", PDF)
    picture_row, document_row = Picture.objects.get(), Document.objects.get()
    paths = [
        "/admin/images/",
        "/admin/documents/",
        f"/admin/images/{picture_row.pk}/",
        f"/admin/documents/edit/{document_row.pk}/",
    ]
    paths += ["/admin/images/chooser/", "/admin/documents/chooser/", f"/admin/images/usage/{picture_row.pk}/"]
    paths += [f"/admin/images/chooser/chosen/{picture_row.pk}/", f"/admin/documents/chooser/chosen/{document_row.pk}/"]
    paths += [
        f"/admin/documents/usage/{document_row.pk}/",
        f"/admin/images/{picture_row.pk}/preview/width-20/",
        "/admin/",
    ]
    paths += ["/admin/api/main/images/", f"/admin/api/main/images/{picture_row.pk}/", "/admin/api/main/documents/"]
    assert {path: staff.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)
