"""What a program asks of people's time, in plain words made from data."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def in_words(program):
    """“At least 2 contacts a month, for 1 year”, as much of it as is known."""
    amount, length = _amount(program), length_in_words(program.length_months)
    if amount and length:
        return _("%(amount)s, for %(length)s") % {"amount": amount, "length": length}
    return amount or length


def length_in_words(months):
    """“10 months”, “1 year”, “2 years”; empty where the length is not known."""
    if not months:
        return ""
    if months % 12:
        return ngettext("%(count)d month", "%(count)d months", months) % {"count": months}
    return ngettext("%(count)d year", "%(count)d years", months // 12) % {"count": months // 12}


def relationships_in_words(program):
    """[“One to one”, “groups of 6 with one mentor”]: every kind of relationship it offers, in the order of Relationship."""
    kind = program.Relationship
    sized = {
        kind.GROUP: _group(program),
        kind.CIRCLE: _circle(program),
        kind.PEER_GROUP: _peer_group(program),
    }
    return [sized.get(each) or str(each.label) for each in kind if each in program.relationships]


def _group(program):
    return program.group_people and _("groups of %(people)d with one mentor") % {"people": program.group_people}


def _circle(program):
    people, mentors = program.group_people, program.group_mentors
    if not mentors:
        return people and _("circles of %(people)d with several mentors") % {"people": people}
    if not people:
        told = ngettext("circles with %(mentors)d mentor", "circles with %(mentors)d mentors", mentors)
        return told % {"mentors": mentors}
    told = ngettext(
        "circles of %(people)d with %(mentors)d mentor", "circles of %(people)d with %(mentors)d mentors", mentors
    )
    return told % {"people": people, "mentors": mentors}


def _peer_group(program):
    return program.group_people and _("groups of %(people)d peers") % {"people": program.group_people}


def _amount(program):
    if not program.asks_amount:
        return ""
    return _template(program) % {"count": program.asks_amount}


def _template(program):
    """Whole phrases, so that every language can order and inflect them."""
    count = program.asks_amount
    if program.asks_unit == program.Unit.HOURS:
        return {
            "week": ngettext("At least %(count)d hour a week", "At least %(count)d hours a week", count),
            "month": ngettext("At least %(count)d hour a month", "At least %(count)d hours a month", count),
            "round": ngettext(
                "At least %(count)d hour in the whole round", "At least %(count)d hours in the whole round", count
            ),
            "": ngettext("At least %(count)d hour", "At least %(count)d hours", count),
        }[program.asks_per]
    return {
        "week": ngettext("In contact at least once a week", "In contact at least %(count)d times a week", count),
        "month": ngettext("In contact at least once a month", "In contact at least %(count)d times a month", count),
        "round": ngettext(
            "In contact at least once in the whole round",
            "In contact at least %(count)d times in the whole round",
            count,
        ),
        "": ngettext("In contact at least once", "In contact at least %(count)d times", count),
    }[program.asks_per]
