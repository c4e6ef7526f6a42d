"""What a new program can begin with: its roles, and a small form."""

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from programs.models import Role

Side = Role.Side

PAIR, PEERS, GROUPS, NONE = "pair", "peers", "groups", ""

CHOICES = [
    (PAIR, _("Mentor and mentee")),
    (PEERS, _("Peers, who mentor each other")),
    (GROUPS, _("Groups: leaders and members")),
    (NONE, _("None yet")),
]

ROLES = {
    PAIR: [
        ("mentee", Side.RECEIVES, ("Mentee", "Mentees"), ("Aprendiz", "Aprendices")),
        ("mentor", Side.GIVES, ("Mentor", "Mentors"), ("Mentora o mentor", "Mentoras y mentores")),
    ],
    PEERS: [("peer", Side.PEER, ("Peer", "Peers"), ("Colega", "Colegas"))],
    GROUPS: [
        ("leader", Side.GIVES, ("Group leader", "Group leaders"), ("Guía de grupo", "Guías de grupo")),
        ("member", Side.RECEIVES, ("Group member", "Group members"), ("Integrante", "Integrantes")),
    ],
    NONE: [],
}
"""Key, side, and the words in both languages; a coordinator may say them otherwise."""


def add_roles(program, preset):
    for key, side, (name, plural), (name_es, plural_es) in ROLES[preset]:
        words = {"name": name, "plural": plural, "name_es": name_es, "plural_es": plural_es}
        Role.objects.create(program=program, key=key, side=side, **words)


def small_form(language):
    """Raw sections of a form for whoever applies, in this language. Name, address and consent are asked by every form."""
    with override(language):
        return [
            _section(
                gettext("About you"),
                _question("short_text", "work", gettext("Where do you work or study?"), required=True),
                _question("long_text", "experience", gettext("What is your experience in libraries?")),
            ),
            _section(
                gettext("What you look for"),
                _question("long_text", "hopes", gettext("What would you like to work on together?"), required=True),
                _question("long_text", "else", gettext("Is there anything else we should know to match you well?")),
            ),
        ]


def _section(heading, *questions):
    return {"type": "section", "value": {"heading": heading, "intro": "", "questions": list(questions)}}


def _question(kind, key, label, *, required=False):
    value = {"label": label, "hint": "", "why": "", "required": required, "key": key}
    return {"type": kind, "value": value}
