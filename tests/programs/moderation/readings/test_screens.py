"""Anonymous reading: what says whose an application is stands nowhere that its reader can look."""

import re
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from programs.access.found_by import note_words
from programs.lifecycle import advance
from programs.models import CommitteeMember, Criterion, Letter, Reading, Rubric, Upload
from programs.readings.assigning import assign, to_assign
from tests.factories import make_application, make_call, make_form, make_member, make_program, make_user

pytestmark = pytest.mark.django_db


def question(kind, key, **value):
    told = {"label": f"Question {key}", "hint": "", "why": "", "required": False, "key": key}
    return {"type": kind, "id": f"22222222-0000-0000-0000-{abs(hash(key)) % 10**12:012}", "value": told | value}


QUESTIONS = [
    question("short_text", "work"),
    question("short_text", "employer", autocomplete="organization"),
    question("email", "othermail"),
    question("phone", "phone"),
    question("web_address", "site"),
    question("contact", "contact", asked=["organization", "street", "city"]),
    question("short_text", "nick", autocomplete="nickname"),
    question("file", "cv"),
    question("long_text", "goals"),
    question("short_text", "origin"),
]
SECTIONS = [
    {
        "type": "section",
        "id": "22222222-1111-0000-0000-000000000001",
        "value": {"heading": "", "intro": "", "questions": QUESTIONS},
    }
]
ANSWERS = {
    "work": "Mark01work",
    "employer": "Mark02employer",
    "othermail": "mark03mail@mark04domain.example",
    "phone": "+1 312 555 9905",
    "site": "https://mark06site.example/me",
    "contact": {"organization": "Mark07org", "street": "Mark08street", "city": "Mark09city"},
    "nick": "Mark10nick",
    "goals": "I want to lead storytimes.",
    "origin": "Mark11origin",
}
MARKERS = [
    "Mark01work",
    "Mark02employer",
    "mark03mail",
    "mark04domain",
    "555 9905",
    "mark06site",
    "Mark07org",
    "Mark08street",
    "Mark09city",
    "Mark10nick",
    "Mark11origin",
    "Mark12given",
    "Mark13family",
    "mark14local",
    "mark15host",
    "Mark16file",
    "Mark17tried",
    "Mark18reason",
    "Mark19changed",
    "Mark20older",
]


@pytest.fixture
def program():
    return make_program("ANON", name="Anonymous Reading Program")


@pytest.fixture
def rubric(program):
    rubric = Rubric.objects.create(program=program, anonymous=True, naming=["work", "origin"])
    Criterion.objects.create(rubric=rubric, name="Clear goals", weight=2)
    return rubric


@pytest.fixture
def application(program, rubric):
    """Marked wherever it names somebody: in its row, its answers, its files, its second try and its history."""
    call = make_call(program, form=make_form(program, sections=SECTIONS))
    marked = {"name": "Mark12given Mark13family", "email": "mark14local@mark15host.example"}
    application = make_application(call, **marked, answers=dict(ANSWERS))
    file = {"question": "cv", "name": "Mark16file.pdf", "kind": "pdf", "size": 5, "digest": "x"}
    upload = Upload.objects.create(application=application, file=ContentFile(b"%PDF-", "x"), **file)
    application.answers["cv"] = {"upload": upload.pk, "name": "Mark16file.pdf", "size": 5}
    application.save()
    note_words(application)
    sent = {"call": call, "application": application, "version": application.version}
    for kind, name in (("first", "Mark20older"), ("again", "Mark17tried"), ("change", "Mark19changed")):
        given = {"kind": kind, "key": kind, "reference": f"ANON-{kind}", "created_at": timezone.now()}
        application.receipts.create(
            **{k: v for k, v in sent.items() if k != "application"}, name=name, answers={"goals": name}, **given
        )
    by = make_member(program)
    advance(application, "waitlist", by=by, seen="received", reason="Mark18reason")
    advance(application, "reopen", by=by, seen="waitlisted", reason="Mark18reason")
    return application


@pytest.fixture
def reader(program):
    return make_member(program, "reader")


@pytest.fixture
def reading(application, reader):
    program = application.program
    (made,) = assign(
        program, to_assign(type(application).objects.filter(pk=application.pk)), [(application.pk, reader.pk)], by=None
    )
    return made


def body_of(response):
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode(errors="replace") + str(response.headers)


def marks_in(text):
    return [mark for mark in MARKERS if mark.casefold() in text.casefold()]


def walk(resolver, spaces=()):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces)
        elif pattern.name:
            yield (
                ":".join([*spaces, pattern.name]),
                sorted(pattern.pattern.converters or pattern.pattern.regex.groupindex),
            )


def every_address(numbers):
    """Every named address below /admin/ whose arguments are numbers and verbs, with each of these numbers."""
    admin = next(part for part in get_resolver().url_patterns if str(part.pattern) == "admin/")
    for name, taken in walk(admin):
        if not set(taken) <= {"pk", "upload", "verb", "pk_", "instance_pk", "application"} or "logout" in name:
            continue
        for number in numbers if taken else [0]:
            filled = {argument: "accept" if argument == "verb" else number for argument in taken}
            yield reverse(name, kwargs=filled)


def test_twenty_markers_are_found_nowhere_by_who_reads_anonymously(client, application, reading, reader):
    """Every address of the admin, of ours and Wagtail's, with every order, filter and search that names somebody."""
    client.force_login(reader)
    upload = application.uploads.get()
    numbers = {
        application.pk,
        reading.pk,
        upload.pk,
        application.call_id,
        application.version_id,
        application.program.pk,
    }
    tried, found = 0, []
    for address in every_address(numbers):
        for query in ("", "?ordering=name&q=Mark12given", "?export=csv"):
            response = client.get(address + query)
            tried += 1
            shown = marks_in(
                body_of(response).replace("Mark12given", "", body_of(response).count('value="Mark12given"'))
            )
            if "q=Mark12given" in query:
                shown = [mark for mark in shown if mark != "Mark12given"]
            if shown:
                found.append((address + query, shown))
    assert found == []
    assert tried > 300
    screen = body_of(client.get(reverse("reading:read", args=[reading.pk])))
    assert "I want to lead storytimes." in screen
    assert application.reference in screen


@pytest.mark.parametrize("word", MARKERS)
def test_a_search_finds_nothing_by_what_names_somebody(client, application, reading, reader, word):
    client.force_login(reader)
    listed = client.get(reverse("reading:index"), {"q": word})
    assert application.reference not in re.sub(r"value=\"[^\"]*\"", "", listed.content.decode())


def test_a_search_finds_by_what_is_read_and_by_the_reference(client, application, reading, reader):
    client.force_login(reader)
    for word in ("storytimes", application.reference):
        listed = client.get(reverse("reading:index"), {"q": word})
        assert reverse("reading:read", args=[reading.pk]) in listed.content.decode(), word


@pytest.mark.parametrize(
    "order", ["application__name", "-application__correspondent__email", "name", "application__answers"]
)
def test_no_order_tells_of_names(client, program, application, reading, reader, order):
    """Another one, before it or behind it by its name, stands where it stands without that order."""
    client.force_login(reader)
    other = make_application(application.call, name="Aaron", email="aaron@elsewhere.example")
    assign(program, to_assign(type(other).objects.filter(pk=other.pk)), [(other.pk, reader.pk)], by=None)

    def places(**query):
        return re.findall(r"ANON-26-T\d+", client.get(reverse("reading:index"), query).content.decode())

    assert places(ordering=order) == places() != []


def test_a_file_leaves_under_the_name_of_its_question(client, application, reading, reader):
    client.force_login(reader)
    screen = client.get(reverse("reading:read", args=[reading.pk])).content.decode()
    assert "cv-1.pdf" in screen
    answer = client.get(reverse("reading:file", args=[reading.pk, application.uploads.get().pk]))
    assert answer.status_code == 200
    assert marks_in(body_of(answer)) == []


def test_no_letter_to_a_reader_names_anybody(application, reading, reader):
    (letter,) = Letter.objects.filter(to=reader.email)
    assert letter.kind == "to_read"
    assert marks_in(letter.subject + letter.body) == []
    assert "1 application" in letter.body


def test_coordinators_see_names_all_the_same(client, application, reading):
    client.force_login(CommitteeMember.objects.get(duty="coordinator").user)
    page = client.get(reverse("application:inspect", args=[application.pk])).content.decode()
    assert len(marks_in(page)) > 15
    assert "Read by 0 of 2" in page


def test_who_reads_by_name_sees_the_name(client, application, reading, rubric, reader):
    Rubric.objects.update(anonymous=False)
    client.force_login(reader)
    assert "Mark12given" in client.get(reverse("reading:read", args=[reading.pk])).content.decode()
    assert client.get(reverse("application:inspect", args=[application.pk])).status_code == 200


def test_another_reader_does_not_open_a_reading(client, application, reading):
    client.force_login(make_member(application.program, "reader"))
    assert client.get(reverse("reading:read", args=[reading.pk])).status_code == 404
    assert client.post(reverse("reading:recuse", args=[reading.pk]), {"reason": "x"}).status_code == 404
    assert Reading.objects.get().status == "assigned"


def test_a_duty_that_ended_opens_nothing(client, application, reading, reader):
    CommitteeMember.objects.filter(user=reader).update(until=timezone.localdate() - timedelta(days=1))
    client.force_login(reader)
    assert client.get(reverse("reading:read", args=[reading.pk])).status_code in {302, 403}


def test_a_reader_cannot_switch_anonymous_reading_off(client, rubric, reader):
    client.force_login(reader)
    assert client.get(reverse("rubric:edit", args=[rubric.pk])).status_code in {302, 403}
    client.post(reverse("rubric:edit", args=[rubric.pk]), {"wanted": "2"})
    assert Rubric.objects.get().anonymous


def test_observers_and_strangers_have_no_readings(client, application, reading):
    for user in (make_member(application.program, "observer"), make_user()):
        client.force_login(user)
        assert client.get(reverse("reading:index")).status_code in {302, 403}
