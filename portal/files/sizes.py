"""A picture in the sizes and formats in which pages show it."""

from PIL import features
from wagtail.images.models import Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

FORMATS = ["avif", "webp"] if features.check("avif") else ["webp"]
"""Every browser of today reads WebP; AVIF is smaller by a third, where this machine's Pillow can draw it."""
MEASURE = 688
"""Pixels: how wide our text is."""


def specs(image, widest):
    """Wagtail's filters: for a fine screen, a plain one and a phone. No width twice, and none beyond the picture's own: it
    would not become any sharper."""
    fitting = sorted({min(width, image.width) for width in (widest * 2, widest, widest // 2)}, reverse=True)
    return [f"width-{width}|format-{one}" for one in FORMATS for width in fitting]


def in_sizes(image, widest=MEASURE, **attributes):
    """The <picture>, at most so wide, with its width and height, so that nothing jumps when it comes. Empty when its file
    is gone."""
    wide = min(image.width, widest)
    sizes = f"(max-width: {wide * 100 // 92}px) 92vw, {wide}px"
    drawn = get_renditions_or_not_found(image, specs(image, widest))
    if not all(rendition.width for rendition in drawn.values()):
        return ""
    return Picture(drawn, {"sizes": sizes, "decoding": "async"} | attributes)
