"""The word of the content that readers may see: another one as soon as anything of it is stored, for all processes."""

import logging
from contextlib import contextmanager

from django.db import DatabaseError, InterfaceError, connection
from wagtail.models import Site

from portal.models import ContentVersion

from . import raising

logger = logging.getLogger(__name__)

ASKED = f"SELECT word FROM {ContentVersion._meta.db_table} WHERE id = 1"  # noqa: S608 (a name of ours)


class _Known:
    """What this process knows: whether the database raises the word by itself, and the word it saw last."""

    is_raised = False
    word = None
    at_once = False
    """Whether even a transaction that is not at its end finds another word after it has changed something: in tests."""


def current():
    """The word as it is stored now; one query. None where the database is away, or does not raise it by itself: then
    nothing is kept and nothing kept is given."""
    try:
        if not _Known.is_raised:
            _Known.is_raised = raising.stands()
        word = _asked() if _Known.is_raised else None
    except (DatabaseError, InterfaceError):
        logger.warning("Nothing is known of the content’s version: the database does not answer.")
        return None
    if word != _Known.word:
        _Known.word = word
        Site.clear_site_root_paths_cache()  # which Wagtail keeps in this process for an hour, whoever moves a page elsewhere
    return word


def is_told_at_once():
    """Whether what this connection reads and the word it is told belong together: PostgreSQL raises the word of a
    transaction's own changes at its end."""
    return connection.vendor == "sqlite" or not connection.in_atomic_block or _Known.at_once


def _asked():
    """A connection that has stood unused may have broken: that the question is answered is the proof that it has not, where
    Django would ask another question first."""
    if connection.connection is None or connection.in_atomic_block:
        return _word()
    connection.health_check_done = True
    try:
        return _word()
    except (DatabaseError, InterfaceError):
        connection.close()
        return _word()


def _word():
    with connection.cursor() as cursor:
        cursor.execute(ASKED)
        row = cursor.fetchone()
    return row and row[0]


@contextmanager
def forgotten(*, at_once=False):
    """For tests, which change what the database does: nothing is known before and after."""
    _Known.is_raised, _Known.word, _Known.at_once = False, None, at_once
    try:
        yield
    finally:
        _Known.is_raised, _Known.word, _Known.at_once = False, None, False
