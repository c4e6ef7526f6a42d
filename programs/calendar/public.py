"""Which programs the calendar, the feed and the list tell of, and their pages."""

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language

from programs.models import Program, ProgramPage

from .recent import with_recent_rounds


def published_pages():
    """{program key: its published page in the reader's language, else in the site's own}. Pages behind a lock are none."""
    languages = Q(locale__language_code=get_language()) | Q(locale__language_code=settings.LANGUAGE_CODE)
    public = ProgramPage.objects.live().public().filter(languages, program__draft=False)
    newest_last = public.order_by("first_published_at", "pk")
    pages = sorted(
        newest_last.select_related("locale").defer("body", "resources"),
        key=lambda page: page.locale.language_code == get_language(),
    )
    return {page.program_id: page for page in pages}


def dated_programs(**which):
    """[(program with its recent rounds, its page)]: those that run here and have a published page."""
    pages = published_pages()
    programs = with_recent_rounds().filter(kind=Program.Kind.MENTORING, pk__in=pages, **which)
    return [(program, pages[program.pk]) for program in programs]
