"""A picture is kept as a drawing of itself: what was hidden in the file, such as where it was taken, is not kept."""

from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext
from PIL import ImageOps

from .kinds import PICTURES, ending, judged, opened

MOST_PIXELS = 40_000_000
"""What a phone makes, and what a small server can open."""
PHONE_PHOTO = "MPO"
"""A JPEG in which a phone keeps a second picture, such as how bright each place was. The first is the photo."""


def redrawn(file):
    """The same picture in the same format, upright, with its colors and without anything else."""
    kind = judged(file, PICTURES)
    with opened(file, kind.name.upper()) as picture:
        refuse_unfit(picture)
        drawn = _drawn(picture)
    return SimpleUploadedFile(f"{_stem(file.name)}.{ending(file.name)}", drawn, kind.content_type)


def refuse_unfit(picture):
    """Told from the file's first lines, before a pixel of it is unpacked."""
    if picture.width * picture.height > MOST_PIXELS:
        told = gettext("The picture has %(width)d × %(height)d pixels. At most %(most)d million can be kept.")
        values = {"width": picture.width, "height": picture.height, "most": MOST_PIXELS // 1_000_000}
        raise ValidationError(told % values, code="pixels")
    if picture.format != PHONE_PHOTO and getattr(picture, "n_frames", 1) > 1:
        raise ValidationError(gettext("The picture moves. Only still pictures can be kept."), code="moves")


def _drawn(picture):
    kept, buffer = {"icc_profile": picture.info.get("icc_profile")}, BytesIO()
    file_format = "JPEG" if picture.format == PHONE_PHOTO else picture.format
    kept |= {"quality": 92} if file_format != "PNG" else {"optimize": True}
    try:
        upright = ImageOps.exif_transpose(picture)
        upright.info = {key: upright.info[key] for key in ("transparency",) if key in upright.info}
        upright.save(buffer, file_format, exif=b"", **kept)
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise ValidationError(gettext("The picture is damaged and cannot be opened."), code="damaged") from error
    return buffer.getvalue()


def _stem(name):
    return name.rpartition(".")[0]
