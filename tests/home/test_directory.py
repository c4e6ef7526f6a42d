"""The directory: every program in its group, with its host and its state."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from home.models import HomePage
from portal.models import Topic
from programs.models import Host, Program, Role
from tests.factories import make_call, make_program, make_program_page, make_role, make_round
from tests.markup import undirected

pytestmark = pytest.mark.django_db


def home(client, query=""):
    answer = client.get(f"/{query}")
    assert answer.status_code == 200
    return undirected(answer.content.decode()).partition("<body>")[2]


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
    make_program("ONE")
    assert "Discussion Groups" not in home(client)


def test_an_open_program_without_a_form_has_a_card_without_a_button(client):
    call = make_call(make_program("ASK", name="Ask Us"), form=None)
    page = home(client)
    assert "Ask Us" in page
    assert f"/apply/{call.slug}/" not in page


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
    page = undirected(client.get("/es/").content.decode())
    assert f'<a href="{only.url}" hreflang="en" lang="en">{english.name}</a>' in page
    assert f'<a href="{translated.url}">{both.name}</a>' in page
    assert "hreflang" not in home(client).partition('class="directory"')[2]


def test_two_published_pages_of_a_program_give_one_entry_with_the_older_address(client):
    program = make_program("TWICE")
    first = make_program_page(program, first_published_at=timezone.now() - timedelta(days=2))
    make_program_page(program, first_published_at=timezone.now())
    page = home(client)
    assert page.count(">TWICE Mentoring Program</a>") == 1
    assert f'href="{first.url}"' in page


@pytest.mark.usefixtures("raised_at_once")
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

    few, many = queries(1), queries(39)
    assert few == many
    assert many <= 12


def programs_on(page):
    """Codes of the programs in the list itself."""
    return re.findall(r"<h3>(?:<a[^>]*>)?(\w+) Mentoring Program", page.partition('id="found"')[2])


@pytest.fixture
def division():
    return Host.objects.create(name="Association of College Libraries", acronym="ACL", kind="division")


@pytest.fixture
def several(division):
    """Open and closed, three kinds, a division with a section, topics, roles with conditions."""
    section = Host.objects.create(name="Science Section", acronym="SCI", kind="section", parent=division)
    call = make_call(make_program("DIV", host=division))
    Role.objects.filter(pk=call.role_id).update(students="too", years_below=5)
    sec = make_program("SEC", host=section)
    role = make_role(sec, "mentor", years_least=5)
    role.member_of.set([section])
    role.save()
    outer = make_program("OUT", kind=Program.Kind.AFFILIATE)
    outer.run_by.set([section])
    outer.save()
    topic = Topic.objects.create(name="Cataloging", name_es="Catalogación", slug="cataloging")
    sec.topics.set([topic])
    sec.save()


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("", ["DIV", "SEC", "OUT"]),
        ("?open=1", ["DIV"]),
        ("?kind=affiliate", ["OUT"]),
        ("?host=acl", ["DIV", "SEC", "OUT"]),
        ("?host=sci", ["SEC", "OUT"]),
        ("?role=receives", ["DIV"]),
        ("?role=gives", ["SEC"]),
        ("?for=students", ["DIV"]),
        ("?for=new", ["DIV"]),
        ("?for=nonmembers", ["DIV"]),
        ("?for=experienced", ["SEC"]),
        ("?topic=cataloging", ["SEC"]),
        ("?host=acl&open=1", ["DIV"]),
        ("?host=sci&kind=mentoring", ["SEC"]),
        ("?role=gives&for=students", []),
        ("?kind=nonsense&host=nobody&open=maybe&for=all&utm_source=x", ["DIV", "SEC", "OUT"]),
    ],
)
def test_filters_keep_what_fits_all_of_them(client, several, query, left):
    assert programs_on(home(client, query)) == left


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "3 programs, 1 open now"),
        ("?open=1", "1 program, 1 open now"),
        ("?kind=affiliate", "1 program, none open now"),
        ("?kind=affiliate&open=1", "No program fits all of this"),
    ],
)
def test_results_are_counted_in_words(client, several, query, words):
    assert f'<h2 id="found">{words}</h2>' in home(client, query)


def test_each_choice_is_a_word_with_a_link_that_takes_it_off(client, several):
    page = home(client, "?open=1&host=acl")
    chosen = page.partition('class="chosen"')[2].partition("</ul>")[0]
    assert re.findall(r'href="([^"]*)"', chosen) == ["/?open=1", "/"]
    assert "ACL – Association of College Libraries" in chosen
    assert '<option value="acl" selected>' in page


def test_nothing_found_says_which_choice_to_drop(client, several):
    page = home(client, "?kind=affiliate&open=1")
    assert '<a href="/?kind=affiliate">1 program without “Open now”</a>' in page
    assert '<a href="/?open=1">1 program without “Affiliate&#x27;s program”</a>' in page


def test_filters_without_effect_are_absent(client, division):
    make_program("ONE", host=division)
    assert re.findall(r'<select[^>]*name="(\w+)"', home(client)) == ["open"]


def test_empty_fields_of_the_form_leave_the_address(client, several):
    answer = client.get("/?open=1&kind=&host=&topic=")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/?open=1")


def test_a_filtered_page_leads_to_itself_in_the_other_language(client, several):
    HomePage.objects.get().copy_for_translation(Locale.objects.get(language_code="es")).save_revision().publish()
    assert 'href="/es/?topic=cataloging"' in home(client, "?topic=cataloging")
    assert '<option value="cataloging">Catalogación</option>' in client.get("/es/").content.decode()


def test_an_entry_leads_where_its_page_says(client):
    program = make_program("ADDR")
    page = make_program_page(program)
    assert f'<h3><a href="{page.url}">{program.name}</a></h3>' in home(client)


def test_a_round_that_was_called_off_is_told(client):
    make_program_page(program := make_program("OFF"))
    make_round(program, called_off=True)
    assert "The round that was planned is called off." in home(client)


def chips(page):
    """{word: (address, whether it says that it is on)}"""
    found = re.findall(r'<a class="chip" href="([^"]*)"( aria-current="true")?>([^<]*?) ?<', page)
    return {word: (address, bool(on)) for address, on, word in found}


def test_a_chip_is_put_on_and_taken_off_by_the_same_press(client, several):
    assert list(chips(home(client))) == ["Open now", "I want a mentor", "I want to mentor", "New to the profession"]
    assert chips(home(client))["Open now"] == ("/?open=1", False)
    page = home(client, "?open=1&host=acl")
    assert chips(page)["Open now"] == ("/?host=acl", True)
    assert chips(page)["I want a mentor"] == ("/?open=1&amp;host=acl&amp;role=receives", False)
    assert '<span class="on">on</span>' in page


def test_all_other_choices_are_folded_at_every_width(client, several):
    page = home(client)
    assert '<details class="fold">' in page
    assert "More choices</summary>" in page


def test_an_open_program_stands_on_top_with_its_day_and_a_button_for_each_role(client):
    program = make_program("OPEN")
    round = make_round(program)
    calls = [make_call(program, role=make_role(program, key, side=side).key, round=round) for key, side in SIDED]
    closes = timezone.now() + timedelta(days=10)
    type(calls[0]).objects.update(closes=closes)
    page = home(client)
    cards = page.partition('class="open-cards"')[2].partition("</ul>")[0]
    assert "10 days left" in cards
    assert f'<time datetime="{closes.isoformat()}">' in cards
    buttons = re.findall(r'href="(/apply/[^"]*)">Apply as (\w+)<', cards)
    assert buttons == [(f"/apply/{calls[1].slug}/", "mentee"), (f"/apply/{calls[0].slug}/", "mentor")]
    assert 'class="open-cards"' not in home(client, "?open=1")


SIDED = [("mentor", Role.Side.GIVES), ("mentee", Role.Side.RECEIVES)]


def test_what_one_can_do_something_about_stands_first(client):
    for code in ("ANONE", "BNONE"):
        make_program_page(make_program(code))
    soon = make_call(make_program("SOON"))
    now = timezone.now()
    type(soon).objects.update(opens=now + timedelta(days=3), closes=now + timedelta(days=9))
    make_call(make_program("TAKES"))
    assert programs_on(home(client)) == ["TAKES", "SOON", "ANONE", "BNONE"]


def test_no_dates_yet_leads_to_being_told(client):
    make_program_page(make_program("LATER"))
    page = home(client)
    assert "No dates yet" in page
    assert "Nothing planned" not in page
    assert 'href="/remind/LATER/"' in page
    assert client.get("/remind/LATER/").status_code == 200


def test_an_entry_without_a_page_leads_to_its_host_or_to_whom_one_can_write(client):
    host = Host.objects.create(name="Music Librarians", kind="affiliate", url="https://music.example.org/")
    make_program("MUSIC", kind=Program.Kind.AFFILIATE, host=host)
    lone = Host.objects.create(name="Lone Librarians", kind="affiliate")
    make_program("LONE", kind=Program.Kind.AFFILIATE, host=lone, reply_to="lone@example.org")
    page = home(client)
    assert 'More on the site of <a href="https://music.example.org/">Music Librarians</a>.' in page
    assert 'Ask <a href="mailto:lone@example.org">lone@example.org</a>.' in page
