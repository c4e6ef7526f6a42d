"""Which page of a program a reader gets: the same one wherever the program is named."""

from datetime import UTC, datetime

import pytest
from django.utils import translation
from wagtail.models import Locale, PageViewRestriction

from home.models import HomePage
from programs.listing.pages import page_of, readers_pages
from tests.factories import make_call, make_form, make_program, make_program_page, make_role

pytestmark = pytest.mark.django_db

EARLY, LATE = datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 2, 5, tzinfo=UTC)


@pytest.fixture
def homes():
    english = HomePage.objects.get(locale=Locale.get_default())
    spanish = english.copy_for_translation(Locale.objects.get(language_code="es"))
    spanish.save_revision().publish()
    return {"en": english, "es": HomePage.objects.get(pk=spanish.pk)}


def page_in(homes, language, program, at=EARLY, **fields):
    home = homes[language]
    page = make_program_page(program, parent=home, locale=home.locale, **fields)
    # A second page of a program stays a draft, whoever saves it: an older site may have two all the same.
    type(page).objects.filter(pk=page.pk).update(live=fields.get("live", True), first_published_at=at)
    return type(page).objects.get(pk=page.pk)


@pytest.mark.parametrize(
    ("language", "pages", "chosen"),
    [
        ("en", [("en", LATE), ("en", EARLY)], 1),
        ("es", [("en", EARLY), ("es", LATE)], 1),
        ("en", [("es", EARLY), ("en", LATE)], 1),
        ("es", [("en", EARLY)], 0),
        ("en", [("es", EARLY)], 0),
        ("en", [("en", None), ("en", LATE)], 1),
    ],
)
def test_every_place_leads_to_the_same_page(client, homes, language, pages, chosen):
    program = make_program("ONE")
    role = make_role(program)
    made = [page_in(homes, code, program, at) for code, at in pages]
    call = make_call(program, role=role.key, form=make_form(program, page=made[0]))
    with translation.override(language):
        assert page_of(program) == readers_pages()[program.pk] == made[chosen]
    address, start = made[chosen].url, "" if language == "en" else f"/{language}"
    for place in (f"{start}/", f"{start}/search/?q=one", f"{start}/apply/{call.slug}/", f"{start}/remind/ONE/"):
        answer = client.get(place)
        if answer.status_code == 200:
            assert f'href="{address}"' in answer.content.decode(), place
    assert client.get(f"{start}/programs.json").json()["programs"][0]["url"].endswith(address)


def test_a_draft_a_private_page_and_an_alias_are_no_readers_page(homes):
    program = make_program()
    page_in(homes, "en", program, live=False)
    private = page_in(homes, "en", program)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert page_of(program) is None
    page = page_in(homes, "en", program, LATE)
    page.create_alias(update_slug="again")
    assert page_of(program) == page
