"""The letters of applying: what came in, and what its owner asks for or does."""

from django.utils.translation import gettext_lazy as _

from programs.letters.applicants import (
    ABOUT_APPLICATIONS,
    DRAFT,
    ERASED,
    OF_ROUND,
    to_applicants,
    worded,
    words_of_draft,
    words_of_erased,
)
from programs.models import LetterKind


def letter_kinds():
    return [
        worded(
            "received",
            _("Application received"),
            placeholders=(*ABOUT_APPLICATIONS, "prove", *OF_ROUND, "answered"),
            needs=("link", "prove", "reference"),
        ),
        to_applicants("again", _("Second application with the same address"), unasked=True),
        worded("changed", _("Application changed"), placeholders=(*ABOUT_APPLICATIONS, "closes", "answered")),
        worded("withdrawn", _("Withdrawn"), placeholders=(*ABOUT_APPLICATIONS, "closes")),
        to_applicants("link", _("New link to an application"), unasked=True),
        LetterKind("erased", _("Application deleted"), ERASED, "", words_of_erased, in_outbox=False, again=False),
        LetterKind(
            "draft",
            _("Link to come back to a form"),
            DRAFT,
            "draft_open",
            words_of_draft,
            in_outbox=False,
            again=False,
            unasked=True,
        ),
    ]
