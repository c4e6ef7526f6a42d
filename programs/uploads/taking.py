"""Taking files in: judged by their content, drawn anew where they are pictures, kept under a generated name.

A step of a form places what was posted (programs/uploads/placing.py); sending calls attach() in its transaction.
"""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction

from portal.files.kinds import APPLICANTS, PICTURES, judged
from portal.files.pictures import redrawn
from portal.files.taking.names import clean_name, ending
from portal.files.taking.refusals import refused
from portal.files.taking.scanning import refuse_infected
from programs.forms.questions import files as typing
from programs.models import Draft, Upload

from .removing import remove

MOST_PIXELS = 25_000_000
"""Of a picture from somebody unknown: what a small server draws anew in a second or two."""


class Gone(Exception):
    """Files that the answers name are not there any more, as when another tab replaced them; `keys` are the questions',
    `uploads` theirs."""

    def __init__(self, uploads):
        self.keys, self.uploads = sorted(set(uploads.values())), set(uploads)
        super().__init__(", ".join(self.keys))

    def rest(self, typed, *, prefix):
        """What typed data of these questions name beside them."""
        names = [prefix + key + typing.GIVEN for key in self.keys]
        return {name: [text for text in typed.get(name, []) if self._stays(text)] for name in names}

    def _stays(self, text):
        answer = typing.named(text)
        return answer and answer["upload"] not in self.uploads


def take_in(draft, question, file, *, instead=None):
    """The Upload of this file, in the place of that one of the draft; or a ValidationError in the words of who sends it, and
    then the draft keeps what it had. Raises Draft.DoesNotExist, where the draft was deleted while the file was read."""
    name = clean_name(file.name)
    kept, kind = fit(file, name)
    content = kept.read()
    with transaction.atomic():
        Draft.objects.select_for_update(no_key=True).only("pk").get(pk=draft.pk)
        upload = _stored(content, draft=draft, question=question["key"], name=name, kind=kind)
        remove(draft.uploads.filter(pk=instead))
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
    named = {answer["upload"]: key for key in asked for answer in typing.files_of(answers.get(key))}
    own = set(Upload.objects.filter(pk__in=named, draft=draft).values_list("pk", flat=True))
    had = set(application.uploads.filter(pk__in=named.keys() - own).values_list("pk", flat=True))
    if gone := named.keys() - own - had:
        raise Gone({pk: named[pk] for pk in gone})
    Upload.objects.filter(pk__in=own).update(draft=None, application=application)
    remove(draft.uploads.all())


def bring_along(draft, questions, typed, application, *, prefix):
    """`typed`, as it was refilled from the answers of another application of the same person, with files of the draft's
    own: copies, so that neither goes with the other. A file that is no more is left out."""
    for question in questions:
        name = prefix + question["key"] + typing.GIVEN
        if question["type"] == "file" and name in typed:
            named = [answer["upload"] for answer in map(typing.named, typed[name]) if answer]
            found = application.uploads.filter(pk__in=named).order_by("pk")
            copies = [copied for upload in found if (copied := _copied(upload, draft, question))]
            typed = {one: texts for one, texts in typed.items() if one != name}
            typed |= {name: [typing.given(answer_of(copied)) for copied in copies]} if copies else {}
    return typed


def _copied(upload, draft, question):
    try:
        with upload.file.open("rb") as file:
            content = file.read()
    except OSError:
        return None
    return _stored(content, draft=draft, question=question["key"], name=upload.name, kind=upload.kind)
