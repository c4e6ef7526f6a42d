"""Removing files: with their rows, once the transaction stands; and those that lost their rows another way."""

from contextlib import contextmanager
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from programs.models import Upload
from programs.models.applying.upload import FOLDER

ALONE = timedelta(hours=1)
"""So long a file may lie without a row: its transaction may still be under way."""
AT_ONCE = 500


def storage():
    return Upload._meta.get_field("file").storage


def remove(uploads):
    """Delete these rows, and their files when that is sure."""
    names = list(uploads.values_list("file", flat=True))
    if names:
        uploads.delete()
        _let_go(names)


@contextmanager
def files_go_too(people):
    """Around the erasing of rows of these people: the files of uploads that went with them."""
    before = set(Upload.objects.of_people(people).values_list("file", flat=True))
    yield
    if before:
        _let_go(before - set(Upload.objects.filter(file__in=before).values_list("file", flat=True)))


def _let_go(names):
    for name in names:
        transaction.on_commit(partial(storage().delete, name), robust=True)


def sweep_files(now=None):
    """Files without a row; called every hour. Those of drafts and applications that were deleted are among them."""
    try:
        _folders, names = storage().listdir(FOLDER)
    except FileNotFoundError:
        return
    names = [f"{FOLDER}/{name}" for name in names]
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        known = set(Upload.objects.filter(file__in=some).values_list("file", flat=True))
        for name in set(some) - known:
            _sweep(name, now or timezone.now())


def _sweep(name, now):
    try:
        if storage().get_modified_time(name) <= now - ALONE:
            storage().delete(name)
    except FileNotFoundError:
        return
