"""Texts that still hold a year or a place of the round that was copied: for the editor to look at, never changed."""

import re
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from portal.checks.walking.held import Bare
from portal.checks.walking.places import walk
from programs.models import ProgramPage

from .proposal import days_of
from .renaming import years_in

AROUND = 40
"""So many characters are shown on either side of what was found."""
IN_PROGRAM = ["name", "summary", "summary_es", "contact", "contact_es", "paused_notice", "paused_notice_es", "url"]
IN_ROLE = ["conditions", "conditions_es"]
IN_ROUND = ["name", "name_es"]
IN_LINE = ["label", "label_es", "place"]


@dataclass(frozen=True)
class OldText:
    """Where it stands, in the editor's words; the words found, with some around them; where to change it."""

    title: str
    where: str
    found: str
    address: str = ""


def old_texts(old, new, user):
    """What this person should look at once `new`, a copy of `old`, is planned. `new` need not be stored."""
    search = needles(old)
    if search is None:
        return
    for title, address, where, text in [*texts_of_rows(old, new), *texts_of_pages(new, user)]:
        yield from (OldText(title, where, found, address) for found in found_in(text, search))


def needles(old):
    """What to look for: the years and the places of the old round; None where it has none."""
    years = {day.year for day in days_of(old)} | years_in(old.name)
    places = [part.strip() for line in old.milestones.all() for part in re.split(r"[,;()]", line.place)]
    words = [*(str(year) for year in sorted(years)), *sorted({place for place in places if len(place) > 2})]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE) if words else None


def found_in(text, search):
    """Each place once: what stands close together is one."""
    end = 0
    for found in search.finditer(text):
        if found.start() >= end:
            begin, end = max(found.start() - AROUND, 0), found.end() + AROUND
            yield f"{'…' if begin else ''}{text[begin:end].strip()}{'…' if end < len(text) else ''}"


def texts_of_rows(old, new):
    """(title, address, where, text) of the program, its roles and the round itself."""
    program = new.program
    here = reverse("round:edit", args=[new.pk]) if new.pk else ""
    there = reverse("program:edit", args=[program.pk])
    for row, fields in [(program, IN_PROGRAM), *((role, IN_ROLE) for role in program.roles.all())]:
        yield from _fields(str(program), there, row, fields)
    kept = [name for name in IN_ROUND if getattr(new, name) == getattr(old, name)]  # what was moved says the new year
    for row, fields in [(new, kept), *((line, IN_LINE) for line in new.milestones.all())]:
        yield from _fields(new.said("name"), here, row, fields)
    for call in new.calls.all():
        yield from _fields(new.said("name"), here, call, ["url"])


def _fields(title, address, row, names):
    for name in names:
        yield title, address, capfirst(row._meta.get_field(name).verbose_name), getattr(row, name)


def texts_of_pages(new, user):
    """The same of the program's pages, all below them and the calls' forms: drafts of pages that this person may edit,
    what everybody can read of others."""
    editable = set(
        PagePermissionPolicy().instances_user_has_permission_for(user, "change").values_list("pk", flat=True)
    )
    pages = pages_of(new)
    public = set(pages.public().values_list("pk", flat=True))
    for page in pages:
        if page.pk in editable:
            yield from _held(page.get_latest_revision_as_object(), reverse("wagtailadmin_pages:edit", args=[page.pk]))
        elif page.live and page.pk in public:
            yield from _held(page, page.url or "")


def pages_of(new):
    below = [
        Q(path__startswith=path)
        for path in ProgramPage.objects.filter(program=new.program).values_list("path", flat=True)
    ]
    asked = [key for call in new.calls.all() for key in (call.form_id, call.reference_form_id) if key]
    forms = Q(pk__in=asked)
    return Page.objects.filter(reduce(or_, below, forms), alias_of=None).order_by("path").specific()


def _held(page, address):
    for held in walk(page):
        if not isinstance(held, Bare):  # its heading is a text of its own
            yield from ((page.get_admin_display_title(), address, held.place.where, text) for text in held.texts())
