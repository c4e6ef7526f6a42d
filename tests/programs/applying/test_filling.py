"""Filling a form step by step, as an applicant meets it."""

import re
from importlib import import_module

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Locale

from programs.applying.beginning.opening import SALT
from programs.models import Application, Draft, FormVersion, Upload
from tests.applying import ANSWERS, CONTACT, answer, begin, opened, send
from tests.factories import SECTIONS, make_call, make_form, make_program, make_user
from tests.markup import undirected

pytestmark = pytest.mark.django_db


def page_of(client, call, number=1):
    return client.get(f"/apply/{call.slug}/form/{f'{number}/' if number > 1 else ''}").content.decode()


def key_in(page):
    return re.search(r'name="draft" value="([^"]+)"', page)[1]


def test_the_first_step_asks_name_email_and_consent_and_no_question(client, call):
    page = page_of(client, call)
    order = [page.index(f'name="{name}"') for name in ("name", "email", "agree")]
    assert order == sorted(order)
    assert 'name="q-' not in page
    assert "Step 1 of 2" in page


def test_each_section_is_a_step_and_the_answers_are_looked_over_last(client, call):
    assert begin(client, call).url == f"/apply/{call.slug}/form/2/"
    assert "Step 2 of 2" in page_of(client, call, 2)
    assert answer(client, call).url == f"/apply/{call.slug}/check/"
    page = client.get(f"/apply/{call.slug}/check/").content.decode()
    assert all(told in page for told in ("Sample Applicant", "sample@example.org", "A library", "Storytime"))
    assert not Application.objects.exists()


def test_every_press_of_a_button_is_answered_with_a_redirect(client, call):
    for typed in ({}, {"email": "ines@"}, {"go": "back"}, {"go": "later"}, {"go": "stay"}, {"go": "3"}, {"go": "x"}):
        assert begin(client, call, **typed).status_code == 302
    for typed in ({}, {"work": None}):
        assert answer(client, call, **typed).status_code == 302


def test_what_is_wrong_is_told_on_the_page_the_redirect_leads_to(client, call):
    there = begin(client, call, email="ines@").url
    page = client.get(there).content.decode()
    assert there == f"/apply/{call.slug}/form/"
    assert "<title>Error: " in page
    assert page.count("Enter an email address in the right format, like name@example.org") == 2
    assert 'href="#id_email"' in page
    assert 'value="ines@"' in page
    assert 'value="Sample Applicant"' in page
    assert client.get(there).content.decode() == page


def test_a_step_that_was_not_sent_on_yet_complains_of_nothing(client, call):
    begin(client, call)
    assert "There is a problem" not in page_of(client, call, 2)


def test_going_back_loses_nothing_and_asks_for_nothing(client, call):
    begin(client, call)
    back = client.post(f"/apply/{call.slug}/form/2/", {"q-work": "Half an answer", "go": "back"})
    assert back.url == f"/apply/{call.slug}/form/"
    page = page_of(client, call, 2)
    assert 'value="Half an answer"' in page
    assert "There is a problem" not in page


def test_what_is_wrong_further_back_is_asked_before_anything_is_sent(client, call):
    begin(client, call, agree=None)
    answer(client, call)
    assert client.get(f"/apply/{call.slug}/check/").url == f"/apply/{call.slug}/form/"
    assert "Tick the box to agree" in page_of(client, call)
    assert send(client, call).url == f"/apply/{call.slug}/form/"
    assert not Application.objects.exists()


def test_a_change_comes_back_to_the_answers(client, call):
    begin(client, call)
    answer(client, call)
    there = client.post(f"/apply/{call.slug}/check/", {"go": "2", "then": "check"}).url
    assert there == f"/apply/{call.slug}/form/2/?then=check"
    assert 'name="then" value="check"' in client.get(there).content.decode()
    wrong = client.post(f"/apply/{call.slug}/form/2/", {"q-work": "", "then": "check"})
    assert wrong.url == there
    back = client.post(f"/apply/{call.slug}/form/2/", ANSWERS | {"q-work": "An archive", "then": "check"})
    assert back.url == f"/apply/{call.slug}/check/"
    assert "An archive" in client.get(back.url).content.decode()


def test_script_saves_while_one_types(client, call):
    begin(client, call)
    saved = client.post(f"/apply/{call.slug}/form/2/", {"q-work": "Half a w", "go": "save"}, headers={"X-Saving": "1"})
    assert saved.status_code == 204
    page = page_of(client, call, 2)
    assert 'value="Half a w"' in page
    assert "There is a problem" not in page


def test_two_tabs_keep_what_each_of_them_typed(client, call):
    begin(client, call)
    answer(client, call)
    client.post(f"/apply/{call.slug}/form/", CONTACT | {"name": "Another Name"})
    assert Draft.objects.get().typed["q-work"] == ["A library"]
    assert Draft.objects.get().typed["name"] == ["Another Name"]


def test_a_form_that_is_sent_on_twice_begins_one_draft(client, call):
    key = opened(client, call)
    for _press in range(2):
        client.post(f"/apply/{call.slug}/form/", CONTACT | {"opened": key})
    other = type(client)()
    other.get(f"/apply/{call.slug}/form/")
    other.post(f"/apply/{call.slug}/form/", CONTACT | {"opened": key})
    assert Draft.objects.count() == 1


def test_a_browser_without_cookies_goes_the_whole_way(client, call):
    """Each answer is the next page itself, which carries the signed key of the draft."""

    def press(path, **typed):
        client.cookies.clear()
        return client.post(path, typed)

    page = press(f"/apply/{call.slug}/form/", opened=opened(client, call), **CONTACT)
    assert page.status_code == 200
    assert f'action="/apply/{call.slug}/form/2/"' in page.content.decode()
    key = key_in(page.content.decode())
    wrong = press(f"/apply/{call.slug}/form/2/", draft=key, **ANSWERS | {"q-work": ""})
    assert wrong.status_code == 422
    assert "Enter an answer to “Where do you work?”" in wrong.content.decode()
    answers = press(f"/apply/{call.slug}/form/2/", draft=key, **ANSWERS)
    assert "Check your answers" in answers.content.decode()
    changing = press(f"/apply/{call.slug}/check/", draft=key_in(answers.content.decode()), go="1", then="check")
    assert 'value="Sample Applicant"' in changing.content.decode()
    sent = press(f"/apply/{call.slug}/send/", draft=key)
    assert sent.url == f"/apply/{call.slug}/received/{Application.objects.get().reference}/"


@pytest.mark.parametrize("origin", ["https://elsewhere.example.org", "null", "http://["])
def test_another_site_cannot_make_somebody_fill_its_draft(client, call, origin):
    """With the key of a form it opened, or of the draft it began; without cookies, as browsers send it from another site."""
    key, stranger = opened(client, call), type(client)()
    stranger.post(f"/apply/{call.slug}/form/", CONTACT | {"opened": key})
    stranger.cookies.clear()
    draft = key_in(stranger.post(f"/apply/{call.slug}/form/", CONTACT | {"opened": key}).content.decode())
    for brought in ({"opened": key}, {"draft": draft}):
        victim = type(client)()
        for place in ("form/", "form/2/", "check/", "send/"):
            told = victim.post(f"/apply/{call.slug}/{place}", CONTACT | brought, headers={"Origin": origin})
            assert told.url == f"/apply/{call.slug}/form/"
        assert not victim.session.get("drafts")
    assert Draft.objects.count() == 1
    victim.post(f"/apply/{call.slug}/form/", CONTACT, headers={"Origin": "http://testserver"})
    assert Draft.objects.count() == 2


def test_a_browser_with_cookies_carries_no_key(client, call):
    begin(client, call)
    assert 'name="draft"' not in page_of(client, call, 2)


@pytest.mark.parametrize("key", ["", "made-up", "1:2:3"])
def test_a_made_up_key_of_a_draft_opens_nothing(client, call, key):
    begin(client, call)
    other = type(client)()
    seen = other.post(f"/apply/{call.slug}/form/2/", {"draft": key, "go": "1"}, follow=True)
    assert "Sample Applicant" not in seen.content.decode()


def test_another_browser_sees_nothing_of_a_draft(client, call):
    begin(client, call)
    other = type(client)()
    assert other.get(f"/apply/{call.slug}/form/2/").url == f"/apply/{call.slug}/form/"
    assert "Sample Applicant" not in page_of(other, call)


@pytest.mark.parametrize("key", ["", "made-up", "foreign"])
def test_a_key_that_is_not_of_this_call_begins_nothing_and_keeps_what_was_typed(client, call, key):
    if key == "foreign":
        key = opened(client, make_call(make_program("OTHER")))
    refused = client.post(f"/apply/{call.slug}/form/", CONTACT | {"opened": key})
    assert refused.status_code == 422
    assert 'value="Sample Applicant"' in refused.content.decode()
    assert not Draft.objects.exists()


def test_a_key_holds_no_answer_and_no_person(client, call):
    assert set(signing.loads(opened(client, call), salt=SALT)) == {"call", "version", "once"}


def test_the_start_in_a_program_page_carries_name_and_email_over(client, call):
    typed = {"name": "Sample Applicant", "email": "sample@example.org", "go": "stay"}
    page = client.post(f"/apply/{call.slug}/form/", typed).content.decode()
    assert 'value="Sample Applicant"' in page
    assert 'value="sample@example.org"' in page
    assert "There is a problem" not in page


def test_what_was_asked_is_what_is_checked_after_an_editor_changes_the_form(client, call):
    begin(client, call)
    page = call.form
    page.sections[0].value["questions"][0].value["label"] = "Which library?"
    page.save_revision().publish()
    answer(client, call)
    send(client, call)
    assert Application.objects.get().version.questions[0]["label"] == "Where do you work?"
    begin(type(client)(), call)
    assert FormVersion.objects.count() == 2


def test_a_form_opened_twice_makes_one_version(client, call):
    opened(client, call), opened(client, call)
    assert FormVersion.objects.count() == 1


@pytest.fixture
def in_spanish(call):
    page = call.form.copy_for_translation(Locale.objects.get(language_code="es"), copy_parents=True)
    page.sections[0].value["questions"][0].value["label"] = "¿Dónde trabaja?"
    page.save_revision().publish()


def test_a_change_of_language_in_mid_form_carries_the_answers(client, call, in_spanish):
    begin(client, call)
    client.post(f"/apply/{call.slug}/form/2/", ANSWERS | {"go": "stay"})
    page = client.get(f"/es/apply/{call.slug}/form/2/").content.decode()
    assert "¿Dónde trabaja?" in page
    assert 'value="A library"' in page
    answer(client, call, language="/es")
    send(client, call, language="/es")
    application = Application.objects.get()
    assert application.language == application.version.language == "es"
    assert application.answers == {"work": "A library", "topics": ["storytime"]}


def test_the_button_of_another_language_saves_before_it_changes(client, call, in_spanish):
    begin(client, call)
    there = client.post(f"/apply/{call.slug}/form/2/", ANSWERS | {"speak": "es"})
    assert there.url == f"/es/apply/{call.slug}/form/2/"
    page = client.get(there.url).content.decode()
    assert "¿Dónde trabaja?" in page
    assert 'value="A library"' in page
    assert 'name="speak" value="en" lang="en"' in page
    assert "error-summary" not in page


def test_the_first_step_keeps_what_was_typed_when_the_language_changes(client, call, in_spanish):
    there = begin(client, call, email="ines@", speak="es").url
    page = client.get(there).content.decode()
    assert there == f"/es/apply/{call.slug}/form/"
    assert 'value="ines@"' in page
    assert 'value="Sample Applicant"' in page


def test_without_cookies_the_next_page_is_in_the_language_of_the_button(client, call, in_spanish):
    key = opened(client, call)
    client.cookies.clear()
    page = client.post(f"/apply/{call.slug}/form/", CONTACT | {"opened": key}).content.decode()
    client.cookies.clear()
    typed = ANSWERS | {"draft": key_in(page), "speak": "es"}
    page = client.post(f"/apply/{call.slug}/form/2/", typed).content.decode()
    assert 'lang="es"' in page
    assert "¿Dónde trabaja?" in page
    assert 'value="A library"' in page


@pytest.mark.parametrize("wanted", ["", "xx", "es-MX", "../es"])
def test_a_language_that_is_not_offered_changes_nothing(client, call, wanted):
    begin(client, call)
    there = client.post(f"/apply/{call.slug}/form/2/", ANSWERS | {"speak": wanted})
    assert there.url == f"/apply/{call.slug}/form/2/"


def test_what_was_not_understood_is_carried_as_it_was_typed(client, call, in_spanish):
    begin(client, call, email="ines@")
    client.get(f"/es/apply/{call.slug}/form/")
    assert Draft.objects.get().typed["email"] == ["ines@"]


@pytest.mark.parametrize("typed", ["  sample@example.org ", "<sample@example.org>", "sample@example.org,"])
def test_stray_marks_around_an_address_are_forgiven(client, call, typed):
    begin(client, call, email=typed)
    answer(client, call)
    send(client, call)
    assert Application.objects.get().email == "sample@example.org"


@pytest.mark.parametrize("typed", ['"\x0bBcc:other"@example.org', '"\x0c\x0cbody"@example.org', '"\x1e"@example.org'])
def test_an_address_that_would_break_the_head_of_a_letter_is_refused(client, call, typed):
    """Django takes control characters between quotes, and Python's mail package ends a line at some of them."""
    assert begin(client, call, email=typed).url == f"/apply/{call.slug}/form/"
    answer(client, call)
    send(client, call)
    assert not Application.objects.exists()


CONDITION = {"question": "What would you like to work on?", "answers": "Storytime"}


@pytest.fixture
def conditional():
    """A form whose second section, and a question of the first, hang on the topics."""
    section = SECTIONS[0]["value"]
    which = {"label": "Which stories?", "hint": "", "why": "", "required": True, "key": "which", "shown_if": CONDITION}
    more = {"label": "How often?", "hint": "", "why": "", "required": True, "key": "often"}
    first = section | {"questions": [*section["questions"], {"type": "short_text", "id": "w", "value": which}]}
    second = {
        "heading": "Stories",
        "intro": "",
        "shown_if": CONDITION,
        "questions": [{"type": "short_text", "id": "o", "value": more}],
    }
    program = make_program("ALSC")
    parts = [SECTIONS[0] | {"value": first}, {"type": "section", "id": "second", "value": second}]
    return make_call(program, form=make_form(program, sections=parts))


def other_topic(call):
    choices = call.form.version().asked[1]["choices"]
    return next(choice["key"] for choice in choices if choice["key"] != "storytime")


def test_a_question_shows_by_an_answer_on_the_same_page_or_before(client, conditional):
    begin(client, conditional)
    page = undirected(page_of(client, conditional, 2))
    assert "Only if you answer “Storytime” to “What would you like to work on?”:" in page
    assert answer(client, conditional).url.endswith("/form/2/")
    assert answer(client, conditional, which="All of them").url.endswith("/form/3/")
    assert "How often?" in page_of(client, conditional, 3)


def test_what_an_answer_hides_is_neither_asked_nor_kept(client, conditional):
    begin(client, conditional)
    answer(client, conditional, which="All of them")
    client.post(f"/apply/{conditional.slug}/form/3/", {"q-often": "Weekly"})
    there = answer(client, conditional, which="All of them", topics=[other_topic(conditional)])
    assert there.url.endswith("/check/")
    assert "All of them" not in client.get(there.url).content.decode()
    send(client, conditional)
    assert set(Application.objects.get().answers) == {"work", "topics"}


def test_the_first_step_is_saved_and_answered_with_few_queries(client, call, django_assert_max_num_queries):
    typed = CONTACT | {"opened": opened(client, call)}
    with django_assert_max_num_queries(12):
        client.post(f"/apply/{call.slug}/form/", typed)


def test_a_step_is_saved_and_answered_with_few_queries(client, call, django_assert_max_num_queries):
    begin(client, call)
    with django_assert_max_num_queries(12):
        answer(client, call)


@pytest.fixture
def with_file():
    """A form that asks for a file, too."""
    question = {"label": "Your CV?", "hint": "", "why": "", "required": False, "key": "cv"}
    section = SECTIONS[0]["value"]
    questions = [*section["questions"], {"type": "file", "id": "f", "value": question}]
    program = make_program("ALSC")
    form = make_form(program, sections=[SECTIONS[0] | {"value": section | {"questions": questions}}])
    return make_call(program, form=form)


@pytest.mark.parametrize(("bound", "most"), [("FILES", 0), ("BYTES", 21)])
def test_a_network_that_gives_too_many_files_is_asked_to_wait_and_loses_no_word(
    client, with_file, monkeypatch, bound, most
):
    begin(client, with_file)
    monkeypatch.setattr(f"programs.uploads.placing.{bound}", most)
    refused = answer(client, with_file, cv=SimpleUploadedFile("cv.txt", b"Ten years of storytime"))
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > 3000
    assert not Upload.objects.exists()
    assert Draft.objects.get().typed["q-work"] == ["A library"]
    assert answer(client, with_file).url.endswith("/check/")


def test_a_tick_to_remove_a_file_counts_when_a_button_is_pressed(client, with_file):
    """What is saved while one types may be taken back."""
    begin(client, with_file)
    answer(client, with_file, cv=SimpleUploadedFile("cv.txt", b"Ten years of storytime"))
    there, ticked = f"/apply/{with_file.slug}/form/2/", {"q-work": "A library", "q-cv_remove": "on"}
    client.post(there, ticked | {"go": "save"}, headers={"X-Saving": "1"})
    assert "cv.txt" in page_of(client, with_file, 2)
    client.post(there, ticked | {"go": "back"})
    assert "cv.txt" not in page_of(client, with_file, 2)


@pytest.fixture
def dated():
    """A form in one language that asks for a day after an answer."""
    when = {"label": "When could you begin?", "hint": "", "why": "", "required": True, "key": "when"}
    section = SECTIONS[0]["value"]
    day = {"type": "date", "id": "d", "value": when | {"shown_if": CONDITION}}
    parts = [SECTIONS[0] | {"value": section | {"questions": [*section["questions"], day]}}]
    program = make_program("ALSC")
    return make_call(program, form=make_form(program, sections=parts))


def test_a_day_stays_the_same_day_in_a_language_the_form_has_not(client, dated):
    begin(client, dated)
    answer(client, dated, when="12/10/2027")
    client.get(f"/es/apply/{dated.slug}/form/2/")
    send(client, dated, "/es")
    assert Application.objects.get().answers["when"] == "2027-12-10"


def test_what_is_hidden_meanwhile_comes_back_in_the_other_language(client, dated):
    begin(client, dated)
    answer(client, dated, when="12/10/2027")
    answer(client, dated, when="12/10/2027", topics=[other_topic(dated)])
    client.get(f"/es/apply/{dated.slug}/form/2/")
    assert 'value="10 de diciembre de 2027"' in client.get(f"/es/apply/{dated.slug}/form/2/").content.decode()


def deleted_at(monkeypatch, where):
    """The draft is deleted just before this function of the portal runs."""
    module, _dot, name = where.rpartition(".")
    before = getattr(import_module(module), name)

    def later(*args, **kwargs):
        Draft.objects.all().delete()
        return before(*args, **kwargs)

    monkeypatch.setattr(where, later)


@pytest.mark.parametrize(
    ("where", "path", "typed"),
    [
        ("programs.applying.drafts.save", "form/2/", {"q-work": "A library"}),
        ("programs.applying.filling.save_for_later", "form/2/", {"go": "later"}),
        ("programs.applying.drafts.put", "form/2/", {"speak": "es"}),
        ("programs.uploads.taking.fit", "form/2/", {"q-cv": "file"}),
        ("programs.applying.drafts.save", "check/", None),
        ("programs.applying.drafts.save", "send/", {}),
    ],
)
def test_a_draft_that_is_deleted_in_the_middle_is_told_at_the_start(client, with_file, monkeypatch, where, path, typed):
    begin(client, with_file)
    typed = typed and {
        name: text if text != "file" else SimpleUploadedFile("cv.txt", b"Me") for name, text in typed.items()
    }
    deleted_at(monkeypatch, where)
    at = f"/apply/{with_file.slug}/{path}"
    there = client.get(at) if typed is None else client.post(at, typed)
    assert there.status_code == 302
    assert there.url.endswith(f"/apply/{with_file.slug}/form/")
    page = client.get(there.url).content.decode()
    assert "This form was deleted meanwhile" in page
    assert 'name="opened"' in page
    assert not Draft.objects.exists()


def test_a_step_of_a_draft_that_is_gone_begins_one_with_what_it_brings(client, call):
    begin(client, call)
    Draft.objects.all().delete()
    assert answer(client, call, work="Typed for an hour").status_code == 302
    assert Draft.objects.get().typed["q-work"] == ["Typed for an hour"]
    assert client.get(f"/apply/{call.slug}/check/").url == f"/apply/{call.slug}/form/"


def kept_until_closed(client):
    return client.session.get_expire_at_browser_close()


def test_a_draft_is_held_until_the_browser_is_closed_also_by_one_that_was_here_before(client, call):
    session = client.session
    session["before"] = "something of another page"
    session.save()
    assert not kept_until_closed(client)
    begin(client, call)
    assert kept_until_closed(client)
    assert client.cookies["sessionid"]["max-age"] == ""


def test_who_is_signed_in_stays_so(client, call):
    client.force_login(make_user())
    begin(client, call)
    assert Draft.objects.exists()
    assert not kept_until_closed(client)
