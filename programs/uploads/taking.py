"""Taking files in: judged by their content, drawn anew where they are pictures, kept under a generated name.

A step of a form calls received() with what was posted, before it saves the draft; sending calls attach() in its transaction.
"""

import hashlib

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction

from portal.files.kinds import APPLICANTS, PICTURES, judged
from portal.files.pictures import redrawn
from portal.files.taking.names import clean_name, ending
from portal.files.taking.refusals import refused
from portal.files.taking.scanning import refuse_infected
from programs.forms.questions import files as typing
from programs.models import Upload

from .removing import remove

MOST_PIXELS = 25_000_000
"""Of a picture from somebody unknown: what a small server draws anew in a second or two."""


class Gone(Exception):
    """Files that the answers name are not there any more, as when another tab replaced them; `keys` are the questions'."""

    def __init__(self, keys):
        super().__init__(", ".join(keys))
        self.keys = keys


def received(draft, questions, typed, files, *, prefix):
    """What was posted, as the draft may keep it: {name of a field: [text, ...]} with a file's place taken by its name.

    `questions` are those of the step, `typed` what was posted in words, `files` request.FILES, `prefix` what stands before
    a key in a field's name. What is posted in words about files is believed in one thing only: that one is to be removed.
    """
    for question in questions:
        if question["type"] == "file":
            name = prefix + question["key"]
            wanted = name + typing.REMOVE in typed
            typed = {one: texts for one, texts in typed.items() if one != name and not one.startswith(f"{name}_")}
            typed |= _placed(draft, question, name, files.get(name), wanted)
    return typed


def _placed(draft, question, name, file, remove_it):
    had = {one: texts for one, texts in draft.typed.items() if one == name + typing.GIVEN}
    if file is None and remove_it:
        remove(draft.uploads.filter(question=question["key"]))
        return {}
    if file is None:
        return had
    try:
        return {name + typing.GIVEN: [typing.given(answer_of(take_in(draft, question, file)))]}
    except ValidationError as error:
        return had | {name + typing.REFUSED: [typing.refused(clean_name(file.name), error.error_list[0])]}


def take_in(draft, question, file):
    """The Upload of this file, in the place of what the draft had for this question; or a ValidationError in the words
    of who sends it, and then the draft keeps what it had."""
    name = clean_name(file.name)
    kept, kind = fit(file, name)
    content = kept.read()
    with transaction.atomic():
        before = list(draft.uploads.filter(question=question["key"]).values_list("pk", flat=True))
        upload = _stored(content, draft=draft, question=question["key"], name=name, kind=kind)
        remove(Upload.objects.filter(pk__in=before))
    return upload


def fit(file, name):
    """The file as it may be kept, and its ending."""
    end = ending(name)
    if not file.size:
        raise refused("empty")
    if file.size > typing.MOST_BYTES:
        raise refused("large", most=typing.MOST_SAID)
    file.name = name
    kind = judged(file, APPLICANTS)
    refuse_infected(file)
    return (redrawn(file, most=MOST_PIXELS) if kind in PICTURES.values() else file), end


def _stored(content, **fields):
    upload = Upload(size=len(content), digest=hashlib.sha256(content).hexdigest(), **fields)
    upload.file.save("", ContentFile(content), save=False)
    upload.save()
    return upload


def answer_of(upload):
    """What a form keeps as the answer."""
    return {"upload": upload.pk, "name": upload.name, "size": upload.size}


def uploads_of(draft):
    """The files that the draft holds itself; what it changes has its own."""
    return draft.uploads.order_by("pk")


def attach(draft, application, version, answers):
    """The files that these answers name are the application's from now on; others of the draft go. In the transaction that
    stores the answers. Raises Gone."""
    asked = [question["key"] for question in version.asked if question["type"] == "file"]
    if not asked:
        return
    named = {answers[key]["upload"]: key for key in asked if answers.get(key)}
    own = set(Upload.objects.filter(pk__in=named, draft=draft).values_list("pk", flat=True))
    had = set(application.uploads.filter(pk__in=named.keys() - own).values_list("pk", flat=True))
    if gone := named.keys() - own - had:
        raise Gone(sorted(named[pk] for pk in gone))
    Upload.objects.filter(pk__in=own).update(draft=None, application=application)
    remove(draft.uploads.all())


def bring_along(draft, questions, typed, application, *, prefix):
    """`typed`, as it was refilled from the answers of another application of the same person, with files of the draft's
    own: copies, so that neither goes with the other. A file that is no more is left out."""
    for question in questions:
        name = prefix + question["key"] + typing.GIVEN
        if question["type"] == "file" and name in typed:
            answer = typing.named(typed[name][0])
            found = application.uploads.filter(pk=answer["upload"]).first() if answer else None
            copied = found and _copied(found, draft, question)
            typed = {one: texts for one, texts in typed.items() if one != name}
            typed |= {name: [typing.given(answer_of(copied))]} if copied else {}
    return typed


def _copied(upload, draft, question):
    try:
        with upload.file.open("rb") as file:
            content = file.read()
    except OSError:
        return None
    return _stored(content, draft=draft, question=question["key"], name=upload.name, kind=upload.kind)
