"""Whether a reader can take a role, from the role's conditions and what the reader said of themself, with the reasons.

Only conditions: whether a call is open is another question. Nothing here is stored, and nothing decides: that is the
committee's.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .eligibility import bodies_in_words

OF_AGE = 18
"""Years from which nobody needs a guardian's permission."""


class Answer(StrEnum):
    YES = "yes"
    PERHAPS = "perhaps"
    """Something was asked that the reader did not say."""
    JOIN = "join"
    """Only a membership is missing, and the reader would join."""
    NO = "no"


WORST = [Answer.NO, Answer.JOIN, Answer.PERHAPS, Answer.YES]


@dataclass(frozen=True)
class Reader:
    """None: not said."""

    member_of: frozenset | None = None
    """Keys of hosts, with every body that these are part of."""
    would_join: bool | None = None
    years: int | None = None
    student: bool | None = None
    first_year: bool | None = None
    age: int | None = None


@dataclass(frozen=True)
class Fit:
    answer: Answer
    reasons: list = field(default_factory=list)
    also: list = field(default_factory=list)
    """What is asked as well and no question of ours covers."""


def fit(role, reader):
    found = [found for ask in (_membership, _experience, _first_year, _student, _age) if (found := ask(role, reader))]
    answer = min((each.answer for each in found), key=WORST.index, default=Answer.YES)
    reasons = [reason for each in found if each.answer == answer for reason in each.reasons]
    also = [reason for each in found for reason in each.also]
    also += [line.strip() for line in role.said("conditions").splitlines() if line.strip()]
    if answer == Answer.YES and not reasons:
        reasons = [_("What you said fits what it asks.") if found else _("Anybody can take this role.")]
        if also and not found:
            reasons = [_("Your answers leave it open: see what it asks.")]
            answer = Answer.PERHAPS
    if answer in {Answer.NO, Answer.JOIN} and role.exceptions:
        reasons.append(_("The coordinator can make exceptions."))
    return Fit(answer, reasons, also)


def _membership(role, reader):
    if not (role.member_also or role.member_of.all()):
        return None
    missing = _missing(role, reader.member_of or ())
    if not missing:
        return Fit(Answer.YES)
    told = {"bodies": missing}
    if reader.would_join and role.may_join:
        return Fit(Answer.YES, [_("You can apply if you will become a member of %(bodies)s.") % told])
    if reader.member_of is None:
        return Fit(Answer.PERHAPS, [_("Check: it asks for membership of %(bodies)s.") % told])
    if role.may_join:
        asks = _("It asks for membership of %(bodies)s, or that you will join.")
        return Fit(Answer.PERHAPS if reader.would_join is None else Answer.NO, [asks % told])
    if reader.would_join:
        return Fit(Answer.JOIN, [_("It asks for membership of %(bodies)s: you can apply once you have joined.") % told])
    return Fit(Answer.NO, [_("It asks for membership of %(bodies)s.") % told])


def _missing(role, memberships):
    """The bodies that the reader would have to join, in words; empty where none is missing."""
    of_all = role.membership == role.Membership.ALL
    also = role.member_also if role.member_also and role.member_also.pk not in memberships else None
    asked = list(role.member_of.all())
    lacking = [host for host in asked if host.pk not in memberships]
    if not of_all and len(lacking) < len(asked):
        lacking = []
    return bodies_in_words(also, lacking, of_all=of_all)


def _experience(role, reader):
    asks = _years_asked(role)
    if not asks:
        return None
    welcome_as_student = role.students == role.Students.TOO
    if (welcome_as_student and reader.student) or _has_years(role, reader.years):
        return Fit(Answer.YES)
    if reader.years is None:
        return Fit(Answer.PERHAPS, [_("%(asks)s You did not say how many you have.") % {"asks": asks}])
    told = ngettext("%(asks)s You said %(years)d year.", "%(asks)s You said %(years)d years.", reader.years) % {
        "asks": asks,
        "years": reader.years,
    }
    if welcome_as_student and reader.student is None:
        return Fit(Answer.PERHAPS, [told, _("Students are welcome, whatever their experience.")])
    return Fit(Answer.NO, [told])


def _has_years(role, years):
    if years is None:
        return False
    return years >= (role.years_least or 0) and (role.years_end is None or years < max(role.years_end, 1))


def _years_asked(role):
    least, below, most = role.years_least, role.years_below, role.years_most
    if least and most is not None:
        return _("It asks for %(least)d to %(most)d years of experience.") % {"least": least, "most": most}
    if least and below is not None:
        told = _("It asks for at least %(least)d and less than %(below)d years of experience.")
        return told % {"least": least, "below": below}
    if most:
        return ngettext(
            "It asks for up to %(years)d year of experience.", "It asks for up to %(years)d years of experience.", most
        ) % {"years": most}
    if least:
        return ngettext(
            "It asks for at least %(years)d year of experience.",
            "It asks for at least %(years)d years of experience.",
            least,
        ) % {"years": least}
    if below:
        return ngettext(
            "It asks for less than %(years)d year of experience.",
            "It asks for fewer than %(years)d years of experience.",
            below,
        ) % {"years": below}
    return _("It is for people without experience.") if 0 in (below, most) else ""


def _first_year(role, reader):
    if not role.first_year:
        return None
    asks = _("It is for people in the first year of their post.")
    return _yes_or_no(reader.first_year, asks, _("Check: it is for people in the first year of their post."))


def _student(role, reader):
    if role.students != role.Students.ONLY:
        return None
    return _yes_or_no(reader.student, _("It is for students."), _("Check: it is for students."))


def _yes_or_no(said, asks, check):
    if said is None:
        return Fit(Answer.PERHAPS, [check])
    return Fit(Answer.YES) if said else Fit(Answer.NO, [asks])


def _age(role, reader):
    if role.age_least is None:
        return _permission(reader) if role.guardian else None
    if reader.age is not None and reader.age >= role.age_least:
        return Fit(Answer.YES)
    told = {"age": role.age_least}
    if role.guardian and reader.age is not None:
        return Fit(Answer.YES, also=[_("You need a guardian’s permission.")])
    if role.guardian:
        return Fit(Answer.YES, also=[_("If you are younger than %(age)d, you need a guardian’s permission.") % told])
    if reader.age is None:
        return Fit(Answer.PERHAPS, [_("Check: it asks that you are at least %(age)d years old.") % told])
    return Fit(Answer.NO, [_("It asks that you are at least %(age)d years old.") % told])


def _permission(reader):
    if reader.age is None:
        return Fit(Answer.YES, also=[_("If you are a minor, you need a guardian’s permission.")])
    return Fit(Answer.YES, also=[] if reader.age >= OF_AGE else [_("You need a guardian’s permission.")])
