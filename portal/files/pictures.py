"""A picture is kept as a drawing of itself: what was hidden in the file, such as where it was taken, is not kept."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ImageOps

from .kinds import PICTURES, judged
from .taking.contents import opened
from .taking.names import ending
from .taking.refusals import refused

MOST_PIXELS = 40_000_000
"""What a phone makes, and what a small server can open."""
PHONE_PHOTO = "MPO"
"""A JPEG in which a phone keeps a second picture, such as how bright each place was. The first is the photo."""


def redrawn(file, *, most=MOST_PIXELS):
    """The same picture in the same format, upright, with its colors and without anything else."""
    kind = judged(file, PICTURES)
    with opened(file, kind.name.upper()) as picture:
        refuse_unfit(picture, most)
        drawn = _drawn(picture)
    return SimpleUploadedFile(f"{_stem(file.name)}.{ending(file.name)}", drawn, kind.content_type)


def refuse_unfit(picture, most=MOST_PIXELS):
    """Told from the file's first lines, before a pixel of it is unpacked."""
    if picture.width * picture.height > most:
        raise refused("pixels", width=picture.width, height=picture.height, most=most // 1_000_000)
    if picture.format != PHONE_PHOTO and getattr(picture, "n_frames", 1) > 1:
        raise refused("moves")


def _drawn(picture):
    kept, buffer = {"icc_profile": picture.info.get("icc_profile")}, BytesIO()
    file_format = "JPEG" if picture.format == PHONE_PHOTO else picture.format
    kept |= {"quality": 92} if file_format != "PNG" else {"optimize": True}
    try:
        upright = ImageOps.exif_transpose(picture)
        upright.info = {key: upright.info[key] for key in ("transparency",) if key in upright.info}
        upright.save(buffer, file_format, exif=b"", **kept)
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise refused("damaged") from error
    return buffer.getvalue()


def _stem(name):
    return name.rpartition(".")[0]
