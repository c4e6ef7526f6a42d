import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from programs.models import Draft, FormVersion, Upload
from programs.uploads.placing import received
from tests.factories import make_call, make_program, make_round

PREFIX = "q-"


def asks(key, **more):
    words = {"label": f"Your {key}", "hint": "", "why": "", "required": True}
    return {"type": "file", "key": key} | words | more


class Elsewhere(Storage):
    """A storage that is no disk: whoever asks it for a path or an address fails."""

    def __init__(self):
        self.files, self.at = {}, {}

    def _open(self, name, mode):
        try:
            return ContentFile(self.files[name], name)
        except KeyError:
            raise FileNotFoundError(name) from None

    def _save(self, name, content):
        self.files[name], self.at[name] = content.read(), timezone.now()
        return name

    def delete(self, name):
        self.files.pop(name, None)

    def exists(self, name):
        return name in self.files

    def listdir(self, path):
        return [], [name.removeprefix(f"{path}/") for name in self.files if name.startswith(f"{path}/")]

    def get_modified_time(self, name):
        return self.at[name]


@pytest.fixture
def storage(monkeypatch):
    elsewhere = Elsewhere()
    monkeypatch.setattr(Upload._meta.get_field("file"), "storage", elsewhere)
    return elsewhere


@pytest.fixture
def lying(storage):
    """How many files there are."""
    return lambda: len(storage.files)


@pytest.fixture
def call(db):
    program = make_program("ALSC")
    return make_call(program, round=make_round(program, name="Fall 2026", slug="fall-2026"))


@pytest.fixture
def version(call):
    questions = [asks("cv"), asks("letter", required=False, shown_to=["coordinator"])]
    sections = [{"heading": "You", "intro": "", "questions": questions}]
    return FormVersion.objects.create(form=call.form, language="en", digest="files", sections=sections)


@pytest.fixture
def draft(call, version, storage):
    now = timezone.now()
    return Draft.objects.create(once="1", call=call, version=version, language="en", begun_at=now, saved_at=now)


@pytest.fixture
def step(draft):
    """Posts a step with files, and saves what it left as the draft's."""

    def post(typed=None, **files):
        sent = MultiValueDict({f"q-{key}": [SimpleUploadedFile(*file)] for key, file in files.items()})
        draft.typed = received(draft, draft.version.asked, typed or {}, sent, prefix=PREFIX)
        draft.save()
        return draft.typed

    return post
