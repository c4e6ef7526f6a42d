"""Nonsense that a signed-in person sends to the admin, which Wagtail's own code falls over instead of refusing.

A chooser's field that is no number, a stream without its count, rich text that is no JSON, an inline row without a
number: screens never send it. It is answered with 400, and logged as an error with all its lines, so that a fault of
Wagtail that honest people meet is seen. What fails in our own code stays a failure.
"""

import logging
import traceback

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DataError
from django.urls import NoReverseMatch

from .refusals import refusal

logger = logging.getLogger(__name__)

OURS = {"home", "programs", "resources", "portal", "matching", "mentoring"}
ADDRESSES = (ValueError, OverflowError, DataError, AttributeError)
"""What comes of an address with text where the number of a row is expected, or with the number of none."""

FORMS = (*ADDRESSES, LookupError, TypeError, ValidationError, ObjectDoesNotExist, NoReverseMatch)
READING = {"_construct_form", "decode", "full_clean", "is_valid", "to_python", "value_from_datadict"}
"""Where a form of Django, Wagtail or modelcluster reads what was sent."""


class CraftedPostMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        kinds = FORMS if request.method == "POST" else ADDRESSES
        if not request.path.startswith("/admin/") or not isinstance(exception, kinds) or not others_failed(exception):
            return None
        logger.error("Answered 400, this could not be read: %s", request.path, exc_info=exception)
        return refusal(request, 400)


def others_failed(exception):
    """Whether no code of ours was at work when it happened, or had only asked a form to read what was sent."""
    frames = [frame for frame, _ in traceback.walk_tb(exception.__traceback__)]
    since_ours = frames
    for place, frame in enumerate(frames):
        if frame.f_globals.get("__name__", "").split(".")[0] in OURS:
            since_ours = frames[place + 1 :]
    return since_ours is frames or any(frame.f_code.co_name in READING for frame in since_ours)
