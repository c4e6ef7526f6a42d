"""Acts on pages whose calls are open say first what they do to whom; nothing is done before somebody has seen it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from home.models import HomePage, StandardPage
from portal.asking.consequences import EXPIRE, SEEN, UNPUBLISH, consequences
from programs.models import ApplicationFormPage, Reminder
from programs.people.correspondents import correspondent_for
from tests.factories import (
    make_application,
    make_call,
    make_form,
    make_page_editor,
    make_program,
    make_program_page,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    program = make_program("ALSC")
    make_program_page(program)
    call = make_call(program)
    make_application(call)
    for page in (program.pages.get(), call.form):
        page.save_revision().publish()
    call.form = ApplicationFormPage.objects.get(pk=call.form_id)
    return call


@pytest.fixture
def admin(client):
    client.force_login(make_user(superuser=True))
    return client


def program_page(call):
    return call.round.program.pages.get()


def home(call):
    return Page.objects.get(pk=program_page(call).get_parent().pk)


@pytest.fixture
def notice_elsewhere(call):
    """A privacy notice that stays when the English pages go: without one, unpublishing them is refused before it asks."""
    spanish = home(call).specific.copy_for_translation(Locale.objects.get(language_code="es"))
    spanish.save_revision().publish()
    notice = StandardPage(title="Aviso de privacidad", slug="privacidad", purpose="privacy", locale=spanish.locale)
    return spanish.add_child(instance=notice)


def unpublish(client, page, **fields):
    return client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), fields)


def bulk(client, action, pages, **fields):
    chosen = {"next": "/admin/", "id": [page.pk for page in pages]}
    return client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", action], query=chosen), fields)


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def said(answer):
    return answer.content.decode()


def seen(answer):
    """What the box holds that is to be ticked."""
    return {SEEN: answer.context["token"]}


def test_unpublishing_a_form_says_first_that_nobody_can_apply_and_asks_once(admin, call):
    answer = unpublish(admin, call.form)
    assert f"“{call}” is open until" in said(answer)
    assert "Nobody can apply any more" in said(answer)
    assert "1 application has come in." in said(answer)
    assert "0 forms are under way and not sent yet." in said(answer)
    assert is_live(call.form)
    unpublish(admin, call.form, **seen(answer))
    assert not is_live(call.form)


def test_a_made_up_answer_counts_for_nothing(admin, call):
    unpublish(admin, call.form, **{SEEN: "on"})
    assert is_live(call.form)


def test_what_has_changed_since_is_asked_anew(admin, call):
    answer = unpublish(admin, call.form)
    make_application(call)
    again = unpublish(admin, call.form, **seen(answer))
    assert "2 applications have come in." in said(again)
    assert is_live(call.form)


def test_a_page_editor_does_not_learn_how_many_applied(client, call):
    somebody = correspondent_for(call.round.program, "a@example.org", language="en")
    Reminder.objects.create(correspondent=somebody, confirmed_at=timezone.now(), asked_at=timezone.now())
    client.force_login(make_page_editor(program_page(call)))
    answer = unpublish(client, call.form)
    assert "Nobody can apply any more" in said(answer)
    assert "1 person waits to be told." in said(answer)
    assert "come in" not in said(answer)


def test_unpublishing_the_tree_above_says_it_too_and_keeps_what_was_chosen(admin, call, notice_elsewhere):
    answer = unpublish(admin, home(call), include_descendants="on")
    assert "Readers find no page of its program" in said(answer)
    assert "Nobody can apply any more" in said(answer)
    assert ("include_descendants", "on") in answer.context["kept"]
    assert is_live(home(call))


def test_unpublishing_what_harms_nobody_asks_nothing(admin, call):
    type(call).objects.update(closes=timezone.now() - timedelta(hours=1))
    unpublish(admin, call.form)
    assert not is_live(call.form)


def test_the_screen_names_the_open_calls_where_wagtail_counts_no_reference(admin, call):
    shown = said(admin.get(reverse("wagtailadmin_pages:unpublish", args=[call.form_id])))
    assert "Open calls need this page" in shown
    assert f"“{call}” is open until" in shown
    assert "referenced 0 times" not in shown


@pytest.mark.parametrize("which", [program_page, home, lambda call: call.form])
def test_unpublishing_in_bulk_asks_the_same(admin, call, notice_elsewhere, which):
    answer = bulk(admin, "unpublish", [which(call)], include_descendants="on")
    assert "Nobody can apply any more" in said(answer)
    assert is_live(call.form)
    bulk(admin, "unpublish", [which(call)], include_descendants="on", **seen(answer))
    assert not is_live(call.form)


def test_moving_says_that_addresses_change(admin, call):
    other = make_program_page(make_program("RUSA"))
    address = reverse("wagtailadmin_pages:move_confirm", args=[call.form_id, other.pk])
    assert admin.get(address).status_code == 200
    answer = admin.post(address)
    assert "gets another address" in said(answer)
    assert Page.objects.get(pk=call.form_id).get_parent().pk != other.pk
    admin.post(address, seen(answer))
    assert Page.objects.get(pk=call.form_id).get_parent().pk == other.pk


def test_what_moving_does_is_told_only_to_who_may_move(client, call):
    other = make_program_page(make_program("RUSA"))
    client.force_login(make_page_editor(other, permissions=["change"]))
    answer = client.post(reverse("wagtailadmin_pages:move_confirm", args=[call.form_id, other.pk]))
    assert answer.status_code == 302
    assert "gets another address" not in said(answer)
    assert Page.objects.get(pk=call.form_id).get_parent().pk != other.pk


def test_the_root_moves_nowhere(admin, call):
    root = Page.get_first_root_node()
    assert admin.post(reverse("wagtailadmin_pages:move_confirm", args=[root.pk, home(call).pk])).status_code == 302
    assert Page.get_first_root_node() == root


def test_moving_in_bulk_asks_the_same(admin, call):
    other = make_program_page(make_program("RUSA"))
    answer = bulk(admin, "move", [call.form], chooser=other.pk)
    assert "gets another address" in said(answer)
    bulk(admin, "move", [call.form], chooser=other.pk, **seen(answer))
    assert Page.objects.get(pk=call.form_id).get_parent().pk == other.pk


@pytest.mark.parametrize("which", [program_page, home])
def test_making_a_page_or_one_above_it_private_asks_first_and_keeps_what_was_chosen(admin, call, which):
    address = reverse("wagtailadmin_pages:set_privacy", args=[which(call).pk])
    answer = admin.post(address, {"restriction_type": "login"})
    assert "is shown only after a sign-in or a password" in answer.json()["html"]
    assert not PageViewRestriction.objects.exists()
    token = answer.context["form"].asked_token
    admin.post(address, {"restriction_type": "login", SEEN: token})
    assert PageViewRestriction.objects.get().restriction_type == "login"


def test_the_privacy_screen_asks_who_may(client, call):
    address = reverse("wagtailadmin_pages:set_privacy", args=[program_page(call).pk])
    assert client.post(address, {"restriction_type": "login"}).status_code == 302
    client.force_login(make_page_editor(make_program_page(make_program("RUSA"))))
    assert client.post(address, {"restriction_type": "login"}).status_code in (302, 403)
    assert not PageViewRestriction.objects.exists()


def form_fields(form, **fields):
    """What the editor sends for a form that now asks one other question."""
    block = form.sections[0]
    own = {
        "title": form.title,
        "slug": form.slug,
        "intro": "null",
        "minutes": form.minutes,
        "purpose": form.purpose,
        "sections-count": 1,
        "sections-0-type": "section",
        "sections-0-id": block.id,
        "sections-0-order": 0,
        "sections-0-deleted": "",
        "sections-0-value-heading": "Your work",
        "sections-0-value-intro": "null",
        "sections-0-value-questions-count": 1,
        "sections-0-value-questions-0-type": "short_text",
        "sections-0-value-questions-0-id": "",
        "sections-0-value-questions-0-order": 0,
        "sections-0-value-questions-0-deleted": "",
        "sections-0-value-questions-0-value-label": "Where do you work now?",
        "sections-0-value-questions-0-value-hint": "",
        "sections-0-value-questions-0-value-why": "",
        "sections-0-value-questions-0-value-key": "now",
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "on",
    }
    return own | fields


def edit(client, form, **fields):
    return client.post(reverse("wagtailadmin_pages:edit", args=[form.pk]), form_fields(form, **fields))


def test_publishing_a_changed_form_asks_once(admin, call):
    answer = edit(admin, call.form)
    assert "From now on it asks what the form" in said(answer)
    assert "1 application has come in." in said(answer)
    published = ApplicationFormPage.objects.get(pk=call.form_id)
    assert published.definition() == call.form.definition()
    token = answer.context["form"].asked_token
    assert edit(admin, call.form, **{SEEN: token}).status_code == 302
    assert ApplicationFormPage.objects.get(pk=call.form_id).definition() != call.form.definition()
    assert edit(admin, call.form).status_code == 302  # unchanged since: nothing is asked


def test_a_draft_of_a_changed_form_is_kept_without_asking(admin, call):
    fields = form_fields(call.form)
    del fields["action-publish"]
    assert admin.post(reverse("wagtailadmin_pages:edit", args=[call.form_id]), fields).status_code == 302
    answer = bulk(admin, "publish", [call.form])
    assert "From now on it asks what the form" in said(answer)
    assert ApplicationFormPage.objects.get(pk=call.form_id).definition() == call.form.definition()


def test_an_end_before_the_call_closes_is_asked_about_once(admin, call):
    ends = timezone.localtime(timezone.now() + timedelta(days=3)).strftime("%Y-%m-%d %H:%M")
    type(call).objects.update(closes=None)
    token = edit(admin, call.form).context["form"].asked_token
    edit(admin, call.form, **{SEEN: token})
    answer = edit(admin, call.form, expire_at=ends)
    assert "expires on" in said(answer)
    assert ends in said(answer)
    token = answer.context["form"].asked_token
    assert edit(admin, call.form, expire_at=ends, **{SEEN: token}).status_code == 302
    assert edit(admin, call.form, expire_at=ends).status_code == 302


@pytest.fixture
def spanish(call, notice_elsewhere):
    """The Spanish page and form of the same call, both published."""
    locale = Locale.objects.get(language_code="es")
    page = program_page(call).copy_for_translation(locale)
    page.slug = "programa"
    page.save_revision().publish()
    form = call.form.copy_for_translation(locale)
    form.save_revision().publish()
    return ApplicationFormPage.objects.get(pk=form.pk)


def test_unpublishing_a_translated_form_says_who_is_asked_in_which_language(admin, call, spanish):
    answer = unpublish(admin, spanish)
    assert "Whoever applies in Spanish is asked in English once" in said(answer)
    assert "0 applications have come in, written in Spanish." in said(answer)
    assert "Nobody can apply" not in said(answer)
    assert is_live(spanish)
    unpublish(admin, spanish, **seen(answer))
    assert not is_live(spanish)


def test_unpublishing_both_languages_says_that_nobody_can_apply(admin, call, spanish):
    answer = bulk(admin, "unpublish", [call.form, spanish])
    assert "Nobody can apply any more" in said(answer)
    assert "Whoever applies in" not in said(answer)
    assert is_live(spanish)


def test_unpublishing_a_translated_program_page_says_what_its_readers_get(admin, call, spanish):
    page = spanish.get_parent()
    answer = unpublish(admin, page)
    assert "Whoever reads in Spanish gets its program’s page in English" in said(answer)
    assert is_live(page)


def test_unpublishing_the_original_says_in_which_language_its_page_stays(admin, call, spanish):
    answer = unpublish(admin, program_page_in(call, "en"))
    assert "Whoever reads in English gets its program’s page in Spanish" in said(answer)


def program_page_in(call, language):
    return call.round.program.pages.get(locale__language_code=language)


def test_an_end_of_the_original_ends_its_translations_and_leaves_no_page(admin, call, spanish):
    page = program_page_in(call, "en")
    ends = timezone.now() + timedelta(hours=1)
    told = consequences(EXPIRE, [page], make_user(superuser=True), ends=ends)
    assert any("Readers find no page of its program" in sentence for sentence in told)
    told = consequences(EXPIRE, [program_page_in(call, "es")], make_user(superuser=True), ends=ends)
    assert any("Whoever reads in Spanish gets its program’s page in English" in sentence for sentence in told)


@pytest.mark.parametrize("which", [lambda form: form, lambda form: form.get_parent()])
def test_making_a_translation_private_asks(admin, spanish, which):
    address = reverse("wagtailadmin_pages:set_privacy", args=[which(spanish).pk])
    answer = admin.post(address, {"restriction_type": "login"})
    assert "a sign-in or a password" in answer.json()["html"]
    assert not PageViewRestriction.objects.exists()


def test_moving_a_translation_asks(admin, spanish):
    other = make_program_page(make_program("RUSA"), parent=home_in(spanish.locale), locale=spanish.locale)
    answer = admin.post(reverse("wagtailadmin_pages:move_confirm", args=[spanish.pk, other.pk]))
    assert "gets another address" in said(answer)
    assert Page.objects.get(pk=spanish.pk).get_parent().pk != other.pk


def home_in(locale):
    return HomePage.objects.get(locale=locale)


def test_publishing_a_changed_translation_in_bulk_says_in_which_language_it_asks_otherwise(admin, call, spanish):
    spanish.sections[0].value["questions"][0].value["label"] = "¿Dónde trabaja ahora?"
    spanish.save_revision()
    answer = bulk(admin, "publish", [spanish])
    assert "From now on it asks in Spanish what the form" in said(answer)


def test_publishing_in_bulk_asks_about_the_end_that_a_draft_sets(admin, call):
    draft = call.form
    draft.expire_at = timezone.now() + timedelta(hours=1)
    draft.save_revision()
    answer = bulk(admin, "publish", [draft])
    assert "expires on" in said(answer)
    assert ApplicationFormPage.objects.get(pk=draft.pk).expire_at is None


def test_who_unpublishes_a_reference_form_reads_what_nobody_can_do_then(call):
    form = make_form(call.round.program, purpose="reference")
    type(call).objects.update(reference_form=form)
    (told,) = consequences(UNPUBLISH, [form], make_user(superuser=True))
    assert "Nobody can write a reference any more" in told
