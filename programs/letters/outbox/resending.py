"""Sending a letter once more: a new letter with the same text, to the address that the person has now."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from programs.models import Letter


class NotAgain(Exception):
    """This letter cannot be sent again now. Its text is for the person who tried."""


def register_log_actions(actions):
    actions.register_action("programs.send_again", _("Send again"), _("Letter sent again"))


def why_not(letter):
    """Why this letter is not to be sent again, or nothing."""
    if letter.waits:
        return gettext("This letter is still waiting to be sent.")
    if Letter.objects.waiting().filter(again_of=letter).exists():
        return gettext("This letter is being sent again already.")
    if not letter.declared.again:
        return gettext("Letters of this kind are sent once.")
    return "" if letter.declared.still_true(letter) else str(letter.declared.untrue)


def send_again(letter, *, by):
    """Write the letter anew, due now; its secret link will be a new one. Raises NotAgain."""
    with transaction.atomic():
        letter = Letter.objects.select_for_update(of=("self",)).select_related("correspondent").get(pk=letter.pk)
        if reason := why_not(letter):
            raise NotAgain(reason)
        again = Letter.objects.create(
            kind=letter.kind,
            correspondent=letter.correspondent,
            about=letter.about,
            again_of=letter,
            to=letter.correspondent.email,
            language=letter.language,
            subject=letter.subject,
            body=letter.body,
            due_at=timezone.now(),
        )
        log(letter.row, "programs.send_again", user=by, data={"letter": letter.pk, "kind": letter.kind})
    return again
