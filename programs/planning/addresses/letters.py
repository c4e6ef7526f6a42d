"""Letters about a changed address of the committee: to whoever coordinates the program, and to the old address.

Nobody answers them to the program's address, which may be the one that should not be there.
"""

from datetime import timedelta
from operator import itemgetter

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from programs.letters.harmless import name_to_greet, one_line
from programs.letters.writing import write
from programs.models import AddressNotice, CommitteeMember, Letter, LetterKind, Matter
from programs.offer import dates
from programs.people.correspondents import address_key
from programs.people.erasing import erase
from programs.people.staff import language_of, staff_correspondent

KEPT_FOR = timedelta(days=14)
"""As long as the admin's home of the committee tells of a change; then who was written to is forgotten."""

NOTICE = Matter("address", _("Changed address"), AddressNotice.objects.all, key="change")


def words_of_notice(notice):
    return {"program": one_line(notice.program.said("name"))}


def letter_kinds():
    kind = LetterKind(
        "address", _("Address changed"), NOTICE, page="", words=words_of_notice, again=False, answerable=False
    )
    return [kind]


def write_about(entry, program):
    """One letter each, in the caller's transaction, about an entry of the program's history."""
    people = coordinators(program)
    told = {address_key(user.email): (user.email, language_of(user), user) for user in people if user.email}
    old = entry.data["old"] if entry.data["field"] == "reply_to" else ""
    if old and address_key(old) not in told:
        told[address_key(old)] = (old, settings.LANGUAGE_CODE, None)
    for _key, (email, language, user) in sorted(told.items(), key=itemgetter(0)):  # locked in one order
        _write(entry, program, email, language, user, people)


def coordinators(program):
    """Those active now."""
    members = CommitteeMember.objects.active().filter(program=program, duty=CommitteeMember.Duty.COORDINATOR)
    members = members.filter(user__is_active=True).select_related("user__wagtail_userprofile")
    return [member.user for member in members.order_by("pk")]


def _write(entry, program, email, language, user, people):
    notice = AddressNotice.objects.create(
        correspondent=staff_correspondent(program, email, language), change=str(entry.pk), language=language
    )
    with translation.override(language):
        words = _words(entry, program)
    names = ", ".join(filter(None, (_name(person) for person in people)))
    write("address", notice, **words, name=_name(user) if user else "", may_change=bool(user), coordinators=names)


def _words(entry, program):
    return {
        "is_url": entry.data["field"] == "url",
        "call": one_line(entry.data["row"]),
        "before": one_line(entry.data["old"]),
        "after": one_line(entry.data["new"]),
        "who": _name(entry.user) or entry.user.get_username(),
        "when": dates.moment(entry.timestamp, program.time_zone),
        "history": settings.SITE_URL + reverse("program:history", args=[program.pk]),
        "site": settings.SITE_URL,
    }


def _name(user):
    return name_to_greet(user.get_full_name())


def forget_address_notices(now=None):
    """Those old enough, but for a letter that is still on its way; called every hour."""
    waiting = Letter.objects.waiting().filter(correspondent=OuterRef("correspondent"), kind="address")
    old = AddressNotice.objects.filter(~Exists(waiting), written_at__lte=(now or timezone.now()) - KEPT_FOR)
    while erase(old, most=500, wait=False):
        pass
