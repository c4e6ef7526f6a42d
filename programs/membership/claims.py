"""Applications that were asked for a membership number, and how each stands."""

import re
import unicodedata

from django.db import models, transaction
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from programs.access.shown_to import answers_of_type
from programs.models import Application, Claim, FormVersion, MemberNumber

TYPE = "membership_number"
"""The type of question that asks for one, as a form's definition calls it."""
AT_ONCE = 500


class Membership(models.TextChoices):
    NOT_ASKED = "not_asked", _("Not asked")
    VERIFIED = "verified", _("Membership verified")
    TO_VERIFY = "to_verify", _("Membership to verify")


def normal(number):
    """Letters and digits alone, and no zeros before: spreadsheets drop these, and people write hyphens and spaces."""
    plain = re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", number)).casefold()
    return plain.lstrip("0")


def digest_of(number, call_id):
    """A hash that only this portal can make, and that tells nothing about another call. Empty for no number."""
    plain = normal(number)
    return salted_hmac("programs.membership", f"{call_id} {plain}", algorithm="sha256").hexdigest() if plain else ""


def number_of(application):
    """(whether a number was asked for, the number or nothing)"""
    given = answers_of_type(application, TYPE).values()
    return bool(given), next((str(number) for number in given if number), "")


def claim(application):
    """Note what an application says of membership. Called whenever its answers are stored; a number that was changed
    is to be verified again."""
    asked, number = number_of(application)
    if not asked:
        Claim.objects.filter(application=application).delete()
        return
    digest, now = digest_of(number, application.call_id), timezone.now()
    again = {"digest": digest, "made_at": now, "asked_at": None, "confirmed_at": None, "confirmed_by": None}
    made, is_new = Claim.objects.get_or_create(application=application, defaults=again)
    if not is_new:
        changed = {"made_at": now} if made.digest == digest else again
        Claim.objects.filter(pk=made.pk).update(**changed)


ON_LIST = Exists(MemberNumber.objects.filter(list__call=OuterRef("call"), digest=OuterRef("claim__digest")))


def with_membership(applications):
    """Marks each as `membership`, one of Membership."""
    verified = Q(claim__confirmed_at__isnull=False) | ON_LIST
    states = [
        When(claim__isnull=True, then=Value(Membership.NOT_ASKED)),
        When(verified, then=Value(Membership.VERIFIED)),
    ]
    state = Case(*states, default=Value(Membership.TO_VERIFY), output_field=models.CharField())
    return applications.annotate(membership=state)


def membership_of(application):
    marked = getattr(application, "membership", None)
    if marked is None:
        marked = with_membership(Application.objects.filter(pk=application.pk)).values_list("membership", flat=True)[0]
    return Membership(marked)


def membership_words(application):
    """Nothing where nobody was asked."""
    state = membership_of(application)
    return "" if state == Membership.NOT_ASKED else state.label


def confirm(application, *, by, yes=True):
    """Somebody of the committee has looked it up, or takes that back; whether anything changed."""
    given = (
        {"confirmed_at": timezone.now(), "confirmed_by": by} if yes else {"confirmed_at": None, "confirmed_by": None}
    )
    with transaction.atomic():
        claims = Claim.objects.filter(application=application, confirmed_at__isnull=yes)
        changed = bool(claims.update(**given))
        if changed:
            log(instance=application, action=f"programs.membership_{'confirmed' if yes else 'doubted'}", user=by)
    return changed


def note_missing():
    """Claims of applications that were stored or changed another way than by whoever calls claim(); run by `tick`."""
    behind = Application.objects.filter(Q(claim__isnull=True) | Q(changed_at__gt=F("claim__made_at")))
    versions = FormVersion.objects.filter(Exists(behind.filter(version=OuterRef("pk"))))
    asking = [pk for pk, sections in versions.values_list("pk", "sections") if any(map(_asks, sections))]
    for application in behind.filter(version__in=asking).select_related("version").order_by("pk")[:AT_ONCE]:
        claim(application)


def _asks(section):
    return any(question["type"] == TYPE for question in section["questions"])
