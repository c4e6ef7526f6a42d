"""Whoever is put on a committee gets a letter, and with it an account, if they had none.

An account made for an address opens nothing until its reader has chosen a password through the letter's secret link.
"""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from programs.letters.harmless import name_to_greet, one_line
from programs.letters.writing import write
from programs.models import CommitteeNotice, Letter, LetterKind, Matter
from programs.offer import dates
from programs.people.erasing import erase
from programs.people.staff import language_of, staff_correspondent

LINK_OPENS = timedelta(days=14)
KEPT_FOR = timedelta(days=60)
"""Then who was written to is forgotten; the committee's row stays."""


def notices():
    return CommitteeNotice.objects.select_related("member__user", "correspondent__program")


MEMBERSHIP = Matter(
    "committee", _("Duty on a committee"), notices, key="member", link_ends=lambda row, now: now + LINK_OPENS
)


def words_of_notice(notice):
    member = notice.member
    return {
        "name": name_to_greet(member.user.get_full_name()),
        "program": one_line(notice.program.said("name")),
        "by": one_line(notice.by),
        "duty": member.get_duty_display(),
        "since": member.since and dates.weekday_and_day(member.since),
        "until": member.until and dates.weekday_and_day(member.until),
        "invites": not member.user.has_usable_password(),
        "days": LINK_OPENS.days,
        "sign_in": settings.SITE_URL + reverse("wagtailadmin_home"),
        "site": settings.SITE_URL,
    }


def still_on_it(letter):
    ends = letter.row and letter.row.member.until
    return letter.row is not None and not (ends and ends < timezone.localdate())


def still_without_account(letter):
    return still_on_it(letter) and not letter.row.member.user.has_usable_password()


def letter_kinds():
    told = {"words": words_of_notice, "template": "programs/letters/on_committee.txt", "answerable": False}
    return [
        LetterKind("on_committee", _("On the committee"), MEMBERSHIP, page="", still_true=still_on_it, **told),
        LetterKind(
            "invited_to_committee",
            _("Invitation to the committee"),
            MEMBERSHIP,
            page="committee_join",
            still_true=still_without_account,
            **told,
        ),
    ]


def account_for(email):
    """Somebody who can sign in once they have chosen a password; also where another request has just made them."""
    user, new = get_user_model().objects.get_or_create(username=email.lower(), defaults={"email": email})
    if new:
        user.set_unusable_password()
        user.save()
    return user


def tell_member(member, by):
    """One letter, in the caller's transaction; None where there is no address to write to."""
    user = member.user
    if not user.email:
        return None
    knows = user.has_usable_password()
    language = language_of(user) if knows else get_language()
    notice = CommitteeNotice.objects.create(
        correspondent=staff_correspondent(member.program, user.email, language),
        member=member,
        language=language,
        by=by.get_full_name(),
    )
    return write("on_committee" if knows else "invited_to_committee", notice)


def forget_committee_notices(now=None):
    """Those of long ago that have no letter on its way; called every hour."""
    waiting = Letter.objects.waiting().filter(
        correspondent=OuterRef("correspondent"), kind__in=[kind.name for kind in letter_kinds()]
    )
    old = CommitteeNotice.objects.filter(~Exists(waiting), written_at__lte=(now or timezone.now()) - KEPT_FOR)
    while erase(old, most=500, wait=False):
        pass


def without_account(email):
    """Whether nobody has, or had, an account for this address."""
    people = get_user_model().objects
    return not (people.filter(email__iexact=email) | people.filter(username__iexact=email)).exists()
