"""The letters of the committee's decisions, each called as its verb."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from programs.letters.applicants import INVITATION, to_applicants, words_of_invitation
from programs.models import Decision, LetterKind


def still_stands(letter):
    """Whether the decision it tells is still what its applicant may know: not after a later one, or a withdrawal."""
    decision = Decision.objects.filter(letter=letter.original).select_related("application").first()
    return decision is None or decision.disclosed_status == decision.application.disclosed_status


def waits_for_answer(letter):
    """Whether the applicant still has something to answer."""
    return letter.row is not None and letter.row.inquiries.open().exists()


def letter_kinds():
    declare = partial(
        to_applicants, still_true=still_stands, untrue=_("This letter no longer says how the application stands.")
    )
    return [
        declare("accept", _("Accepted")),
        declare("waitlist", _("Waitlisted")),
        declare("decline", _("Declined")),
        declare("reopen", _("Reopened")),
        LetterKind(
            "invited",
            _("Invitation to apply late"),
            INVITATION,
            "invitation_open",
            words_of_invitation,
            still_true=lambda letter: letter.row is not None and letter.row.is_open(),
            untrue=_("The invitation has ended."),
        ),
        to_applicants(
            "ask",
            _("Question from the committee"),
            still_true=waits_for_answer,
            untrue=_("The applicant has answered the question already."),
        ),
    ]
