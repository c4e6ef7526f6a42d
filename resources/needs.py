"""What the admin's home asks of whoever may change entries."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import ngettext_lazy

from .citations.kinds import NEEDED
from .models import Activity, ActivityPart, Citation, GoalExample


def incomplete():
    """The same as Citation.missing says of each, asked of the database."""
    lacking = Q()
    for kind, fields in NEEDED.items():
        for field in fields:
            lacking |= Q(kind=kind, **{field: ""})
    return Citation.objects.filter(lacking)


def incomplete_goals():
    """The same as GoalExample.missing."""
    return GoalExample.objects.filter(text_es="")


def incomplete_activities():
    """The same as Activity.missing: of itself or of one of its parts."""
    unseen = Citation.objects.filter(Q(draft=True) | Q(pk__in=incomplete().values("pk"))).values("pk")
    lacking = Q(text_es="") | Q(page__live=False) | Q(citation__in=unseen)
    parts = ActivityPart.objects.filter(lacking).values("activity")
    return Activity.objects.filter(lacking | Q(pk__in=parts))


NEEDS = [
    (
        "citation",
        incomplete,
        "held-back",
        ngettext_lazy(
            "%(count)d citation is not published: it lacks its title or another part.",
            "%(count)d citations are not published: they lack their titles or other parts.",
            "count",
        ),
    ),
    (
        "goalexample",
        incomplete_goals,
        "incomplete",
        ngettext_lazy(
            "%(count)d goal example has no text in Spanish.",
            "%(count)d goal examples have no text in Spanish.",
            "count",
        ),
    ),
    (
        "activity",
        incomplete_activities,
        "incomplete",
        ngettext_lazy(
            "%(count)d activity lacks its text in Spanish, or leads to what readers cannot have.",
            "%(count)d activities lack their text in Spanish, or lead to what readers cannot have.",
            "count",
        ),
    ),
]
"""The kind of entry, those in need, the state by which their list finds them, and what is said of them."""


def needs_entries(user):
    """needs_editor: how many entries readers do not get, or not in their language, because a part is missing."""
    for kind, rows, state, told in NEEDS:
        count = rows().count() if user.has_perm(f"resources.change_{kind}") else 0
        if count:
            yield told % {"count": count}, reverse(f"wagtailsnippets_resources_{kind}:list") + f"?state={state}"
