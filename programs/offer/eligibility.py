"""Who can take a role, in plain sentences made from the role's conditions."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def sentences(role):
    """The role's conditions, one sentence each, in the reader's language; empty when anybody can take it."""
    told = [_membership(role), _experience(role), _first_year(role), _newcomers(role), _students(role), _age(role)]
    told += [line.strip() for line in role.said("conditions").splitlines()]
    told = [sentence for sentence in told if sentence]
    if told and role.exceptions:
        told.append(_("The coordinator can make exceptions."))
    return told


def _membership(role):
    bodies = [host.short_name for host in role.member_of.all()]
    if not bodies:
        return ""
    of_all = role.membership == role.Membership.ALL
    names = get_text_list(bodies, _("and") if of_all else _("or"))
    member, joining = _("You are a member of %(bodies)s."), _("You are a member of %(bodies)s, or will become one.")
    return (joining if role.may_join else member) % {"bodies": names}


def _experience(role):
    least, below = role.years_least, role.years_below
    if least and below == least + 1:
        told = ngettext("You have %(years)d year of experience.", "You have %(years)d years of experience.", least)
        return told % {"years": least}
    if least and below is not None:
        told = _("You have %(least)d to %(most)d years of experience.")
        return told % {"least": least, "most": below - 1}
    if least:
        return ngettext(
            "You have at least %(years)d year of experience.", "You have at least %(years)d years of experience.", least
        ) % {"years": least}
    if below:
        return ngettext(
            "You have less than %(years)d year of experience.",
            "You have less than %(years)d years of experience.",
            below,
        ) % {"years": below}
    return _("You have no experience yet.") if below == 0 else ""


def _first_year(role):
    return _("You are in the first year of your post.") if role.first_year else ""


def _newcomers(role):
    """Only where the program does not say it in its own words."""
    return _("People new to the profession are welcome.") if role.newcomers and not role.conditions else ""


def _students(role):
    """That they are welcome too is said where it makes a difference, or where nothing else is said."""
    if role.students == role.Students.ONLY:
        return _("You are a student.")
    asks_experience = role.years_least or role.years_below is not None
    if role.students and (asks_experience or not role.conditions):
        return _("Students are welcome, whatever their experience.")
    return ""


def _age(role):
    if role.age_least and role.guardian:
        told = _("You are at least %(age)d years old, or have a guardian’s permission.")
    elif role.age_least:
        told = _("You are at least %(age)d years old.")
    else:
        return _("If you are a minor, you have a guardian’s permission.") if role.guardian else ""
    return told % {"age": role.age_least}
