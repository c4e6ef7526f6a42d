"""The sets that come with the portal, as definitions: plain words that associations use. An editor changes what is not
theirs; nothing here is asked unless somebody adds it."""

from dataclasses import dataclass

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class ReadySet:
    name: str
    title: str
    about: str
    make: object

    def sections(self, language):
        """Definitions in this language."""
        with override(language):
            return self.make()


def contact():
    return [
        section(
            gettext("How to reach you"),
            gettext("Your name and email address were asked already."),
            text("phone", gettext("Phone number"), gettext("With the area code, or the country code if it is not US.")),
            text("place", gettext("City and state or country"), gettext("So that we can think of time zones.")),
            one(
                "reach",
                gettext("How do you like to be reached?"),
                ("email", gettext("By email")),
                ("phone", gettext("By phone")),
                ("message", gettext("By text message")),
                ("video", gettext("By video call")),
            ),
            text(
                "times",
                gettext("When are you usually free to talk?"),
                gettext("For example: Tuesday evenings, Eastern."),
            ),
        )
    ]


def background():
    return [
        section(
            gettext("Your library background"),
            "",
            text(
                "work", gettext("Where do you work or study?"), gettext("Library or school, and place."), required=True
            ),
            text("title", gettext("What is your position?")),
            one(
                "kind",
                gettext("What kind of library is it?"),
                ("public", gettext("Public")),
                ("academic", gettext("Academic")),
                ("school", gettext("School")),
                ("special", gettext("Special, such as law, medical or corporate")),
                ("other", gettext("Another kind, or none at the moment")),
            ),
            one(
                "years",
                gettext("How many years of experience in libraries do you have?"),
                ("student", gettext("I am a student")),
                ("0-2", gettext("Up to 2 years")),
                ("3-5", gettext("3 to 5 years")),
                ("6-10", gettext("6 to 10 years")),
                ("over-10", gettext("More than 10 years")),
            ),
            text("member", gettext("Which library associations are you a member of?"), gettext("None is fine, too.")),
            long("experience", gettext("What has your work been about so far?"), most=250),
        )
    ]


def demographics():
    why = gettext("Only the program’s coordinators see this, to see whom the program reaches and to match with care.")
    private = {"why": why, "sensitive": True, "shown_to": ["coordinator"]}
    told = gettext(
        "You may leave any of these out: it changes nothing about your application. The answers are never in lists or "
        "letters, are not used to decide, and are erased with your application."
    )
    return [
        section(
            gettext("About you, if you wish to say"),
            told,
            text("pronouns", gettext("Which pronouns should we use?"), **private),
            text(
                "identity",
                gettext("How do you describe your race or ethnicity?"),
                gettext("In your own words."),
                **private,
            ),
            text("gender", gettext("How do you describe your gender?"), gettext("In your own words."), **private),
            one(
                "age-group",
                gettext("How old are you?"),
                ("under-25", gettext("Under 25")),
                ("25-34", gettext("25 to 34")),
                ("35-44", gettext("35 to 44")),
                ("45-54", gettext("45 to 54")),
                ("over-54", gettext("55 or older")),
                **private,
            ),
            long(
                "needs", gettext("Is there anything we should arrange so that you can take part?"), most=150, **private
            ),
        )
    ]


def interests():
    return [
        section(
            gettext("What you look for in mentoring"),
            "",
            several(
                "topics",
                gettext("What would you like to talk about?"),
                ("career", gettext("Career paths and job search")),
                ("leadership", gettext("Leadership and management")),
                ("research", gettext("Research, writing and presenting")),
                ("technology", gettext("Technology and metadata")),
                ("service", gettext("Reference, teaching and programs")),
                ("equity", gettext("Equity, diversity and inclusion")),
                ("balance", gettext("Work and life")),
            ),
            long(
                "goals", gettext("What would you like to be different after the program?"), most=250, in_matching=True
            ),
            long("offer", gettext("What can you bring to a mentoring pair?"), most=250, in_matching=True),
            one(
                "often",
                gettext("How often would you like to meet?"),
                ("weekly", gettext("Every week")),
                ("biweekly", gettext("Every two weeks")),
                ("monthly", gettext("Once a month")),
                in_matching=True,
            ),
            question(
                "partner_wish",
                "partner",
                gettext("Is there somebody you would like to be matched with?"),
                in_matching=True,
            ),
        )
    ]


READY = [
    ReadySet("contact", _("Contact"), _("Phone, place, how and when to be reached."), contact),
    ReadySet("background", _("Library background"), _("Work, kind of library, experience, memberships."), background),
    ReadySet(
        "demographics",
        _("Demographics, with a privacy note"),
        _("Sensitive questions, none of them required, each with its reason."),
        demographics,
    ),
    ReadySet(
        "interests", _("Mentoring interests"), _("Topics, goals, what one brings, how often, with whom."), interests
    ),
]


def section(heading, intro, *questions):
    return {"heading": heading, "intro": intro, "questions": list(questions)}


def question(kind, key, label, hint="", **more):
    plain = {"type": kind, "key": key, "label": label, "hint": hint, "why": "", "required": False}
    return plain | more


def text(key, label, hint="", **more):
    return question("short_text", key, label, hint, **more)


def long(key, label, *, most, **more):
    return question("long_text", key, label, most_words=most, **more)


def one(key, label, *choices, **more):
    return question("choose_one", key, label, choices=_choices(choices), **more)


def several(key, label, *choices):
    return question("choose_several", key, label, choices=_choices(choices), in_matching=True)


def _choices(pairs):
    return [{"key": key, "label": label} for key, label in pairs]
