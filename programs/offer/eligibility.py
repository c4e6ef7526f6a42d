"""Who can take a role, in plain sentences made from the role's conditions."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def sentences(role):
    """The role's conditions, one sentence each, in the reader's language; empty when anybody can take it."""
    told = [*by_subject(role).values(), *(line.strip() for line in role.said("conditions").splitlines())]
    told = [sentence for sentence in told if sentence]
    if told and role.exceptions:
        told.append(_("The coordinator can make exceptions."))
    return told


def by_subject(role):
    """{what it is about: the sentence, or nothing where the role does not ask}, of what is known as data."""
    return {
        "membership": _membership(role),
        "experience": _experience(role),
        "first year": _first_year(role),
        "newcomers": _newcomers(role),
        "students": _students(role),
        "age": _age(role),
    }


def _membership(role):
    names = bodies_in_words(role.member_also, role.member_of.all(), of_all=role.membership == role.Membership.ALL)
    if not names:
        return ""
    member, joining = _("You are a member of %(bodies)s."), _("You are a member of %(bodies)s, or will become one.")
    return (joining if role.may_join else member) % {"bodies": names}


def bodies_in_words(also, bodies, *, of_all):
    """“ALA and one of these: ACRL, RUSA or YALSA”"""
    names = [host.short_name for host in bodies]
    told = get_text_list(names, _("and") if of_all else _("or"))
    if also is None or not names:
        return also.short_name if also else told
    if len(names) == 1 or of_all:
        return get_text_list([also.short_name, *names], _("and"))
    return _("%(body)s and of one of these: %(bodies)s") % {"body": also.short_name, "bodies": told}


def _experience(role):
    least, most = role.years_least, role.years_most
    if most is None:
        return _experience_below(least, role.years_below)
    if least and least < most:
        return _("You have %(least)d to %(most)d years of experience.") % {"least": least, "most": most}
    if least:
        told = ngettext("You have %(years)d year of experience.", "You have %(years)d years of experience.", most)
    elif most:
        told = ngettext(
            "You have up to %(years)d year of experience.", "You have up to %(years)d years of experience.", most
        )
    else:
        told = _("You have no experience yet.")
    return told % {"years": most} if most else told


def _experience_below(least, below):
    if least and below == least + 1:
        told = ngettext("You have %(years)d year of experience.", "You have %(years)d years of experience.", least)
        return told % {"years": least}
    if least and below is not None:
        told = _("You have at least %(least)d and less than %(below)d years of experience.")
        return told % {"least": least, "below": below}
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
    if role.students and (role.asks_years or not role.conditions):
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
