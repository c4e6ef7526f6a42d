import pytest
from django.utils import timezone

from programs.models import Note, Tag
from programs.moderation.one.notes import tag
from programs.people.erasing import erase
from tests.factories import make_application, make_call, make_member, make_user


@pytest.fixture
def application(call):
    return make_application(call)


def at(application, rest=""):
    return f"/admin/mentoring/applications/{application.pk}/{rest}"


def note(client, application, text, **fields):
    return client.post(at(application, "notes/"), {"text": text} | fields)


def test_a_note_is_of_a_person_and_a_day_and_the_whole_committee_reads_it(desk, client, application):
    assert note(desk, application, "Call <b>her</b> library\nfirst").status_code == 302
    reader = make_member(application.program, "reader", user=make_user("rosa"))
    client.force_login(reader)
    told = client.get(at(application)).content.decode()
    assert "Call &lt;b&gt;her&lt;/b&gt; library<br>first" in told
    kept = Note.objects.get()
    assert (timezone.now() - kept.at).total_seconds() < 60
    note(client, application, "Read by Rosa")
    assert Note.objects.get(text="Read by Rosa").by == reader


def test_a_note_for_coordinators_is_not_for_readers(desk, client, application):
    note(desk, application, "Between us two", for_coordinators="on")
    assert "Between us two" in desk.get(at(application)).content.decode()
    client.force_login(make_member(application.program, "reader"))
    assert "Between us two" not in client.get(at(application)).content.decode()
    pk = Note.objects.get().pk
    assert client.post(at(application, f"notes/{pk}/delete/")).status_code == 404
    note(client, application, "By a reader", for_coordinators="on")
    assert Note.objects.get(text="By a reader").for_coordinators is False


def test_a_note_that_is_too_long_comes_back_as_it_was_typed(desk, application):
    answer = note(desk, application, "x" * 5001)
    assert answer.status_code == 422
    assert "x" * 5001 in answer.content.decode()
    assert not Note.objects.exists()


def test_a_note_is_deleted_by_who_wrote_it_or_a_coordinator(desk, client, application, coordinator):
    reader = make_member(application.program, "reader")
    first, second = (
        Note.objects.create(application=application, text=text, by=by, at=timezone.now())
        for text, by in (("one", coordinator), ("two", reader))
    )
    client.force_login(reader)
    client.post(at(application, f"notes/{first.pk}/delete/"))
    assert Note.objects.filter(pk=first.pk).exists()
    client.post(at(application, f"notes/{second.pk}/delete/"))
    assert not Note.objects.filter(pk=second.pk).exists()
    other = make_application(application.call)
    client.force_login(coordinator)
    assert client.post(at(other, f"notes/{first.pk}/delete/")).status_code == 404
    client.post(at(application, f"notes/{first.pk}/delete/"))
    assert not Note.objects.exists()


def test_a_tag_is_one_however_it_is_spelled_and_filters_the_queue(desk, application):
    other = make_application(application.call)
    desk.post(at(application, "tags/"), {"name": "  Public   libraries "})
    desk.post(at(other, "tags/"), {"name": "public LIBRARIES"})
    found = Tag.objects.get()
    assert found.name == "Public libraries"
    third = make_application(application.call)
    listed = desk.get("/admin/mentoring/applications/", {"tag": found.pk}).content.decode()
    assert application.reference in listed
    assert other.reference in listed
    assert third.reference not in listed
    assert '<span class="queue-tag" dir="auto">Public libraries</span>' in listed


def test_a_tag_that_nothing_has_any_more_is_gone(desk, application):
    found = tag([application], "urgent")
    other = make_application(application.call)
    tag([other], "urgent")
    desk.post(at(application, "tags/"), {"remove": found.pk})
    assert list(found.applications.all()) == [other]
    desk.post(at(other, "tags/"), {"remove": found.pk})
    assert not Tag.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"name": ""}, {"name": "x" * 41}, {"remove": "x"}, {"remove": "9" * 30}])
def test_a_crafted_tag_is_refused_kindly(desk, application, sent):
    assert desk.post(at(application, "tags/"), sent).status_code == 302
    assert not Tag.objects.exists()


def test_tags_of_another_program_are_no_choice_and_no_row(desk, application, coordinator):
    elsewhere = make_application(make_call())
    foreign = tag([elsewhere], "elsewhere")
    desk.post(at(application, "tags/"), {"name": "elsewhere"})
    assert Tag.objects.filter(name="elsewhere").count() == 2
    listed = desk.get("/admin/mentoring/applications/", {"tag": foreign.pk}).content.decode()
    assert elsewhere.reference not in listed
    assert application.reference not in listed


def test_notes_go_with_the_application_and_are_in_nothing_of_the_applicants(application):
    Note.objects.create(application=application, text="Internal", at=timezone.now())
    tag([application], "internal")
    erase(type(application).objects.filter(pk=application.pk))
    assert not Note.objects.exists()
    assert not Tag.objects.get().applications.exists()
