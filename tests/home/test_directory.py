"""The directory: every program in its group, with its host and its state."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from home.models import HomePage
from programs.models import Host, Program
from tests.factories import make_call, make_program, make_program_page, make_role, make_round

pytestmark = pytest.mark.django_db


def home(client):
    answer = client.get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_programs_stand_in_their_groups_under_the_editors_headings(client):
    HomePage.objects.update(
        programs_heading="ALA Mentoring Programs", affiliates_heading="Affiliate Mentoring Programs"
    )
    make_program("INNER")
    make_program("OUTER", kind=Program.Kind.AFFILIATE)
    page = home(client)
    assert (
        page.index(">ALA Mentoring Programs</h2>")
        < page.index("INNER Mentoring Program")
        < page.index(">Affiliate Mentoring Programs</h2>")
        < page.index("OUTER Mentoring Program")
    )


def test_a_group_without_programs_shows_no_heading(client):
    HomePage.objects.update(groups_heading="Discussion Groups")
    assert "Discussion Groups" not in home(client)


def test_an_open_program_says_until_when(client):
    call = make_call(make_program("OPEN"))
    type(call).objects.update(closes=timezone.now() + timedelta(days=3))
    page = home(client)
    assert "Applications open" in page
    assert "3 days left" in page


def test_a_paused_program_says_so_and_nothing_else(client):
    make_call(make_program("PAUSE", paused=True, paused_notice="Under review."))
    page = home(client)
    assert "Paused" in page
    assert "Applications open" not in page


def test_a_program_without_a_published_page_is_named_without_a_dead_link(client):
    make_program_page(make_program("DRAFT"), live=False)
    page = home(client)
    assert "DRAFT Mentoring Program" in page
    assert 'href="None"' not in page
    assert 'href=""' not in page


def test_a_program_without_a_page_in_the_readers_language_leads_to_the_page_it_has(client):
    english, both = make_program("ENG"), make_program("BOTH")
    only, original = make_program_page(english), make_program_page(both)
    spanish = Locale.objects.get(language_code="es")
    HomePage.objects.get().copy_for_translation(spanish).save_revision().publish()
    translated = original.copy_for_translation(spanish)
    translated.save_revision().publish()
    page = client.get("/es/").content.decode()
    assert f'<a href="{only.url}" hreflang="en" lang="en">{english.name}</a>' in page
    assert f'<a href="{translated.url}">{both.name}</a>' in page
    assert "hreflang" not in home(client).partition('class="directory"')[2]


def test_two_published_pages_of_a_program_give_one_entry_with_the_older_address(client):
    program = make_program("TWICE")
    first = make_program_page(program, first_published_at=timezone.now() - timedelta(days=2))
    make_program_page(program, first_published_at=timezone.now())
    page = home(client)
    assert page.count("TWICE Mentoring Program") == 1
    assert f'href="{first.url}"' in page


@pytest.mark.parametrize("address", ["/", "/es/"])
def test_query_count_does_not_grow_with_programs(client, address):
    HomePage.objects.get().copy_for_translation(Locale.objects.get(language_code="es")).save_revision().publish()

    def queries(number):
        for _ in range(number):
            program = make_program(host=Host.objects.create(name=f"Host {number} {_}", kind="division"))
            make_program_page(program)
            for _round in range(2):
                round = make_round(program)
                for key in ("mentor", "mentee"):
                    role = program.roles.filter(key=key).first() or make_role(program, key)
                    make_call(program, role=role.key, round=round, limit=5, form=None)
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    few, many = queries(1), queries(29)
    assert few == many
    assert many <= 17  # one of them finds the home page of another language
