"""The directory of all programs: grouped, with hosts and live states, in a fixed number of queries."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from programs.models import Program, ProgramPage
from programs.standing import ProgramState, standing, tells_state


@dataclass(slots=True)
class Entry:
    name: str
    kind: str
    host: str
    """The host as a line of its own; empty where the program's name says it."""
    summary: str
    url: str
    language: str
    """Of the page at the address, where it is not the reader's."""
    state: str = ""
    state_word: str = ""
    sentence: str = ""

    @property
    def is_open(self):
        return self.state == ProgramState.OPEN


@dataclass(frozen=True)
class Group:
    anchor: str
    heading: str
    intro: str
    entries: list

    @property
    def names_only(self):
        """Nothing is known of any entry but its name and host."""
        return not any(entry.state or entry.summary for entry in self.entries)


def groups(page, entries):
    """Three groups of entries, under the headings and introductions that the home page gives."""
    kinds = [
        (Program.Kind.MENTORING, "programs", page.programs_heading, page.programs_intro),
        (Program.Kind.DISCUSSION, "groups", page.groups_heading, page.groups_intro),
        (Program.Kind.AFFILIATE, "affiliates", page.affiliates_heading, page.affiliates_intro),
    ]
    found = [
        Group(anchor, heading or kind.label, intro, [entry for entry in entries if entry.kind == kind])
        for kind, anchor, heading, intro in kinds
    ]
    return [group for group in found if group.entries]


def entry(program, host, page, now):
    """`program` is a brief one; `page` the address and language of its page, or None."""
    url, language = page or (program.url, "")
    found = standing(program, now) if tells_state(program, page) else None
    told = (found.state.value, str(found.label), found.sentence) if found else ()
    host_line = "" if host.name in program.name else str(host)
    return Entry(program.name, program.kind, host_line, program.said("summary"), url, language, *told)


def program_addresses(locale_id, request):
    """{program: address and foreign language of its page}: the published page in a language, else in the site's own; the
    first published where there are several."""
    languages = Q(locale_id=locale_id) | Q(locale__language_code=settings.LANGUAGE_CODE)
    public = ProgramPage.objects.live().public().filter(languages, program__draft=False)
    newest_first = public.order_by("-first_published_at", "-pk")
    rows = newest_first.values_list("program", "locale", "locale__language_code", "url_path")
    starts = site_addresses(request)
    return {
        program: (address(path, starts), "" if locale == locale_id else language)
        for program, locale, language, path in sorted(rows, key=lambda row: row[1] == locale_id)
    }


def site_addresses(request):
    """[(path of a site's first page in the tree, its address)]. Two hundred times page.url would cost more than the rest
    of the page."""
    site = Site.find_for_request(request)
    found = []
    for root in Site.get_site_root_paths():
        with translation.override(root.language_code):
            start = reverse("wagtail_serve", args=[""])
        found.append((root.root_path, start if site and root.site_id == site.pk else root.root_url + start))
    return found


def address(path, starts):
    return next((start + path.removeprefix(root) for root, start in starts if path.startswith(root)), "")
