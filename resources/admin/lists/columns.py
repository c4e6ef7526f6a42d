"""Columns of the lists: what each says of a row, on the screen and in a spreadsheet alike."""

from html import unescape

from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from portal.linkhealth.report import in_words
from resources.for_whom import ForWhom


def topics_of(row):
    return ", ".join(map(str, row.listed.topics))


def to_do(row):
    """“Text in Spanish; Dead since June 3, 2026: no such site”"""
    return capfirst("; ".join([*map(str, row.listed.missing), *map(in_words, row.listed.dead)]))


def side_of(row):
    return ForWhom(row.for_whom).label


def parts_of(activity):
    return "\n".join(str(part) for part in activity.parts.all())


def leads_to(activity):
    """The titles of pages and works, its own before those of its parts."""
    steps = [activity, *activity.parts.all()]
    found = [str(each) for step in steps for each in (step.page, step.citation) if each]
    return "\n".join(dict.fromkeys(found))


def in_apa(citation):
    return unescape(strip_tags(citation.formatted))


class StandsInColumn(Column):
    cell_template_name = "resources/admin/stands_in.html"


def field(model, name):
    """A column of a field under its own name; a choice in words."""
    choices = model._meta.get_field(name).choices
    label = capfirst(model._meta.get_field(name).verbose_name)
    return Column(name, label=label, accessor=f"get_{name}_display" if choices else name)


TOPICS = Column("topics", label=_("Topics"), accessor=topics_of)
FOR_WHOM = Column("for_whom", label=_("For whom"), accessor=side_of, sort_key="for_whom")
TO_DO = Column("to_do", label=_("To be done"), accessor=to_do)
PARTS = Column("parts", label=_("Parts"), accessor=parts_of)
LEADS_TO = Column("leads_to", label=_("Leads to"), accessor=leads_to)
STANDS_IN = StandsInColumn("stands_in", label=_("Stands in"), accessor="listed.places")
LINKED_FROM = StandsInColumn("linked_from", label=_("Linked from"), accessor="listed.places")
