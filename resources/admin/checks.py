"""What editors should look at again in goals and activities: their texts, and where they lead."""

from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from wagtail.models import Page

from portal.checks.walking.held import Chosen, Place, Words
from portal.checks.walking.pages import findings_in
from resources.models import Activity, GoalExample

from .usage.where import used


def report_findings(user):
    """report_findings: the goals and activities that stand in a page, for whoever may change them."""
    for model in changeable(user):
        rows = model.objects.filter(pk__in=used(model))
        found = findings_of(rows.prefetch_related("parts") if model is Activity else rows)
        for row, findings in found.items():
            if findings:
                yield (
                    str(row),
                    reverse(f"wagtailsnippets_resources_{model._meta.model_name}:edit", args=[row.pk]),
                    findings,
                )


def reads_findings(user):
    return bool(changeable(user))


def changeable(user):
    return [model for model in (GoalExample, Activity) if user.has_perm(f"resources.change_{model._meta.model_name}")]


def findings_now(row):
    """What was last saved of one entry."""
    return list(*findings_of([type(row).objects.get(pk=row.pk)]).values())


def findings_of(rows):
    """{row: [Finding, ...]}; as many queries for many as for one."""
    return findings_in({row: list(held(row)) for row in rows}, lambda row: settings.LANGUAGE_CODE)


def held(row):
    """What stands in the fields of an entry and of its parts."""
    parts = list(row.parts.all()) if isinstance(row, Activity) else []
    yield from step(row, "", goes_on=bool(parts))
    for n, part in enumerate(parts, start=1):
        where = gettext("Part %(number)d") % {"number": n}
        yield from step(part, f"{where} › ", goes_on=n < len(parts))


def step(row, above, *, goes_on):
    def place(name):
        return Place(above + capfirst(str(row._meta.get_field(name).verbose_name)), "" if above else name)

    for name in ("text", "text_es"):
        yield Words(place(name), getattr(row, name), goes_on)
    if getattr(row, "page_id", None):
        yield Chosen(place("page"), Page, row.page_id)
