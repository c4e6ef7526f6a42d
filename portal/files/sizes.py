"""A picture in the sizes and formats in which pages show it."""

from PIL import features
from wagtail.images.models import Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

FORMATS = ["avif", "webp"] if features.check("avif") else ["webp"]
"""Every browser of today reads WebP; AVIF is smaller by a third, where this machine's Pillow can draw it."""
WIDTHS = [320, 640, 1216]
"""Pixels: a phone's, the measure of our text, and that on a fine screen."""


def specs(image, widths):
    """Wagtail's filters. No width twice, and none beyond the picture's own: it would not become any sharper."""
    fitting = sorted({min(width, image.width) for width in widths}, reverse=True)
    return [f"width-{width}|format-{one}" for one in FORMATS for width in fitting]


def in_sizes(image, sizes, widths=WIDTHS, **attributes):
    """The <picture>, with its width and height, so that nothing jumps when it comes. Empty when its file is gone."""
    drawn = get_renditions_or_not_found(image, specs(image, widths))
    if not all(rendition.width for rendition in drawn.values()):
        return ""
    return Picture(drawn, {"sizes": sizes, "decoding": "async"} | attributes)
