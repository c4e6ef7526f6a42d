"""The letters of the committee's decisions, each called as its verb."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from programs.letters.applicants import ABOUT_APPLICATIONS, INVITATION, worded, words_of_invitation
from programs.models import Application, Decision, LetterKind


def still_stands(letter):
    """Whether the decision it tells is still what its applicant may know: not after a later one, or a withdrawal."""
    decision = Decision.objects.filter(letter=letter.original).select_related("application").first()
    return decision is None or decision.disclosed_status == decision.application.disclosed_status


def overtaken(letters):
    """The keys of those of these letters that still_stands() denies: three queries, however many letters there are."""
    told = {letter.original.pk: letter for letter in letters}
    decisions = Decision.objects.filter(letter__in=told).select_related("application")
    stands = disclosed([decision.application for decision in decisions])
    return {
        told[decision.letter_id].pk
        for decision in decisions
        if decision.disclosed_status != stands[decision.application_id]
    }


def disclosed(applications):
    """{key: what the applicant may know}, as Application.disclosed_status says it of each: one query."""
    known = {
        row.pk: row.status if row.status == Application.Status.WITHDRAWN else Application.Status.RECEIVED
        for row in applications
    }
    told = Decision.objects.filter(application__in=known, announced_at__isnull=False)
    for decision in told.order_by("announced_at", "pk"):
        if known[decision.application_id] != Application.Status.WITHDRAWN:
            known[decision.application_id] = decision.disclosed_status
    return known


def waits_for_answer(letter):
    """Whether the applicant still has something to answer."""
    return letter.row is not None and letter.row.inquiries.open().exists()


def letter_kinds():
    declare = partial(
        worded,
        needs=("link", "sentence"),
        still_true=still_stands,
        untrue_among=overtaken,
        untrue=_("This letter no longer says how the application stands."),
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
            placeholders=("greeting", "name", "program", "round", "role", "until", "link", "signoff"),
            needs=("link", "until"),
            still_true=lambda letter: letter.row is not None and letter.row.is_open(),
            untrue=_("The invitation has ended."),
        ),
        worded(
            "ask",
            _("Question from the committee"),
            placeholders=(*ABOUT_APPLICATIONS, "question"),
            needs=("link", "question"),
            still_true=waits_for_answer,
            untrue=_("The applicant has answered the question already."),
        ),
    ]
