from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from portal.files.pictures import redrawn

from .making import huge, moving, photo_with_place, picture


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_stays_what_it_is(file_format):
    name = f"logo.{file_format.lower()}"
    file = redrawn(SimpleUploadedFile(name, picture(file_format)))
    with Image.open(file) as kept:
        assert (kept.format, kept.size, file.name) == (file_format, (40, 30), name)
        assert [abs(a - b) < 6 for a, b in zip(kept.convert("RGB").getpixel((5, 5)), (0, 128, 128), strict=True)]


def test_nothing_is_kept_but_the_picture():
    assert b"<script" in photo_with_place()
    kept = redrawn(SimpleUploadedFile("photo.jpg", photo_with_place())).read()
    assert b"<script" not in kept
    assert not Image.open(BytesIO(kept)).getexif()


def test_a_picture_taken_sideways_is_kept_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    kept = redrawn(SimpleUploadedFile("photo.jpg", picture("JPEG", exif=exif)))
    assert Image.open(kept).size == (30, 40)


def test_what_shows_through_still_does():
    buffer = BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(buffer, "PNG")
    assert Image.open(redrawn(SimpleUploadedFile("a.png", buffer.getvalue()))).convert("RGBA").getpixel((1, 1))[3] == 0


@pytest.mark.parametrize(
    ("content", "told"), [(huge(), "40 million"), (moving(), "moves"), (picture()[:90], "damaged")]
)
def test_a_picture_that_cannot_be_kept_says_why(content, told):
    with pytest.raises(ValidationError, match=told):
        redrawn(SimpleUploadedFile("a.png", content))


def test_a_phones_photo_with_a_second_picture_in_it_is_its_first():
    buffer = BytesIO()
    frames = [Image.new("RGB", (40, 30), color) for color in ("red", "blue")]
    frames[0].save(buffer, "MPO", save_all=True, append_images=frames[1:])
    with Image.open(redrawn(SimpleUploadedFile("photo.jpg", buffer.getvalue()))) as kept:
        assert (kept.format, kept.size) == ("JPEG", (40, 30))
        assert kept.getpixel((5, 5))[0] > 200
