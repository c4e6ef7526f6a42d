"""A program's page says what its rows say, now."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Locale, PageViewRestriction

from home.models import HomePage, StandardPage
from programs.models import Host, Milestone, Program
from tests.factories import (
    make_application,
    make_call,
    make_form,
    make_program,
    make_program_page,
    make_role,
    make_round,
)
from tests.markup import undirected

pytestmark = pytest.mark.django_db


def shown(client, page):
    answer = client.get(page.url)
    assert answer.status_code == 200
    return undirected(answer.content.decode())


@pytest.fixture
def call():
    program = make_program("ALSC")
    make_program_page(program, body=[{"type": "apply", "value": {"heading": "Start here", "role": ""}}])
    return make_call(program)


def test_an_open_call_has_its_state_first_and_a_button(client, call):
    page = shown(client, call.round.program.pages.get())
    assert page.index("Applications open") < page.index("<h1>")
    assert f'href="/apply/{call.slug}/"' in page


def test_the_embedded_form_posts_to_the_call_and_asks_name_and_email(client, call):
    page = shown(client, call.round.program.pages.get())
    assert f'action="/apply/{call.slug}/form/"' in page
    assert 'name="name"' in page
    assert 'name="email"' in page
    assert "csrfmiddlewaretoken" not in page


@pytest.mark.parametrize("change", [{"closes": -1}, {"opens": 1, "closes": 2}, {"limit": 0}])
def test_a_call_that_is_not_open_has_no_button(client, call, change):
    now = timezone.now()
    change = {key: value if key == "limit" else now + timedelta(days=value) for key, value in change.items()}
    type(call).objects.update(**{"opens": now - timedelta(days=9)} | change)
    page = shown(client, call.round.program.pages.get())
    assert f"/apply/{call.slug}/" not in page


def test_a_paused_program_shows_its_notice_and_no_button(client, call):
    type(call.round.program).objects.update(paused=True, paused_notice="Under review until spring.")
    page = shown(client, call.round.program.pages.get())
    assert "Under review until spring." in page
    assert "/apply/" not in page


def test_a_withdrawn_form_has_no_button(client, call):
    call.form.unpublish()
    page = shown(client, call.round.program.pages.get())
    assert f"/apply/{call.slug}/" not in page


def test_chosen_resources_are_linked_and_unpublished_or_private_ones_are_not(client, call):
    page = call.round.program.pages.get()
    other, draft = make_program_page(make_program("OTHER")), make_program_page(make_program("DRAFT"), live=False)
    private = make_program_page(make_program("PRIVATE"))
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="sample")
    page.resources = [{"type": "page", "value": each.pk} for each in (other, draft, private)]
    page.save()
    text = shown(client, page)
    assert other.url in text
    assert "DRAFT Mentoring Program" not in text
    assert "PRIVATE Mentoring Program" not in text


def test_the_page_is_the_same_for_every_visitor(client, call):
    page = call.round.program.pages.get()
    first, second = client.get(page.url), client.get(page.url)
    assert first.content == second.content
    assert not first.cookies


@pytest.mark.usefixtures("raised_at_once")
def test_query_count_does_not_grow_with_rounds_roles_hosts_and_applications(client):
    program = make_program("MANY")
    page = make_program_page(program)

    def queries(more):
        for n in range(more):
            host = Host.objects.create(name=f"Body {more} {n}", kind="committee", parent=program.host)
            program.run_by.add(host)
            program.save()
            role = make_role(program, f"role{more}-{n}")
            role.member_of.add(host)
            role.save()
            make_application(make_call(program, role=role.key, round=make_round(program), limit=99))
            page.add_child(instance=StandardPage(title="Below", slug=f"below-{more}-{n}"))
        text = shown(client, page)
        assert f"Body {more} 0" in text
        with CaptureQueriesContext(connection) as captured:
            client.get(page.url)
        return len(captured)

    few, many = queries(1), queries(8)
    assert few == many
    assert many <= 22  # three of them only for what machines read, two for events


def test_goals_are_numbered_or_not_as_the_editor_says(client):
    page = make_program_page(
        make_program(), body=[goals("First goal", "Second goal", ordered=True), goals("Any goal", heading="Aims")]
    )
    text = shown(client, page)
    assert '<h2 id="goals">Goals</h2>' in text
    assert '<h2 id="aims">Aims</h2>' in text
    numbered, plain = text.split('<h2 id="aims">')
    assert re.search(r"<ol>\s*<li>First goal</li>\s*<li>Second goal</li>\s*</ol>", numbered)
    assert re.search(r"<ul>\s*<li>Any goal</li>\s*</ul>", plain)


def test_expectations_stand_under_the_programs_own_words_for_its_roles(client):
    program = make_program()
    make_role(program, "mentor", name="buddy", plural="buddies")
    roles = [
        {"role": "mentor", "about": "asked", "text": "<p>Patience.</p>"},
        {"role": "mentor", "about": "offered", "text": "<p>New ideas.</p>"},
        {"role": "gone", "about": "offered", "text": "<p>Told all the same.</p>"},
    ]
    value = {"heading": "", "roles": listed(roles)}
    text = shown(client, make_program_page(program, body=[{"type": "expectations", "value": value}]))
    assert re.search(r"<h3>What we expect of buddies</h3>\s*<p>Patience.</p>", text)
    assert re.search(r"<h3>What buddies can expect</h3>\s*<p>New ideas.</p>\s*<p>Told all the same.</p>", text)
    assert "gone" not in text


def test_questions_open_without_script(client):
    questions = [{"question": "Do I need an account?", "answer": "<p>No.</p>"}]
    body = [{"type": "faq", "value": {"heading": "", "questions": listed(questions)}}]
    text = shown(client, make_program_page(make_program(), body=body))
    assert re.search(
        r"<details[^>]*>\s*<summary>Do I need an account\?</summary>\s*<div[^>]*><p>No.</p></div>\s*</details>", text
    )


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("goals", {"points": []}),
        ("guidelines", {"points": []}),
        ("expectations", {"roles": []}),
        ("confidentiality", {"text": ""}),
        ("faq", {"questions": []}),
        ("section", {"heading": "Left empty", "text": ""}),
    ],
)
def test_an_empty_part_leaves_no_heading(client, kind, value):
    body = [{"type": kind, "value": {"heading": "Left empty"} | value}]
    assert "Left empty" not in shown(client, make_program_page(make_program(), body=body))


def test_a_page_with_a_title_only_has_no_headings_without_content(client):
    text = shown(client, make_program_page(make_program(reply_to="")))
    headings = re.findall(r"<h[1-6][^>]*>(.*?)</h[1-6]>", text)
    assert headings == [Program.objects.get().name, "At a glance", "Tell me when it opens"]
    assert "Questions" not in text


def test_parts_with_the_same_heading_and_two_forms_keep_ids_of_their_own(client, call):
    apply = {"type": "apply", "value": {"heading": "", "role": ""}}
    body = [goals("One"), goals("Two"), goals("Three", heading="Goals 2"), apply, apply]
    text = shown(client, make_program_page(call.round.program, body=body))
    ids = re.findall(r'\sid="([^"]*)"', text)
    assert len(ids) == len(set(ids))
    assert {"goals", "goals-2", "goals-2-2", "_apply", "_apply-2", "_apply-2-email"} <= set(ids)
    assert re.findall(r'<a href="#(goals[^"]*)">', text) == ["goals", "goals-2", "goals-2-2"]
    assert text.count('aria-labelledby="goals-2-2"') == 1


def test_the_overview_stands_before_the_timeline(client, call):
    page = call.round.program.pages.get()
    page.overview = "<p>What it is about.</p>"
    page.save()
    text = shown(client, page)
    assert text.index("</h1>") < text.index("What it is about.") < text.index(">Timeline</h2>")


def test_bodies_that_run_the_program_are_named_with_their_links(client):
    program = make_program()
    program.run_by = [
        Host.objects.create(name="Membership Committee", kind="committee", url="https://example.org/membership"),
        Host.objects.create(name="Office for Mentoring", kind="office"),
    ]
    program.save()
    text = shown(client, make_program_page(program, run_by="Somebody else"))
    assert '<a href="https://example.org/membership">Membership Committee</a>' in text
    assert "<dd>Office for Mentoring</dd>" in text
    assert "Somebody else" not in text


def test_the_pages_own_words_say_who_runs_it_where_no_body_is_chosen(client):
    text = shown(
        client, make_program_page(make_program(), run_by="Three volunteers", time_asked="An hour now and then")
    )
    assert "Three volunteers" in text
    assert "An hour now and then" in text


def test_commitment_ways_and_contact_stand_at_a_glance(client):
    program = make_program(
        asks_amount=2,
        asks_unit="contacts",
        asks_per="month",
        length_months=12,
        ways=["in_person", "email"],
        contact="Chair of the Subcommittee",
        reply_to="chair@example.org",
    )
    text = shown(client, make_program_page(program, time_asked="Not this"))
    assert "In contact at least 2 times a month, for 1 year" in text
    assert "Email, face to face" in text
    assert "<dd>Chair of the Subcommittee</dd>" in text
    assert 'href="mailto:chair@example.org"' in text
    assert "Not this" not in text


def test_who_can_apply_is_said_by_role_and_once_for_roles_with_the_same_conditions(client):
    program = make_program()
    make_role(program, "mentee", conditions="You work in a library.")
    make_role(program, "mentor", conditions="You work in a library.")
    make_role(program, "peer", name="navigator", plural="navigators", conditions="You know the way.")
    make_role(program, "guest", plural="guests")
    text = shown(client, make_program_page(program))
    assert re.search(r"<h3>Mentees, mentors</h3>\s*<ul><li>You work in a library.</li></ul>", text)
    assert re.search(r"<h3>Navigators</h3>\s*<ul><li>You know the way.</li></ul>", text)
    assert "Guests" not in text


def test_places_and_limits_of_each_role_are_said(client, call):
    type(call).objects.update(places=18, limit=30)
    make_call(call.round.program, role="mentor", round=call.round, places=1, limit=1)
    text = shown(client, call.round.program.pages.get())
    assert "18 places" in text
    assert "The first 30 applications are taken." in text
    assert "1 place<" in text
    assert "Only the first application is taken." in text


@pytest.mark.parametrize(
    ("most", "told"), [(1, "One newcomer for each buddy."), (2, "At most 2 newcomers for each buddy.")]
)
def test_how_many_one_mentor_takes_is_said_in_the_programs_words(client, most, told):
    program = make_program()
    make_role(program, "mentor", name="buddy", plural="buddies")
    make_role(program, "mentee", name="newcomer", plural="newcomers")
    make_round(program, most_mentees=most)
    assert told in shown(client, make_program_page(program))


def test_two_windows_of_one_role_are_told_apart_by_their_rounds(client):
    program = make_program()
    page = make_program_page(program)
    for name in ("Summer", "Fall"):
        make_call(program, round=make_round(program, name=name))
    text = shown(client, page)
    assert "Apply as mentee, Summer</a>" in text
    assert "Apply as mentee, Fall</a>" in text


def test_rounds_that_come_stand_in_the_order_of_their_dates(client):
    program = make_program()
    page = make_program_page(program)
    make_round(program, name="Called off", called_off=True)
    for name, starts in [("Summer", 30), ("Fall", 120), ("Spring", 10)]:
        make_round(program, name=name, starts=timezone.localdate() + timedelta(days=starts))
    headings = re.findall(r"<h3>(\w+)", shown(client, page).partition(">Timeline</h2>")[2])
    assert headings == ["Spring", "Summer", "Fall", "Called"]


def test_windows_by_role_each_have_their_own_sentence(client, call):
    now = timezone.now()
    make_call(
        call.round.program, "mentor", round=call.round, opens=now + timedelta(days=3), closes=now + timedelta(days=9)
    )
    text = shown(client, call.round.program.pages.get())
    assert "Apply as mentee</a>" in text
    assert "Apply as mentor</a>" not in text
    assert re.search(r"<dt>Mentors</dt>\s*<dd>Opens ", text)


def test_a_rolling_call_says_its_soft_deadline(client, call):
    type(call).objects.update(closes=None, preferred_by=timezone.now() + timedelta(days=9))
    text = shown(client, call.round.program.pages.get())
    assert re.search(r"Apply by .* to be read first\.", text)
    assert f'href="/apply/{call.slug}/"' in text


def test_a_deadline_anywhere_on_earth_says_so(client, call):
    type(call).objects.update(anywhere_on_earth=True)
    assert "anywhere on Earth" in shown(client, call.round.program.pages.get())


def test_a_round_that_is_called_off_keeps_its_name_and_loses_its_dates(client, call):
    type(call.round).objects.update(called_off=True, name="Spring 2031", starts="2031-03-01")
    text = shown(client, call.round.program.pages.get())
    assert re.search(r'<h3>Spring 2031 <span class="state state-called-off">Called off</span></h3>', text)
    assert "March 1, 2031" not in text
    assert "The round that was planned is called off." in text
    assert "/apply/" not in text


def test_a_line_of_the_timeline_has_its_place(client, call):
    Milestone.objects.create(round=call.round, label="Meeting", precision="unknown", place="ALA Annual")
    text = shown(client, call.round.program.pages.get())
    assert re.search(r"To be announced.*?<p>Meeting</p>\s*<p[^>]*>ALA Annual</p>", text, re.DOTALL)


def test_the_longest_open_form_says_how_long_applying_takes(client, call):
    program = call.round.program
    form = make_form(program, minutes=25)
    make_call(program, role="mentor", round=call.round, form=form)
    assert "About 25 minutes. No account needed." in shown(client, program.pages.get())


def test_pages_below_stand_in_a_navigation_on_the_page_and_on_each_of_them(client, call):
    page = call.round.program.pages.get()
    first, second, _hidden, _draft = (
        page.add_child(instance=StandardPage(title=title, slug=title.lower(), **fields))
        for title, fields in [
            ("First", {}),
            ("Second", {}),
            ("Hidden", {"show_in_menus": False}),
            ("Draft", {"live": False}),
        ]
    )
    text = shown(client, page)
    assert f'<a href="{first.url}">First</a>' in text
    assert "Hidden" not in text
    assert "Draft" not in text
    assert "Application form" not in text
    below = shown(client, second)
    assert f'<h2 id="_subpages"><a href="{page.url}">{page.title}</a></h2>' in below
    assert f'<a href="{first.url}">First</a>' in below
    assert f'<a href="{second.url}" aria-current="page">Second</a>' in below


def test_a_page_below_that_is_a_chosen_resource_is_named_once(client, call):
    page = call.round.program.pages.get()
    below = page.add_child(instance=StandardPage(title="Working together", slug="below"))
    page.resources = [{"type": "page", "value": below.pk}]
    page.save()
    text = shown(client, page)
    assert text.count("Working together") == 1
    chosen = text.partition('id="_resources"')[2].partition("</nav>")[0]
    assert chosen.count("<a ") == 1  # the door to the resources of all programs
    assert 'href="/resources/"' in chosen


def test_chosen_resources_lead_to_their_translation(client):
    spanish = Locale.objects.get(language_code="es")
    home = HomePage.objects.get()
    home.copy_for_translation(spanish).save_revision().publish()
    resource = home.add_child(instance=StandardPage(title="Reading", slug="reading"))
    page = make_program_page(make_program(), resources=[{"type": "page", "value": resource.pk}])
    translated = page.copy_for_translation(spanish)
    translated.save_revision().publish()
    assert f'<a href="{resource.url}" lang="en" hreflang="en">Reading</a>' in shown(client, translated)
    other = resource.copy_for_translation(spanish)
    other.title = "Lecturas"
    other.save_revision().publish()
    assert f'<a href="{other.url}">Lecturas</a>' in shown(client, translated)


def test_events_that_others_tell_of_stand_soonest_first(client, call):
    page = call.round.program.pages.get()
    today = timezone.localdate()
    for number in (2, 1):
        page.add_child(instance=StandardPage(title=f"Meeting {number}", slug=f"meeting-{number}"))

    def told(asked, since):
        assert (asked.pk, since) == (page.pk, today)
        for below in page.get_children().type(StandardPage):
            below.starts = below.ends = today + timedelta(days=int(below.title[-1]))
            yield below

    assert "Coming events" not in shown(client, page)
    with hooks.register_temporarily("program_events", told):
        text = shown(client, page)
    section = text.partition(">Coming events</h2>")[2].partition("</section>")[0]
    assert re.findall(r">(Meeting \d)</a></h3>", section) == ["Meeting 1", "Meeting 2"]


def goals(*points, heading="", ordered=False):
    return {"type": "goals", "value": {"heading": heading, "intro": "", "ordered": ordered, "points": listed(points)}}


def listed(values):
    """Raw data of a ListBlock."""
    return [{"type": "item", "id": str(uuid4()), "value": value} for value in values]


def test_a_past_round_shows_nothing_as_coming(client):
    today = timezone.localdate()
    round = make_round(make_program("OVER"), starts=today - timedelta(days=400), ends=today - timedelta(days=40))
    Milestone.objects.create(round=round, label="A survey", precision="unknown")
    text = shown(client, make_program_page(round.program))
    past = text.partition('aria-labelledby="_past"')[2]
    assert past.count('<li class="done">') == 2
    assert "Never announced" in past
    assert "To be announced" not in past


def test_an_open_program_leads_to_what_its_form_asks_and_back(client, call):
    text = shown(client, call.round.program.pages.get())
    assert f'<a href="{call.form.url}">What we will ask</a>' in text
    asked = undirected(client.get(call.form.url).content.decode())
    assert f'<a class="button" href="/apply/{call.slug}/">Apply as {call.role}</a>' in asked
    assert (
        f'href="{call.form.url}">All questions on one page</a>' in client.get(f"/apply/{call.slug}/").content.decode()
    )


def test_a_phone_shows_the_timeline_before_the_calendar(client, call):
    text = shown(client, call.round.program.pages.get())
    assert text.index('id="_timeline"') < text.index('id="subscribe"')


def test_a_calendar_is_kept_in_several_ways_without_a_script(client, call):
    text = shown(client, call.round.program.pages.get())
    path = f"/calendar/{call.round.program.code}.ics"
    assert "https://calendar.google.com/calendar/render?cid=webcal%3A%2F%2Ftestserver%2Fcalendar%2F" in text
    assert "https://outlook.live.com/calendar/0/addfromweb?url=" in text
    assert f'href="webcal://testserver{path}">Apple</a>' in text
    assert f'href="{path}" download>File</a>' in text
    assert re.search(rf'<input id="calendar-address" type="url" value="[^"]*{path}" readonly', text)
