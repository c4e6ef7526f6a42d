"""The letters of applying: what came in, and what its owner asks for or does."""

from django.utils.translation import gettext_lazy as _

from programs.letters.applicants import to_applicants


def letter_kinds():
    return [
        to_applicants("received", _("Application received")),
        to_applicants("again", _("Second application with the same address"), unasked=True),
        to_applicants("withdrawn", _("Withdrawn")),
        to_applicants("link", _("New link to an application"), unasked=True),
    ]
