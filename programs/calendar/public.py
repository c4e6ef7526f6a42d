"""Which programs the calendar and the feed tell of, and their pages."""

from programs.listing.pages import readers_pages
from programs.models import Program

from .recent import with_recent_rounds


def dated_programs(**which):
    """[(program with its recent rounds, its page)]: those that run here and have a published page."""
    pages = readers_pages()
    programs = with_recent_rounds().public().filter(kind=Program.Kind.MENTORING, pk__in=pages, **which)
    return [(program, pages[program.pk]) for program in programs]
